/**
 * Octets as base64 (RFC 4648 4) and as base32 with the extended hex alphabet (RFC 4648 7).
 */

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

export function printBase64(octets: Uint8Array): string {
  const digits = printDigits(octets, BASE64, 6);
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
}

/** The octets of base64 with its padding, or undefined. */
export function scanBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return scanDigits(text.replace(/=+$/, ''), BASE64_VALUES, 6);
}

/** In lower case and without padding, as owner names of NSEC3 have it (RFC 5155 3.3). */
export function printBase32Hex(octets: Uint8Array): string {
  return printDigits(octets, BASE32HEX, 5);
}

/** The octets of base32hex in any case, without padding, or undefined. */
export function scanBase32Hex(text: string): Uint8Array | undefined {
  // A number of digits that no number of octets makes would lose bits without a word.
  if (!/^[0-9a-v]*$/i.test(text) || [1, 3, 6].includes(text.length % 8)) return undefined;
  return scanDigits(text.toLowerCase(), BASE32HEX_VALUES, 5);
}

const BASE64_VALUES = valuesOf(BASE64);
const BASE32HEX_VALUES = valuesOf(BASE32HEX);

function valuesOf(digits: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;
  return values;
}

function printDigits(octets: Uint8Array, digits: string, width: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const octet of octets) {
    bits = ((bits << 8) | octet) & 0xffff;
    held += 8;
    while (held >= width) {
      held -= width;
      text += digits[(bits >>> held) & ((1 << width) - 1)]!;
    }
  }
  return held > 0 ? text + digits[(bits << (width - held)) & ((1 << width) - 1)]! : text;
}

function scanDigits(text: string, values: Uint8Array, width: number): Uint8Array {
  const octets = new Uint8Array(Math.floor((text.length * width) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    bits = ((bits << width) | values[text.charCodeAt(i)]!) & 0xffff;
    held += width;
    if (held >= 8) {
      held -= 8;
      octets[at++] = bits >>> held;
    }
  }
  return octets;
}
