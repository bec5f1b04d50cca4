import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePcap } from '../../src/capture/pcap-write.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { wrapMessage } from '../../src/capture/wrap.ts';
import { encode } from '../../src/message/encode.ts';
import { messageFromJson, octetsFromJson } from '../../src/message/message-from-json.ts';
import { scanMessage } from '../../src/message/message-text-scan.ts';
import { printMessage } from '../../src/message/message-text.ts';
import { decode } from '../../src/message/decode.ts';
import { UNSAFE_CHARACTERS } from '../../src/message/printable-text.ts';
import { dissectMessage, NO_SOURCE, type DissectedMessage } from '../../src/render/dissection.ts';
import { dissectionToJson } from '../../src/render/dissection-json.ts';
import { dissectionShort, dissectionText } from '../../src/render/dissection-text.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { plain } from '../../src/render/style.ts';
import { anyMessage } from '../arbitraries/messages.ts';
import { tilingFaults } from '../support/tiling.ts';
import { HOSTILE, RESPONSE, SAMPLES } from './dissection-samples.ts';

const golden = (name: string): string => `../../fixtures/dissections/${name}`;
const text = (dissected: DissectedMessage, columns = 80): string => dissectionText(dissected, plain, columns);
const of = (octets: Uint8Array): DissectedMessage => dissectMessage(octets, NO_SOURCE);

/** Nothing in it can steer a terminal or be read in another order than it stands. */
function expectHarmless(output: string): void {
  expect(output.replaceAll('\n', '').match(UNSAFE_CHARACTERS)).toBeNull();
}

