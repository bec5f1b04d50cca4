/**
 * An endpoint in the cells of a row: its port, what leads there, the host, and what is behind.
 */

import { typeName } from '../../message/codes.ts';
import type { ResourceRecord } from '../../message/message.ts';
import { NAPTR } from '../../message/records/naptr.ts';
import { printable } from '../../message/printable-text.ts';
import type { Endpoint } from '../../services/endpoint.ts';

/** `25/tcp smtp`; the name is that of the well-known table. */
export function portText({ port, protocols, portName }: Endpoint): string {
  const number = `${port}/${protocols.join('+')}`;
  return portName === null ? number : `${number} ${portName}`;
}

/** `MX 10`, `NAPTR → SRV 10 60`, `RFC 5321 5.1`, or `convention`. */
export function leadText({ how, rule, via }: Endpoint): string {
  if (how === 'convention') return 'convention';
  return how === 'rule' ? rule : via.map(recordWord).join(' → ');
}

/** The type, and what puts its records in order; a NAPTR record only shows the way. */
function recordWord(record: ResourceRecord): string {
  const { preference, priority, weight } = record.rdata;
  if (record.type === NAPTR.code) return NAPTR.mnemonic;
  const numbers = [preference, priority, weight].filter((each) => typeof each === 'number');
  return [typeName(record.type), ...numbers].join(' ');
}

/** `192.0.2.80, 2001:db8:80::80`, then aliases, protocols and certificates; each a part that may stand on its own line. */
export function behindParts(endpoint: Endpoint): string[] {
  const { aliases, addresses, state, alpn, tlsa, uri } = endpoint;
  const shown = addresses.slice(0, MOST_ADDRESSES);
  const more = addresses.length - shown.length;
  return [
    ...(state === 'usable' ? [] : [STATES[state]]),
    ...shown,
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(aliases.length > 0 ? [`alias of ${aliases.at(-1)!}`] : []),
    ...(alpn.length > 0 ? [`alpn ${printable(alpn.join(','))}`] : []),
    ...(uri === null ? [] : [uri]),
    ...(tlsa.length > 0 ? [`${tlsa.length} TLSA`] : []),
  ];
}

const MOST_ADDRESSES = 8;

const STATES: Readonly<Record<Exclude<Endpoint['state'], 'usable'>, string>> = {
  'no-address': 'no address',
  unknown: 'addresses unknown',
  'not-followed': 'not looked up',
};
