/**
 * Octets of character strings as text, one character for each octet, so that every octet survives until it is printed.
 */

export function asciiText(value: string | Uint8Array): string {
  if (typeof value === 'string') return value;
  let text = '';
  for (const octet of value) text += String.fromCharCode(octet);
  return text;
}

/** The strings of a TXT record as one text, as the mail policies want it (RFC 7208 3.3). */
export function joinedText(strings: readonly Uint8Array[]): string {
  return strings.map(asciiText).join('');
}
