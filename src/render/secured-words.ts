/**
 * What protected an exchange over TLS or HTTPS, in words and as JSON.
 */

import { printable } from '../message/printable-text.ts';
import type { Secured } from '../transport/encryption.ts';

/** `TLSv1.3, certificate for dns.example.net verified`. Safe for a terminal. */
export function securedWords({ protocol, verified, name, objection, http }: Secured): string {
  const over = [protocol, ...(http ? [http] : [])].join(', ');
  const words = {
    certificate: `the certificate for ${name} holds`,
    pin: 'the key is the pinned one; the certificate was not looked at',
    'certificate-and-pin': `the certificate for ${name} holds, and a pinned key is in it`,
    no: `NOT VERIFIED: ${objection ?? 'but the certificate would hold'}`,
  };
  return printable(`${over}, ${words[verified]}`);
}

export function securedJson({ protocol, cipher, verified, name, objection, http }: Secured): object {
  return { protocol, cipher, verified, name, objection, ...(http ? { http } : {}) };
}
