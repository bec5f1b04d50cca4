/** One packet in every form that tools print it in (fixtures/captures/forms): all give the same message. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INPUT_KINDS, type Kind } from '../../src/capture/input.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { printHex } from '../../src/message/hex.ts';

const FOLDER = 'fixtures/captures/forms';
const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.md'));
const reply = printHex(readFileSync(join(FOLDER, 'raw.bin')));

describe.each(files)('%s', (file) => {
  const octets = readFileSync(join(FOLDER, file));
  const kind = file.split('.')[0] as Kind;

  it('is recognised and gives the message', () => {
    const input = recogniseInput(octets);
    expect(input.kind).toBe(kind);
    expect(input.why).toMatch(/^\w.*\w\)?$/);
    expect(input.problems).toEqual([]);
    expect(input.messages.map((message) => printHex(message.octets))).toEqual([reply]);
  });

  it('gives the message when its kind is said', () => {
    const { messages } = recogniseInput(octets, { from: kind });
    expect(messages.map((message) => printHex(message.octets))).toEqual([reply]);
  });

  it('has five layers with right checksums where there is a packet', () => {
    const [message] = recogniseInput(octets).messages;
    if (message!.frames.length === 0) return expect(message!.layers).toEqual([]);
    expect(message!.layers.map(({ name }) => name)).toEqual([
      'application',
      'transport',
      'internet',
      'link',
      'physical',
    ]);
    expect(message!.layers.flatMap(({ checks }) => checks.map(({ verdict }) => verdict))).toEqual([
      'right',
      'right',
    ]);
    expect(message!.source).toEqual({ address: '192.0.2.53', port: 53 });
    expect(message!.destination).toEqual({ address: '198.51.100.7', port: 49_200 });
  });
});

it.each(files.filter((file) => file.startsWith('pcap')))('%s has the time of the packet', (file) => {
  const [message] = recogniseInput(readFileSync(join(FOLDER, file))).messages;
  expect(message!.timeMs).toBeCloseTo(1_700_000_000_123.456, 2);
});

it('there is a file of every kind but JSON', () => {
  const kinds = new Set(files.map((file) => file.split('.')[0]));
  expect(INPUT_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['json']);
});
