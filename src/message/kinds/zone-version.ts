/**
 * The version of a zone (RFC 9660 2): how many labels the zone's name has, the kind of version, the version. Empty in
 * a query. As text `2 SOA-SERIAL 2024010101`, or with the number of another kind and hexadecimal digits.
 */

import { printHex, scanHex } from '../hex.ts';
import type { Reader } from '../reader.ts';
import { ScanError, type Tokens } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { scanInteger } from './integers.ts';
import type { Kind } from './kind.ts';

export interface ZoneVersion {
  readonly labelCount: number;
  /** 0 is the serial number of the SOA record. */
  readonly type: number;
  readonly version: Uint8Array;
}

const SOA_SERIAL = 0;
const SERIAL_OCTETS = 4;

export const zoneVersion: Kind<ZoneVersion | null> = {
  title: 'zone version, or nothing',
  parts: [{ name: 'LABELCOUNT', octets: 1 }, { name: 'TYPE', octets: 1 }, { name: 'VERSION' }],
  read: readVersion,
  write: (writer, value) => {
    if (!value) return;
    writer.u8(value.labelCount);
    writer.u8(value.type);
    writer.put(value.version);
  },
  print: (value) => (value ? `${value.labelCount} ${printVersion(value)}`.trimEnd() : ''),
  scan: scanVersion,
};

function readVersion(reader: Reader): ZoneVersion | null {
  if (reader.remaining === 0) return null;
  const { recorder } = reader;
  const rfc = 'RFC 9660 2.1';
  const number = (label: string, means: string): number => {
    const at = reader.offset;
    const value = reader.u8();
    recorder?.leaf(label, at, at + 1, { value: String(value), means, rfc });
    return value;
  };
  const labelCount = number('LABELCOUNT', 'labels of the name of the zone, from the right');
  const type = number('TYPE', 'the kind of version: 0 is the serial number of the SOA record');
  const at = reader.offset;
  const version = reader.rest();
  if (type === SOA_SERIAL && version.length !== SERIAL_OCTETS) {
    throw new WireError('bad-value', at, `a serial number of ${version.length} octets (RFC 9660 4)`);
  }
  const value = { labelCount, type, version };
  if (version.length > 0) {
    recorder?.leaf('VERSION', at, reader.offset, { value: printVersion(value), means: 'the version', rfc });
  }
  return value;
}

function printVersion({ type, version }: ZoneVersion): string {
  if (type !== SOA_SERIAL || version.length !== SERIAL_OCTETS) return `${type} ${printHex(version)}`;
  return `SOA-SERIAL ${version.reduce((serial, octet) => serial * 256 + octet, 0)}`;
}

function scanVersion(tokens: Tokens): ZoneVersion | null {
  if (tokens.done) return null;
  const labelCount = scanInteger(tokens, 0xff);
  if (tokens.peek()?.text.toUpperCase() === 'SOA-SERIAL') {
    tokens.next('the kind of version');
    const serial = scanInteger(tokens, 0xffffffff);
    const version = Uint8Array.of(serial >>> 24, serial >>> 16, serial >>> 8, serial);
    return { labelCount, type: SOA_SERIAL, version };
  }
  const type = scanInteger(tokens, 0xff);
  const token = tokens.done ? undefined : tokens.next('the version');
  const version = scanHex(token?.text ?? '');
  if (!version) throw new ScanError(`"${token!.text}" is no even number of hexadecimal digits`, token);
  return { labelCount, type, version };
}
