/**
 * Names that a computer answers by itself (RFC 6761 6.3, nss-myhostname(8)) or asks its own link for (RFC
 * 6762 3), and how a name is spelt to getaddrinfo.
 */

import { isAtOrBelow, isBelow, labelsOf, octetsOfLabel, ROOT, sameName, type Name } from '../message/name.ts';

/**
 * True for `localhost`, names below it, the computer's own name and the two made-up ones of nss-myhostname.
 */
export function isLocalName(name: Name, hostname: string): boolean {
  return (
    ['localhost.', 'localhost.localdomain.'].some((local) => isAtOrBelow(name, local)) ||
    [`${hostname}.`, '_gateway.', '_outbound.'].some((local) => sameName(name, local))
  );
}

export function isMulticastName(name: Name): boolean {
  return isBelow(name, 'local.');
}

/**
 * The name as getaddrinfo takes it: without escapes, and without its final dot. Undefined for a name with
 * octets that text without escapes cannot hold.
 */
export function plainTextOf(name: Name): string | undefined {
  if (name === ROOT) return ROOT;
  const labels: string[] = [];
  for (const label of labelsOf(name)) {
    const octets = octetsOfLabel(label);
    if (!octets.every((octet) => octet > 0x20 && octet < 0x7f && octet !== DOT && octet !== BACKSLASH))
      return undefined;
    labels.push(String.fromCharCode(...octets));
  }
  return labels.join('.');
}

const DOT = 0x2e;
const BACKSLASH = 0x5c;

/** What the C library takes for the name of a host (res_hnok): it sends nothing else to a name server. */
export function isHostName(name: string): boolean {
  return /^[a-z0-9_.][a-z0-9_.-]*$/i.test(name);
}