describe.each(Object.entries(SAMPLES))('%s', (name, octets) => {
  const dissected = of(octets);

  test('as text', async () => {
    await expect(text(dissected)).toMatchFileSnapshot(golden(`${name}.txt`));
  });

  test('fits its width, and is harmless', () => {
    for (const columns of [60, 80, 100, 132, 160]) {
      const [shown] = text(dissected, columns).split('As zone-file lines');
      expectHarmless(shown!);
      for (const line of shown!.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
    }
    expectHarmless(dissectionShort(dissected));
    expectHarmless(jsonText(dissectionToJson(dissected), 2));
  });

  test('shows every octet once', () => {
    const [shown] = text(dissected).split('Left over');
    const hex = shown!
      .split('\n')
      .flatMap((line) => /^ *0x[0-9a-f]+  ((?:[0-9a-f]{2} ?)+)/.exec(line)?.[1] ?? []);
    expect(hex.join(' ').trim().split(/\s+/).join('')).toBe(Buffer.from(octets).toString('hex'));
  });

  test('as JSON has all of it', () => {
    const json = JSON.parse(jsonText(dissectionToJson(dissected))) as {
      octets: string;
      problems: { code: string }[];
      spans: Parameters<typeof tilingFaults>[1];
    };
    expect(new Uint8Array(Buffer.from(json.octets, 'base64'))).toEqual(octets);
    expect(json.problems).toEqual(dissected.problems);
    expect(tilingFaults(octets.length, json.spans)).toEqual([]);
    expect(octetsFromJson(json)).toEqual(octets);
  });
});

test('as JSON', async () => {
  const json = jsonText(dissectionToJson(of(SAMPLES['response']!)), 2);
  await expect(`${json}\n`).toMatchFileSnapshot(golden('response.json'));
  expect(messageFromJson(JSON.parse(json))).toEqual(RESPONSE);
});

describe('text', () => {
  test('draws flags bit by bit', () => {
    expect(text(of(SAMPLES['response']!))).toMatch(
      /^ +1\.\.\. \.\.\.\. \.\.\.\. \.\.\.\. +QR +1 +response$/m,
    );
  });

  test('draws a pointer as a jump, and labels as length and text', () => {
    const shown = text(of(SAMPLES['response']!));
    expect(shown).toMatch(/^0x21 {2}c0 0c +pointer +0x21 → 0x0c www\.example\.com\.$/m);
    expect(shown).toMatch(/^0x0c {2}03 77 77 77 +label +3 www$/m);
  });

  test('puts a problem behind the octets that it is about, with the RFC', () => {
    const lines = text(of(SAMPLES['pointer-loop']!)).split('\n');
    const at = lines.findIndex((line) => line.includes('✗ pointer-loop'));
    expect(lines.slice(0, at).findLast((line) => line.startsWith('0x'))).toContain('c0 0c');
    expect(lines.slice(at, at + 2).join(' ')).toMatch(/RFC 1035\s+4\.1\.4/);
  });

  test('says what is left over', () => {
    expect(text(of(SAMPLES['several-faults']!))).toMatch(/^Left over: .*4 octets at 0x/m);
    expect(text(of(SAMPLES['response']!))).toContain('Left over: nothing');
  });

  test('of a large message is quick', () => {
    const records = Array.from({ length: 4000 }, () => RESPONSE.answers[1]!);
    const octets = encode({ ...RESPONSE, answers: records });
    const started = performance.now();
    expect(text(of(octets)).length).toBeGreaterThan(octets.length);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('layers', () => {
  const ends = {
    source: { address: '192.0.2.53', port: 53 },
    destination: { address: '192.0.2.1', port: 49_152 },
  };
  test.each(['udp', 'tcp'] as const)('are shown field by field: %s', async (transport) => {
    const octets = SAMPLES['response']!;
    const frames = wrapMessage(octets, { ...ends, transport, link: 'ethernet', timeMs: 0 });
    const [message] = recogniseInput(writePcap(frames)).messages;
    const around = { layers: message!.layers, frame: message!.frames[0]!.octets, isBuilt: true };
    const shown = text(dissectMessage(octets, NO_SOURCE, around));
    const part = shown.slice(shown.indexOf('Layers'), shown.indexOf('As zone-file lines'));
    await expect(part).toMatchFileSnapshot(golden(`layers-${transport}.txt`));
    for (const line of part.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('zone-file lines of a message', () => {
  test.each([RESPONSE, HOSTILE])('are read back to it', (message) => {
    const { extendedRcode: _none, ...parts } = scanMessage(printMessage(message).join('\n'));
    expect(parts).toEqual(message);
  });

  test('of anything are read back to it', () => {
    fc.assert(
      fc.property(anyMessage, (value) => {
        const message = decode(encode(value));
        const { header, answers, authorities, additionals, questions } = scanMessage(
          printMessage(message).join('\n'),
        );
        expect({ answers, authorities, additionals, questions }).toEqual({
          answers: message.answers,
          authorities: message.authorities,
          additionals: message.additionals,
          questions: message.questions,
        });
        expect(header).toEqual(message.header);
      }),
    );
  });

  test('may be what dig prints', () => {
    const scanned = scanMessage(`
; <<>> DiG 9.18 <<>> example.com MX
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: BADVERS, id: 31337
;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags: do; udp: 4096
; NSID: 6e 73 31 ("ns1")
;; QUESTION SECTION:
;example.com.\t\t\tIN\tMX

;; ANSWER SECTION:
example.com.\t\t300\tIN\tMX\t(
  10 ; lower is better
  mail.example.com. )

;; Query time: 0 msec
`);
    expect(scanned).toMatchObject({
      header: { id: 31_337, qr: true, rd: true, ra: true, aa: false, rcode: 0 },
      extendedRcode: 1,
      questions: [{ name: 'example.com.', type: 15, class: 1 }],
      answers: [{ name: 'example.com.', ttl: 300 }],
      edns: { udpPayloadSize: 4096, dnssecOk: true, options: [{ code: 3 }] },
    });
  });

  test.each([
    ['a..b A 192.0.2.1', /line 1/],
    ['\n\nwww A 192.0.2', /line 3/],
    [';; QUESTION SECTION:\n;www IN NOTYPE', /line 2.*question/],
    [';; flags: qr xx;', /xx/],
  ])('say where they are wrong: %j', (lines, why) => expect(() => scanMessage(lines)).toThrow(why));
});
