/**
 * A place on the Earth (RFC 1876 2): version, sizes, latitude, longitude and altitude. Zone text has them in another
 * order and leaves the version out, so that they are one value.
 */

import type { Reader } from '../reader.ts';
import { ScanError, type Tokens } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { u32, u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';

export interface Location {
  /** Thousandths of a second of arc; north of the equator is positive. */
  readonly latitudeMas: number;
  /** Thousandths of a second of arc; east of Greenwich is positive. */
  readonly longitudeMas: number;
  /** Above the reference spheroid of WGS 84. */
  readonly altitudeCm: number;
  /** Diameter of the sphere that holds the thing. */
  readonly sizeCm: number;
  readonly horizontalPrecisionCm: number;
  readonly verticalPrecisionCm: number;
}

const RFC = 'RFC 1876 2';
const EQUATOR = 0x80000000;
const BELOW_CM = 10_000_000;
const DEGREE_MAS = 3_600_000;
const HIGHEST_CM = 0xffffffff - BELOW_CM;

/** One octet: a digit, and how many zeros follow it, in centimetres. */
const size: Kind<number> = {
  title: 'size in one octet',
  octets: 1,
  read: (reader) => {
    const octet = reader.u8();
    const [digit, zeros] = [octet >> 4, octet & 0xf];
    if (digit > 9 || zeros > 9)
      throw new WireError('bad-value', reader.offset - 1, `a size with a digit above 9 (${RFC})`);
    return digit * 10 ** zeros;
  },
  write: (writer, centimetres) => {
    let zeros = 0;
    let digit = centimetres;
    for (; digit >= 10; zeros++) digit = Math.floor(digit / 10);
    if (!(digit >= 0) || zeros > 9)
      throw new WireError('bad-value', writer.offset, `${centimetres} cm is no size: at most 90000000 m`);
    writer.u8((Math.floor(digit) << 4) | zeros);
  },
  print: metres,
  scan: (tokens) => scanMetres(tokens, 0, 9e9),
};

const VERSION = field('version', u8, 'always 0');
const SIZE = field('size', size, 'diameter of the sphere that holds the thing');
const HORIZONTAL = field('horizontalPrecision', size, 'diameter of the circle of error');
const VERTICAL = field('verticalPrecision', size, 'height of the range of error');
const LATITUDE = field('latitude', { ...u32, print: printLatitude }, '2^31 is the equator; more is north');
const LONGITUDE = field('longitude', { ...u32, print: printLongitude }, '2^31 is Greenwich; more is east');
const ALTITUDE = field('altitude', { ...u32, print: printAltitude }, 'centimetres, from 100 km below WGS 84');

export const location: Kind<Location> = {
  title: 'place on the Earth',
  octets: 16,
  parts: partsOf([VERSION, SIZE, HORIZONTAL, VERTICAL, LATITUDE, LONGITUDE, ALTITUDE]),
  read: (reader) => {
    const at = reader.offset;
    if (readPart(reader, VERSION, RFC) !== 0)
      throw new WireError('bad-value', at, `a version of LOC other than 0 (${RFC})`);
    const sizeCm = readPart(reader, SIZE, RFC);
    const horizontalPrecisionCm = readPart(reader, HORIZONTAL, RFC);
    const verticalPrecisionCm = readPart(reader, VERTICAL, RFC);
    const latitudeMas = readAngle(reader, LATITUDE, 90);
    const longitudeMas = readAngle(reader, LONGITUDE, 180);
    const altitudeCm = readPart(reader, ALTITUDE, RFC) - BELOW_CM;
    return { latitudeMas, longitudeMas, altitudeCm, sizeCm, horizontalPrecisionCm, verticalPrecisionCm };
  },
  write: (writer, value) => {
    writer.u8(0);
    size.write(writer, value.sizeCm);
    size.write(writer, value.horizontalPrecisionCm);
    size.write(writer, value.verticalPrecisionCm);
    writer.u32(value.latitudeMas + EQUATOR);
    writer.u32(value.longitudeMas + EQUATOR);
    writer.u32(value.altitudeCm + BELOW_CM);
  },
  print: (value) =>
    [
      printAngle(value.latitudeMas, 'N', 'S'),
      printAngle(value.longitudeMas, 'E', 'W'),
      metres(value.altitudeCm),
      metres(value.sizeCm),
      metres(value.horizontalPrecisionCm),
      metres(value.verticalPrecisionCm),
    ].join(' '),
  scan: (tokens) => {
    const latitudeMas = scanAngle(tokens, 'N', 'S', 90);
    const longitudeMas = scanAngle(tokens, 'E', 'W', 180);
    const altitudeCm = scanMetres(tokens, -BELOW_CM, HIGHEST_CM);
    // RFC 1876 3: 1 m, 10,000 m and 10 m where nothing is said.
    const optional = (usual: number): number => (tokens.done ? usual : leadingDigit(size.scan(tokens)));
    const sizeCm = optional(100);
    const horizontalPrecisionCm = optional(1_000_000);
    const verticalPrecisionCm = optional(1000);
    return { latitudeMas, longitudeMas, altitudeCm, sizeCm, horizontalPrecisionCm, verticalPrecisionCm };
  },
};

function readAngle(reader: Reader, part: typeof LATITUDE | typeof LONGITUDE, degrees: number): number {
  const at = reader.offset;
  const angle = readPart(reader, part, RFC) - EQUATOR;
  if (Math.abs(angle) > degrees * DEGREE_MAS)
    throw new WireError('bad-value', at, `a ${part.name} of more than ${degrees} degrees (${RFC})`);
  return angle;
}

function printLatitude(raw: number): string {
  return printAngle(raw - EQUATOR, 'N', 'S');
}

function printLongitude(raw: number): string {
  return printAngle(raw - EQUATOR, 'E', 'W');
}

function printAltitude(raw: number): string {
  return metres(raw - BELOW_CM);
}

function printAngle(mas: number, positive: string, negative: string): string {
  const total = Math.abs(mas);
  const degrees = Math.floor(total / DEGREE_MAS);
  const minutes = Math.floor((total % DEGREE_MAS) / 60_000);
  const seconds = ((total % 60_000) / 1000).toFixed(3);
  return `${degrees} ${minutes} ${seconds} ${mas < 0 ? negative : positive}`;
}

function metres(centimetres: number): string {
  return `${(centimetres / 100).toFixed(2)}m`;
}

/** `42 21 28.764 N`, `42 N`: degrees, and minutes and seconds where they are not 0. */
function scanAngle(tokens: Tokens, positive: string, negative: string, most: number): number {
  const place = tokens.peek();
  const parts: number[] = [];
  const forms = [/^\d{1,3}$/, /^\d{1,2}$/, /^\d{1,2}(\.\d{1,3})?$/];
  for (;;) {
    const token = tokens.next(`degrees, minutes, seconds and then ${positive} or ${negative}`);
    const hemisphere = token.text.toUpperCase();
    if (parts.length > 0 && (hemisphere === positive || hemisphere === negative)) {
      const [degrees = 0, minutes = 0, seconds = 0] = parts;
      const mas = degrees * DEGREE_MAS + minutes * 60_000 + Math.round(seconds * 1000);
      if (mas > most * DEGREE_MAS || minutes > 59 || seconds >= 60)
        throw new ScanError(`an angle of more than ${most} degrees, 59 minutes or 59.999 seconds`, place);
      // Zero south is zero north: there is no negative zero on the wire.
      return hemisphere === negative && mas !== 0 ? -mas : mas;
    }
    if (!forms[parts.length]?.test(token.text)) throw new ScanError(`"${token.text}" in an angle`, token);
    parts.push(Number(token.text));
  }
}

/** Metres with up to two decimals, in centimetres. */
function scanMetres(tokens: Tokens, least: number, most: number): number {
  const token = tokens.next('a number of metres');
  const match = /^([+-]?)(\d{1,8})(?:\.(\d{0,2}))?m?$/i.exec(token.text);
  const centimetres = match ? Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0')) : NaN;
  const signed = match?.[1] === '-' && centimetres !== 0 ? -centimetres : centimetres;
  if (!(signed >= least && signed <= most))
    throw new ScanError(`"${token.text}": metres from ${least / 100} to ${most / 100}`, token);
  return signed;
}

/** What one octet can hold of a size: its first digit. */
function leadingDigit(centimetres: number): number {
  const unit = 10 ** (String(centimetres).length - 1);
  return Math.floor(centimetres / unit) * unit;
}
