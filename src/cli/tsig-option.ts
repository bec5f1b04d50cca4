/**
 * `--tsig-file`: the key of a file as BIND writes it (`key "name" { algorithm hmac-sha256; secret "…"; };`), which signs
 * queries. A secret on a command line could be read by everybody on the computer: hence a file.
 */

import { scanBase64 } from '../message/base64.ts';
import { NameError, scanName } from '../message/name.ts';
import { TSIG_ALGORITHMS, type TsigKey } from '../transport/tsig.ts';
import { readWhole } from './read-whole.ts';
import { UsageError } from './usage-error.ts';

const KEY = /\bkey\s+(?:"([^"\n]*)"|([^\s"{;]+))\s*\{([^{}]*)\}/i;

/** Throws UsageError. */
export async function tsigKeyOf(path: string, signal: AbortSignal): Promise<TsigKey> {
  const text = new TextDecoder().decode(await readWhole(path, 1, signal));
  // Base64 may have two slashes in a row: comments are looked for outside of what is quoted.
  const plain = text.replaceAll(/"[^"\n]*"|\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*/g, (found) =>
    found.startsWith('"') ? found : ' ',
  );
  const [, quoted, bare, body = ''] = KEY.exec(plain) ?? [];
  const name = quoted ?? bare;
  if (name === undefined)
    throw new UsageError(`${path} has no key: key "name" { algorithm hmac-sha256; secret "BASE64"; };`);
  const algorithm = (valueOf(body, 'algorithm') ?? '').toLowerCase().replace(/\.$/, '');
  if (!Object.hasOwn(TSIG_ALGORITHMS, algorithm))
    throw new UsageError(
      `${path}: the algorithm ${algorithm === '' ? 'is missing' : `"${algorithm}" is not known`}; there is ${Object.keys(TSIG_ALGORITHMS).join(', ')}`,
    );
  const secret = scanBase64(valueOf(body, 'secret') ?? '');
  if (!secret || secret.length === 0) throw new UsageError(`${path}: the secret is missing, or is no base64`);
  try {
    return { name: scanName(name), algorithm, secret };
  } catch (error) {
    if (error instanceof NameError) throw new UsageError(`${path}: the name of the key: ${error.message}`);
    throw error;
  }
}

function valueOf(body: string, member: 'algorithm' | 'secret'): string | undefined {
  const [, quoted, bare] =
    new RegExp(`\\b${member}\\s+(?:"([^"\\n]*)"|([^\\s";]+))\\s*;`, 'i').exec(body) ?? [];
  return quoted ?? bare;
}
