/**
 * Domain names as text: always absolute, in the one canonical escaping of RFC 1035 5.1 and RFC 4343 2.1, so that two
 * names are the same octets exactly when their texts are equal. Every octet 0–255 survives; case is kept.
 */

/** An absolute name such as `www.example.com.`; the root is `.`. Made by `scanName` or read from a message. */
export type Name = string;

export const ROOT: Name = '.';
/** RFC 1035 2.3.4: 255 octets for a name, length octets included; 63 for a label. */
export const MAXIMUM_NAME_OCTETS = 255;
export const MAXIMUM_LABEL_OCTETS = 63;

/** Each octet as it stands in a label: itself, `\.`-like for what zone files treat specially, else `\DDD`. */
export const ESCAPED_OCTETS: readonly string[] = Array.from({ length: 256 }, (_, octet) => {
  const character = String.fromCharCode(octet);
  if (octet <= 0x20 || octet >= 0x7f) return `\\${String(octet).padStart(3, '0')}`;
  return '.\\"();@$'.includes(character) ? `\\${character}` : character;
});

/** The labels from the left, escaped, without the root's: `www.example.com.` has three. */
export function labelsOf(name: Name): string[] {
  if (name === ROOT) return [];
  if (!name.includes('\\')) return name.slice(0, -1).split('.');
  return name.match(/(?:\\\d{3}|\\.|[^.\\])+/gs) ?? [];
}

export function nameOf(labels: readonly string[]): Name {
  return labels.length === 0 ? ROOT : `${labels.join('.')}.`;
}

/** The name without its leftmost label; the root is its own parent. */
export function parentOf(name: Name): Name {
  return nameOf(labelsOf(name).slice(1));
}

/** Names compare without regard to ASCII case (RFC 4343); the text holds only ASCII, so this folds nothing else. */
export function lowerCased(name: Name): Name {
  return name.toLowerCase();
}

export function sameName(a: Name, b: Name): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

/** True where `name` is `zone` or lies below it. */
export function isAtOrBelow(name: Name, zone: Name): boolean {
  if (zone === ROOT) return true;
  const inner = lowerCased(name);
  const outer = lowerCased(zone);
  if (inner === outer) return true;
  if (!inner.endsWith(outer)) return false;
  const before = inner.length - outer.length - 1;
  if (inner[before] !== '.') return false;
  // The dot must separate labels, not be an escaped octet: count the backslashes in front of it.
  let backslashes = 0;
  while (inner[before - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}

export function isBelow(name: Name, zone: Name): boolean {
  return isAtOrBelow(name, zone) && !sameName(name, zone);
}

/** The octets of one escaped label. */
export function octetsOfLabel(label: string): Uint8Array {
  const octets: number[] = [];
  for (let i = 0; i < label.length; i++) {
    if (label[i] !== '\\') {
      octets.push(label.charCodeAt(i));
    } else if (isDigit(label.charCodeAt(i + 1))) {
      octets.push(Number(label.slice(i + 1, i + 4)));
      i += 3;
    } else {
      octets.push(label.charCodeAt(++i));
    }
  }
  return Uint8Array.from(octets);
}

/** How many octets the name takes uncompressed on the wire. */
export function nameOctets(name: Name): number {
  if (name === ROOT) return 1;
  if (!name.includes('\\')) return name.length + 1;
  return labelsOf(name).reduce((sum, label) => sum + 1 + octetsOfLabel(label).length, 1);
}

/**
 * Orders names as DNSSEC does (RFC 4034 6.1): by label from the right, as lower-cased octets, a shorter name first.
 */
export function compareNames(a: Name, b: Name): number {
  const left = labelsOf(lowerCased(a)).toReversed();
  const right = labelsOf(lowerCased(b)).toReversed();
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareOctets(octetsOfLabel(left[i]!), octetsOfLabel(right[i]!));
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** The name with the labels of `suffix` replaced by `target`, as DNAME does (RFC 6672 2.2). May be too long: check. */
export function replaceSuffix(name: Name, suffix: Name, target: Name): Name {
  const kept = labelsOf(name).slice(0, labelsOf(name).length - labelsOf(suffix).length);
  return nameOf([...kept, ...labelsOf(target)]);
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Why a text is no name; the message is one plain sentence. */
export class NameError extends Error {
  override readonly name = 'NameError';
}

/**
 * Reads a name as people and zone files write it. A name without a final dot is completed with `origin` (the root by
 * default). Characters outside ASCII are taken as their UTF-8 octets. Throws NameError.
 */
export function scanName(text: string, origin: Name = ROOT): Name {
  if (text === '.') return ROOT;
  if (text === '@') return origin;
  if (text === '') throw new NameError('an empty text is no name');
  const labels: string[] = [];
  let label = '';
  let labelOctets = 0;
  const finishLabel = (): void => {
    if (labelOctets === 0) throw new NameError(`"${text}" has an empty label`);
    if (labelOctets > MAXIMUM_LABEL_OCTETS) {
      throw new NameError(`a label of ${labelOctets} octets in "${text}": at most ${MAXIMUM_LABEL_OCTETS}`);
    }
    labels.push(label);
    label = '';
    labelOctets = 0;
  };
  for (const octetOrDot of octetsOfText(text)) {
    if (octetOrDot === 'dot') {
      finishLabel();
    } else {
      label += ESCAPED_OCTETS[octetOrDot];
      labelOctets++;
    }
  }
  const absolute = labelOctets === 0;
  if (!absolute) finishLabel();
  const name = nameOf(absolute ? labels : [...labels, ...labelsOf(origin)]);
  const octets = nameOctets(name);
  if (octets > MAXIMUM_NAME_OCTETS) {
    throw new NameError(`a name of ${octets} octets: at most ${MAXIMUM_NAME_OCTETS} (RFC 1035 2.3.4)`);
  }
  return name;
}

function* octetsOfText(text: string): Generator<number | 'dot'> {
  const octets = new TextEncoder().encode(text);
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i]!;
    if (octet === 0x2e) {
      yield 'dot';
    } else if (octet !== 0x5c) {
      yield octet;
    } else if (isDigit(octets[i + 1] ?? 0)) {
      const digits = new TextDecoder().decode(octets.subarray(i + 1, i + 4));
      if (!/^\d{3}$/.test(digits) || Number(digits) > 255) {
        throw new NameError(`"\\${digits}" in "${text}": an escape has three digits, at most 255`);
      }
      yield Number(digits);
      i += 3;
    } else {
      const next = octets[++i];
      if (next === undefined) throw new NameError(`"${text}" ends in the middle of an escape`);
      yield next;
    }
  }
}
