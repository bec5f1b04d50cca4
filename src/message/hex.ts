/**
 * Octets as hexadecimal text.
 */

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, octet) =>
  octet.toString(16).padStart(2, '0'),
);

export function printHex(octets: Uint8Array, separator = ''): string {
  let text = '';
  for (let i = 0; i < octets.length; i++) text += (i === 0 ? '' : separator) + PAIRS[octets[i]!]!;
  return text;
}

/** The octets of an even number of hexadecimal digits, or undefined. */
export function scanHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return undefined;
  const octets = new Uint8Array(text.length / 2);
  for (let i = 0; i < octets.length; i++) octets[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return octets;
}
