/**
 * What went wrong with an encrypted connection, in words: the certificate, the handshake, or the connection below.
 */

import type { ExchangeEnding } from './exchange.ts';
import { failureOf } from './socket-errors.ts';

const OBJECTIONS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate of the server has expired',
  CERT_NOT_YET_VALID: 'the certificate of the server is not valid yet: is the clock of this computer right?',
  CERT_REVOKED: 'the certificate of the server was revoked',
  CERT_SIGNATURE_FAILURE: 'the signature of the certificate does not hold',
  CERT_CHAIN_TOO_LONG: 'the chain of certificates is too long',
  INVALID_PURPOSE: 'the certificate is not meant for a server',
  INVALID_CA: 'the certificate was signed by one that may not sign',
  CERT_UNTRUSTED: 'the certificate is not trusted here',
  CERT_REJECTED: 'the certificate is not trusted here',
  CA_KEY_TOO_SMALL: 'the key of the authority is too small',
  EE_KEY_TOO_SMALL: 'the key of the server is too small',
};

/** All of them say that nobody who is trusted here stands behind the certificate. */
const UNKNOWN_AUTHORITY: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the server signed its certificate itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in an authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate of its issuer is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is not trusted here',
};

/** As Node describes an error of TLS. */
interface Described {
  readonly code?: unknown;
  readonly reason?: unknown;
  readonly cert?: { readonly subjectaltname?: string; readonly subject?: { readonly CN?: unknown } };
}

/** What speaks against a certificate; undefined where the error is about something else. */
function certificateObjection(error: object, name: string): string | undefined {
  const { code, cert } = error as Described;
  const known = String(code);
  if (known === 'ERR_TLS_CERT_ALTNAME_INVALID') return `the certificate is not for ${name}${forWhom(cert)}`;
  if (Object.hasOwn(UNKNOWN_AUTHORITY, known))
    return `the certificate comes from an unknown authority: ${UNKNOWN_AUTHORITY[known]}`;
  return Object.hasOwn(OBJECTIONS, known) ? OBJECTIONS[known] : undefined;
}

export function objectionTo(error: object, name: string): string {
  return (
    certificateObjection(error, name) ?? `the certificate does not hold: ${String((error as Described).code)}`
  );
}

/** The end of an exchange whose connection could not be made or broke. */
export function tlsFailureOf(error: Error, name: string): ExchangeEnding {
  const objection = certificateObjection(error, name);
  if (objection !== undefined) return { kind: 'unreachable', detail: objection, reach: 'no-server' };
  const { code, reason } = error as Described;
  const isOfTls = /^(ERR_SSL_|ERR_TLS_|EPROTO)/.test(String(code));
  // Node has no other sign that the connection ended before it was secure.
  const isCut = code === 'ECONNRESET' && /before secure TLS connection/.test(error.message);
  if (isCut) return failed('the server closed the connection');
  return isOfTls ? failed(wordsOf(reason, code)) : failureOf(error);
}

function failed(why: string): ExchangeEnding {
  return { kind: 'unreachable', detail: `the TLS handshake failed: ${why}`, reach: 'no-server' };
}

const REASONS: Readonly<Record<string, string>> = {
  'wrong version number': 'the server does not speak TLS there',
  'packet length too long': 'the server does not speak TLS there',
  'http request': 'the server does not speak TLS there',
  'unsupported protocol': 'the server speaks only versions of TLS that are too old',
  'tlsv1 alert no application protocol': 'the server does not speak DNS over this connection (ALPN)',
};

function wordsOf(reason: unknown, code: unknown): string {
  const text = typeof reason === 'string' ? reason : String(code);
  return REASONS[text] ?? text;
}

/** A certificate may name hundreds. */
const NAMES_SHOWN = 3;

function forWhom(cert: Described['cert']): string {
  const names = (cert?.subjectaltname ?? '').split(', ').filter(Boolean);
  const shown = names
    .slice(0, NAMES_SHOWN)
    .map((each) => each.replace(/^(DNS|IP Address):/, '').slice(0, 80));
  if (shown.length > 0) return `, but for ${shown.join(', ')}${names.length > NAMES_SHOWN ? ' …' : ''}`;
  return ', and names no host at all';
}
