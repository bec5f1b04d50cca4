/** `rootwalk/message` in a real browser: the bundle decodes, dissects and prints there what it does here. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { decode, dissect, messageToJson, printRecord } from '../../src/message.ts';
import { cannotRunHere, SEARCH_PATH } from './requirements.ts';

/** A reply with a compressed alias, and one that is broken. */
const REPLY =
  '1234818000010002000000000377777707' +
  '6578616d706c6503636f6d0000010001c00c000500010000003c000704656467 65c010c02d00010001000000' +
  '3c0004c0000250';
const HEX = [REPLY.replaceAll(' ', ''), '123481800001000000000000c00c00010001'];

const SCRIPT = `
  import { decode, dissect, messageToJson, printRecord } from 'rootwalk/message';
  const octets = (hex) => Uint8Array.from(hex.match(/../g), (each) => parseInt(each, 16));
  const [reply, broken] = ${JSON.stringify(HEX)}.map(octets);
  const message = decode(reply);
  const told = { json: messageToJson(message), records: message.answers.map(printRecord), dissected: dissect(broken) };
  document.body.textContent = JSON.stringify(told);
`;

describe.skipIf(cannotRunHere('the browser', { chromium: 'chromium' }))('in Chromium', () => {
  test('messages are what they are in Node.js', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rootwalk-browser-'));
    await build({
      stdin: { contents: SCRIPT, resolveDir: process.cwd() },
      alias: { 'rootwalk/message': resolve('dist/message.js') },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      outfile: join(folder, 'bundle.js'),
      logLevel: 'silent',
    });
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      '<!doctype html><meta charset="utf-8"><body></body><script src="bundle.js"></script>',
    );
    const dom = execFileSync(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${folder}`,
        '--dump-dom',
        `file://${page}`,
      ],
      { encoding: 'utf8', env: { ...process.env, PATH: SEARCH_PATH }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const text = /<body>(.*?)(<script|<\/body>)/s.exec(dom)![1]!;
    const told: unknown = JSON.parse(
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    const [reply, broken] = HEX.map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
    const message = decode(reply!);
    expect(message.answers).toHaveLength(2);
    const here = {
      json: messageToJson(message),
      records: message.answers.map(printRecord),
      dissected: dissect(broken!),
    };
    expect(told).toEqual(JSON.parse(JSON.stringify(here)));
  });
});
