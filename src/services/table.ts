/**
 * The services that are looked for, one row each: which records lead there, and what is done without any. A new service is
 * a row here; docs/services.md is made of it.
 */

import type { Otherwise, Service, ServiceGroup, Way, WellKnown } from './service.ts';

const srv = (below: string, port: string): Way => ({ kind: 'srv', below, port });
const rule = (rfc: string, ...ports: WellKnown[]): Otherwise => ({ how: 'rule', rfc, ports });
const convention = (...ports: WellKnown[]): Otherwise => ({ how: 'convention', rfc: '', ports });

export const SERVICES: readonly Service[] = [
  service('web', 'https', 'The Web over TLS or QUIC', 'RFC 9460 9', {
    ways: [{ kind: 'https', port: 'https' }],
    otherwise: rule('RFC 9110 4.2.2', 'https/tcp'),
    usual: true,
    tls: true,
  }),
  service('web', 'http', 'The Web, in clear text', 'RFC 9110 4.2.1', {
    ways: [{ kind: 'uri', below: '_http._tcp', port: 'http' }],
    otherwise: rule('RFC 9110 4.2.1', 'http/tcp'),
    usual: true,
  }),
  service('mail', 'smtp', 'Mail to the name', 'RFC 5321 5.1', {
    ways: [{ kind: 'mx', port: 'smtp' }],
    otherwise: rule('RFC 5321 5.1', 'smtp/tcp'),
    usual: true,
    tls: true,
  }),
  service('mail', 'submission', 'Handing in mail', 'RFC 6186 3.1, RFC 8314 5.1', {
    ways: [srv('_submissions._tcp', 'submissions'), srv('_submission._tcp', 'submission')],
    otherwise: convention('submissions/tcp', 'submission/tcp'),
    tls: true,
  }),
  service('mail', 'imap', 'Mail that stays on the server', 'RFC 6186 3.2', {
    ways: [srv('_imaps._tcp', 'imaps'), srv('_imap._tcp', 'imap')],
    otherwise: convention('imaps/tcp', 'imap/tcp'),
    usual: true,
    tls: true,
  }),
  service('mail', 'pop3', 'Fetching mail', 'RFC 6186 3.3', {
    ways: [srv('_pop3s._tcp', 'pop3s'), srv('_pop3._tcp', 'pop3')],
    otherwise: convention('pop3s/tcp', 'pop3/tcp'),
    usual: true,
    tls: true,
  }),
  service('mail', 'sieve', 'Managing mail filters', 'RFC 5804 1.8', {
    ways: [srv('_sieve._tcp', 'sieve')],
    tls: true,
  }),
  service('mail', 'jmap', 'Mail over HTTP', 'RFC 8620 2.2', {
    ways: [srv('_jmap._tcp', 'https')],
    tls: true,
    elsewhere: 'https://{name}/.well-known/jmap',
  }),
  service('files', 'ftp', 'File transfer', 'RFC 959, RFC 7553', {
    ways: [{ kind: 'uri', below: '_ftp._tcp', port: 'ftp' }],
    otherwise: convention('ftp/tcp'),
    usual: true,
  }),
  service('files', 'ssh', 'Log-in and files, encrypted', 'RFC 4253', { otherwise: convention('ssh/tcp') }),
  service('news', 'nntp', 'Network News', 'RFC 3977', {
    otherwise: convention('nntps/tcp', 'nntp/tcp'),
    usual: true,
  }),
  service('talk', 'sip', 'Telephone calls', 'RFC 3263 4', {
    ways: [
      {
        kind: 'naptr',
        services: { 'SIPS+D2T': 'sips', 'SIP+D2T': 'sip', 'SIP+D2U': 'sip', 'SIP+D2S': 'sip' },
      },
      srv('_sips._tcp', 'sips'),
      srv('_sip._tcp', 'sip'),
      srv('_sip._udp', 'sip'),
    ],
    otherwise: rule('RFC 3263 4.2', 'sips/tcp', 'sip/udp', 'sip/tcp'),
    tls: true,
  }),
  service('talk', 'xmpp-client', 'Messages, for people (XMPP)', 'RFC 6120 3.2', {
    ways: [srv('_xmpps-client._tcp', 'xmpps-client'), srv('_xmpp-client._tcp', 'xmpp-client')],
    otherwise: rule('RFC 6120 3.2.2', 'xmpp-client/tcp'),
    tls: true,
  }),
  service('talk', 'xmpp-server', 'Messages, between servers (XMPP)', 'RFC 6120 3.2', {
    ways: [srv('_xmpps-server._tcp', 'xmpp-server'), srv('_xmpp-server._tcp', 'xmpp-server')],
    otherwise: rule('RFC 6120 3.2.2', 'xmpp-server/tcp'),
    tls: true,
  }),
  service('talk', 'matrix', 'Messages, between servers (Matrix)', 'Matrix spec', {
    ways: [srv('_matrix-fed._tcp', 'matrix-fed'), srv('_matrix._tcp', 'matrix-fed')],
    otherwise: rule('Matrix spec', 'matrix-fed/tcp'),
    tls: true,
    elsewhere: 'https://{name}/.well-known/matrix/server',
  }),
  service('talk', 'stun', 'The own address, as others see it', 'RFC 8489 8', {
    ways: [srv('_stuns._tcp', 'stuns'), srv('_stun._udp', 'stun'), srv('_stun._tcp', 'stun')],
    otherwise: rule('RFC 8489 8', 'stuns/tcp', 'stun/udp', 'stun/tcp'),
    tls: true,
  }),
  service('talk', 'turn', 'Relays for calls', 'RFC 5928 3', {
    ways: [
      {
        kind: 'naptr',
        services: { 'RELAY:turn.tls': 'turns', 'RELAY:turn.udp': 'turn', 'RELAY:turn.tcp': 'turn' },
      },
      srv('_turns._tcp', 'turns'),
      srv('_turn._udp', 'turn'),
      srv('_turn._tcp', 'turn'),
    ],
    otherwise: rule('RFC 5928 3', 'turns/tcp', 'turn/udp', 'turn/tcp'),
    tls: true,
  }),
  service('calendar', 'caldav', 'Calendars', 'RFC 6764', {
    ways: [srv('_caldavs._tcp', 'https'), srv('_caldav._tcp', 'http')],
    otherwise: rule('RFC 6764 6', 'https/tcp'),
    tls: true,
    elsewhere: 'https://{name}/.well-known/caldav',
  }),
  service('calendar', 'carddav', 'Contacts', 'RFC 6764', {
    ways: [srv('_carddavs._tcp', 'https'), srv('_carddav._tcp', 'http')],
    otherwise: rule('RFC 6764 6', 'https/tcp'),
    tls: true,
    elsewhere: 'https://{name}/.well-known/carddav',
  }),
  service('directory', 'ldap', 'Directories', 'RFC 2782', {
    ways: [srv('_ldaps._tcp', 'ldaps'), srv('_ldap._tcp', 'ldap')],
    otherwise: convention('ldaps/tcp', 'ldap/tcp'),
    tls: true,
  }),
  service('directory', 'kerberos', 'Tickets that prove who someone is', 'RFC 4120 7.2.3', {
    ways: [srv('_kerberos._udp', 'kerberos'), srv('_kerberos._tcp', 'kerberos')],
  }),
  service('directory', 'kpasswd', 'Changing a Kerberos password', 'RFC 3244, RFC 4120 7.2.3', {
    ways: [srv('_kpasswd._udp', 'kpasswd'), srv('_kpasswd._tcp', 'kpasswd')],
  }),
  service('time', 'ntp', 'Clocks', 'RFC 5905', {
    ways: [srv('_ntp._udp', 'ntp')],
    otherwise: convention('ntp/udp'),
  }),
  service('names', 'dns', 'The servers of the zone', 'RFC 1035 3.3.11', {
    ways: [{ kind: 'ns', port: 'domain' }],
    usual: true,
  }),
  service('names', 'resolver', 'A resolver that is to be had encrypted', 'RFC 9461', {
    ways: [{ kind: 'svcb', below: '_dns', port: 'domain-s' }],
    tls: true,
  }),
];

function service(
  group: ServiceGroup,
  name: string,
  title: string,
  rfc: string,
  more: Partial<Service>,
): Service {
  return { name, title, group, rfc, ways: [], otherwise: null, usual: false, tls: false, ...more };
}
