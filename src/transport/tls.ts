/**
 * Connections over TLS whose other end is verified as wished (RFC 8310): by the certificate, by pinned keys (RFC 7858 4.2)
 * or not at all; and one query over one of them (DNS over TLS, RFC 7858).
 */

import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import * as tls from 'node:tls';
import type { Clock } from './clock-and-chance.ts';
import type { Encryption, Secured } from './encryption.ts';
import type { ExchangeEnding, ExchangeRequest, ExchangeResult } from './exchange.ts';
import type { SocketAddress } from './route.ts';
import { exchangeOverStream, type Channel } from './stream-exchange.ts';
import { objectionTo, tlsFailureOf } from './tls-errors.ts';

export function exchangeOverTls(
  request: ExchangeRequest,
  target: SocketAddress,
  encryption: Encryption,
  machine: { readonly clock: Clock },
): Promise<ExchangeResult> {
  return exchangeOverStream(request, machine, () => tlsChannel(target, encryption, ['dot']));
}

/** A connection that is being made; nothing is to be sent before `admit` allows it. */
export function tlsChannel(
  { address, port }: SocketAddress,
  encryption: Encryption,
  protocols: string[],
): Channel & { readonly socket: tls.TLSSocket; readonly admit: NonNullable<Channel['admit']> } {
  const { name = address, trust } = encryption;
  const socket = tls.connect({
    host: address,
    port,
    // RFC 6066 3: an address is no server name.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ALPNProtocols: protocols,
    secureContext: contextOf(encryption.authorities),
    checkServerIdentity: (_, certificate) => tls.checkServerIdentity(name, certificate),
    // Nothing is sent before `admit`, which looks at what was found: the reason is wanted even where it does not count.
    rejectUnauthorized: trust === 'certificate' || trust === 'certificate-and-pin',
  });
  return {
    socket,
    ready: 'secureConnect',
    over: 'TLS',
    from: `${address}#${port}`,
    failureOf: (error) => tlsFailureOf(error, name),
    admit: () => admission(socket, encryption, name),
  };
}

function admission(
  socket: tls.TLSSocket,
  { pins = [], trust }: Encryption,
  name: string,
): { readonly secured: Secured } | { readonly refused: ExchangeEnding } {
  if (trust === 'pin' || trust === 'certificate-and-pin') {
    // Only a chain that was verified says that its other keys had a part in it: anybody may append a certificate.
    const keys = trust === 'pin' ? [keyOf(socket.getPeerX509Certificate())] : keysOfChain(socket);
    if (!keys.some((key) => key !== undefined && pins.includes(key))) {
      const detail = `the key of the server is not the pinned one but sha256/${keys[0] ?? 'unknown'}`;
      return { refused: { kind: 'unreachable', detail, reach: 'no-server' } };
    }
  }
  const { authorizationError: error } = socket;
  return {
    secured: {
      protocol: socket.getProtocol() ?? 'TLS',
      cipher: socket.getCipher().name,
      verified: trust === 'anyone' ? 'no' : trust,
      name,
      objection: trust === 'anyone' ? objectionFrom(socket, error, name) : null,
    },
  };
}

/** Node says here only the code of what it found; the names are left to us. */
function objectionFrom(
  socket: tls.TLSSocket,
  error: Error | string | undefined,
  name: string,
): string | null {
  if (error) return objectionTo(typeof error === 'string' ? { code: error } : error, name);
  const wrongName = tls.checkServerIdentity(name, socket.getPeerCertificate());
  return wrongName ? objectionTo(wrongName, name) : null;
}

type X509 = ReturnType<tls.TLSSocket['getPeerX509Certificate']>;

/** SHA-256 of the DER of its SubjectPublicKeyInfo. */
function keyOf(certificate: X509): string | undefined {
  const key = certificate?.publicKey.export({ type: 'spki', format: 'der' });
  return key && createHash('sha256').update(key).digest('base64');
}

/** Longer chains are nobody's. */
const LONGEST_CHAIN = 16;

function keysOfChain(socket: tls.TLSSocket): (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  for (
    let certificate = socket.getPeerX509Certificate();
    certificate && keys.length < LONGEST_CHAIN;
    certificate = certificate.issuerCertificate
  )
    keys.push(keyOf(certificate));
  return keys;
}

const contexts = new Map<string, tls.SecureContext>();

/** Reading some hundred authorities takes its time: once is enough. */
function contextOf(authorities: readonly string[] | undefined): tls.SecureContext {
  const ca = authorities ?? authoritiesOfSystem();
  const key = authorities?.join('\n') ?? '';
  const known = contexts.get(key);
  if (known) return known;
  const context = tls.createSecureContext(ca.length > 0 ? { ca: [...ca] } : {});
  contexts.set(key, context);
  return context;
}

/** None: then those that come with Node stand in. Older Nodes cannot say. */
function authoritiesOfSystem(): readonly string[] {
  if (!('getCACertificates' in tls)) return [];
  const system = tls.getCACertificates('system');
  return system.length > 0 ? [...system, ...tls.getCACertificates('extra')] : [];
}
