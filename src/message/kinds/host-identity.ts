/**
 * The tag and key of a host identity (RFC 8005 5): both lengths and the algorithm stand in front of the two, and zone
 * text has neither length.
 */

import { printBase64 } from '../base64.ts';
import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { scanBase64Token } from './base64.ts';
import { scanInteger, u16, u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';

export interface HostIdentity {
  readonly algorithm: number;
  /** The host identity tag. */
  readonly tag: Uint8Array;
  readonly publicKey: Uint8Array;
}

const RFC = 'RFC 8005 5';
const TAG_LENGTH = field('tagLength', u8, 'octets of the host identity tag');
const ALGORITHM = field('algorithm', u8, 'the kind of the public key, numbered as in IPSECKEY');
const KEY_LENGTH = field('keyLength', u16, 'octets of the public key');

export const hostIdentity: Kind<HostIdentity> = {
  title: 'host identity tag and public key',
  parts: [...partsOf([TAG_LENGTH, ALGORITHM, KEY_LENGTH]), { name: 'tag' }, { name: 'publicKey' }],
  read: (reader) => {
    const tagLength = readPart(reader, TAG_LENGTH, RFC);
    const algorithm = readPart(reader, ALGORITHM, RFC);
    const keyLength = readPart(reader, KEY_LENGTH, RFC);
    const at = reader.offset;
    const tag = reader.take(tagLength);
    const publicKey = reader.take(keyLength);
    const middle = at + tagLength;
    if (tagLength > 0) {
      const means = 'the host identity tag';
      reader.recorder?.leaf('tag', at, middle, { means, rfc: RFC, print: () => printHex(tag) });
    }
    if (keyLength > 0) {
      const details = { means: 'the public key', rfc: RFC, print: () => printBase64(publicKey) };
      reader.recorder?.leaf('publicKey', middle, reader.offset, details);
    }
    return { algorithm, tag, publicKey };
  },
  write: (writer, { algorithm, tag, publicKey }) => {
    writer.u8(tag.length);
    writer.u8(algorithm);
    writer.u16(publicKey.length);
    writer.put(tag);
    writer.put(publicKey);
  },
  // Empty ones are quoted, so that no word is missing between the others.
  print: ({ algorithm, tag, publicKey }) =>
    `${algorithm} ${printHex(tag) || '""'} ${printBase64(publicKey) || '""'}`,
  scan: (tokens) => {
    const algorithm = scanInteger(tokens, 0xff);
    const token = tokens.next('a host identity tag');
    const tag = scanHex(token.text);
    if (!tag || tag.length > 255) throw new ScanError(`"${token.text}" is no host identity tag`, token);
    return { algorithm, tag, publicKey: scanBase64Token(tokens) };
  },
};
