import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/capture/input-error.ts';
import type { Kind } from '../../src/capture/input.ts';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { printHex } from '../../src/message/hex.ts';
import { hex, query } from './frames.ts';

const MESSAGE = '123401000001000000000000037777770000010001';
const OTHER = MESSAGE.replace('1234', '4321');

function found(text: string, from?: Kind): string[] {
  const octets = new TextEncoder().encode(text);
  return recogniseInput(octets, from ? { from } : {}).messages.map((message) => printHex(message.octets));
}

describe('hexadecimal text', () => {
  it.each([
    ['one run', MESSAGE],
    ['upper case', MESSAGE.toUpperCase()],
    ['0x in front', `0x${MESSAGE}`],
    ['pairs', MESSAGE.replaceAll(/../g, '$& ')],
    ['colons', MESSAGE.replaceAll(/..(?!$)/g, '$&:')],
    ['single digits between colons', MESSAGE.replaceAll(/..(?!$)/g, '$&:').replaceAll(/\b0(.)/g, '$1')],
    ['0x items', MESSAGE.replaceAll(/../g, '0x$&, ')],
    ['0x items without leading zeros', MESSAGE.replaceAll(/../g, '0x$&, ').replaceAll(/0x0(.)/g, '0x$1')],
    ['backslashes', MESSAGE.replaceAll(/../g, '\\x$&')],
    [
      'a C array',
      `/* a query: 12 */ static const uint8_t q[] = {\n${MESSAGE.replaceAll(/../g, '0x$&,')}\n}; // end`,
    ],
    ['a Go slice', `[]byte{${MESSAGE.replaceAll(/../g, '0x$&, ')}}`],
    [
      'a Python literal',
      String.raw`b'\x124\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03www\x00\x00\x01\x00\x01'`,
    ],
    ['an octal escape', String.raw`"\x12\x34\1\0\0\1\0\0\0\0\0\0\3www\0\0\1\0\1"`],
    ['remarks', `# a query\n${MESSAGE.slice(0, 20)} # first ten, 0a in hex\n${MESSAGE.slice(20)}\n`],
    ['digits across lines', `${MESSAGE.slice(0, 7)}\r\n${MESSAGE.slice(7)}\r\n`],
    ['spaces that are no spaces', MESSAGE.replaceAll(/../g, '$&\u00A0')],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([MESSAGE]);
    expect(found(text, 'hex')).toEqual([MESSAGE]);
  });

  it('is a message with the ID zero, not an offset', () => {
    const zero = '0000 0100 0001 0000 0000 0000 0377 7777 0000 0100 01';
    expect(found(zero)).toEqual([zero.replaceAll(' ', '')]);
  });

  it.each([
    ['lines', `${MESSAGE}\n${OTHER}\n`],
    [
      'paragraphs',
      `${MESSAGE.slice(0, 10)}\n${MESSAGE.slice(10)}\n\n${OTHER.slice(0, 8)}\n${OTHER.slice(8)}`,
    ],
    ['arrays', `a = { ${MESSAGE.replaceAll(/../g, '0x$&,')} }; b = { ${OTHER.replaceAll(/../g, '0x$&,')} };`],
  ])('gives several messages: %s', (_, text) => {
    expect(found(text)).toEqual([MESSAGE, OTHER]);
  });

  it('of what TCP carries is split at the lengths', () => {
    expect(found(`0015 ${MESSAGE} 0015 ${OTHER}`)).toEqual([MESSAGE, OTHER]);
  });

  it('of a broken message is that message', () => {
    expect(found('12340100ffff')).toEqual(['12340100ffff']);
  });
});

describe('dumps', () => {
  const DUMP =
    '00000000: 1234 0100 0001 0000 0000 0000 0377 7777  .4...........www\n00000010: 0000 0100 01  .....\n';

  it('expand the star for repeated lines', () => {
    const text =
      '00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n*\n00000030  01 02\n00000032\n';
    expect(found(text)).toEqual([`${'00'.repeat(48)}0102`]);
  });

  it('do not take characters that look like digits for octets', () => {
    const text =
      '0000  61 62 63 64 65 66 30 31 32 33 34 35 36 37 38 39   ab cd ef 01 2345\n0010  61 62                                             ab\n';
    expect(found(text)).toEqual(['616263646566303132333435363738396162']);
  });

  it('of several packets give several messages', () => {
    expect(found(`first\n${DUMP}\nsecond\n${DUMP.replace('1234', '4321')}`)).toEqual([MESSAGE, OTHER]);
  });

  it('whose offsets do not add up are refused with the line', () => {
    expect(() => found(DUMP.replace('00000010', '00000020'))).toThrow(
      /line 2: the offset is 0x00000020, but 16 octets/,
    );
  });

  it('that are short of a line end are refused with the line', () => {
    expect(() => found(DUMP.replace(' 7777 ', '      '))).toThrow(/line 2: the offset/);
  });

  it('that promise the earth by a star are refused', () => {
    expect(() => found('00000000: 0000\n*\nfffffffe: 0102\n')).toThrow(
      /line 2: more octets than a packet can have/,
    );
  });
});

describe('base64', () => {
  it('of a query that ends too early, by its header', () => {
    expect(found('EjQBAAABAAAAAAAAAXgAAAEA')).toEqual(['123401000001000000000000017800000100']);
  });

  const text = Buffer.from(hex(MESSAGE)).toString('base64');

  it.each([
    ['one line', text],
    ['lines', text.replaceAll(/.{8}/g, '$&\n')],
    ['base64url without padding', Buffer.from(hex(MESSAGE)).toString('base64url')],
    [
      'an address of DNS over HTTPS',
      `https://dns.example/q?a=b&dns=${Buffer.from(hex(MESSAGE)).toString('base64url')}`,
    ],
  ])('%s', (_, given) => {
    expect(found(given)).toEqual([MESSAGE]);
    expect(found(given, 'base64')).toEqual([MESSAGE]);
  });

  it('gives several messages, one a line', () => {
    expect(found(`${text}\n${Buffer.from(hex(OTHER)).toString('base64')}\n`)).toEqual([MESSAGE, OTHER]);
  });

  it('that could be hexadecimal is base64 where only that gives a message', () => {
    const octets = hex('000001000001000000000000 01a000 0001 0004');
    const both = Buffer.from(octets).toString('base64url');
    expect(both).toMatch(/^([0-9a-f]{2})+$/i);
    expect(found(both)).toEqual([printHex(octets)]);
  });
});

describe('JSON', () => {
  it('is handed on as it is', () => {
    const input = recogniseInput(new TextEncoder().encode('\n{ "ID": 1 }\n'));
    expect(input).toMatchObject({ kind: 'json', messages: [], text: '\n{ "ID": 1 }\n' });
  });
});

describe('binary input', () => {
  it('is a message', () => {
    expect(recogniseInput(query())).toMatchObject({ kind: 'raw', messages: [{ octets: query() }] });
  });

  it('is a message, however broken, when it is said to be raw', () => {
    const octets = Uint8Array.of(0, 1, 0xff);
    expect(recogniseInput(octets, { from: 'raw' }).messages[0]!.octets).toEqual(octets);
  });

  it('is what TCP carries, with a problem where the last message is not all there', () => {
    const { kind, messages } = recogniseInput(hex(`0015${MESSAGE}0015${OTHER.slice(0, 20)}`), {
      from: 'raw-tcp',
    });
    expect(kind).toBe('raw-tcp');
    expect(messages.map(({ octets }) => octets.length)).toEqual([21, 10]);
    expect(messages[1]!.problems).toEqual(['only 10 of the 21 octets that its length promises are there']);
  });

  it('is what TCP carries even where no message in it reads', () => {
    expect(recogniseInput(hex(`000d${'ff'.repeat(13)}000c${'fe'.repeat(12)}`))).toMatchObject({
      kind: 'raw-tcp',
    });
  });
});

describe('input without a message', () => {
  const text = (given: string): Uint8Array => new TextEncoder().encode(given);

  it.each<[string, Uint8Array, Kind | undefined, RegExp]>([
    ['nothing', text(''), undefined, /^the input is empty$/],
    ['white space', text(' \n'), undefined, /empty but for white space/],
    [
      'prose',
      text('Lorem ipsum\n'),
      undefined,
      /no message in any form .* line 1: "L" is no hexadecimal digit/,
    ],
    [
      'odd digits',
      text('12\n34 # two\n123\n'),
      undefined,
      /^line 3 has an odd number of hexadecimal digits \(7 in all\)$/,
    ],
    ['a wrong digit', text('1234\n12g4\n1234\n'), undefined, /^line 2: "g" is no hexadecimal digit$/],
    ['a hostile digit', text('1234567890\u001B'), 'hex', /^line 1: "\\u\{1B\}" is no/],
    ['only a remark', text('# nothing\n'), undefined, /no octets/],
    ['no base64', text('!'), 'base64', /^this is no base64$/],
    ['no dump', text('1234'), 'xxd', /^this is no dump of xxd/],
    ['gzip', hex('1f8b080000000000'), undefined, /gzip: unpack it first/],
    ['no pcap', query(), 'pcap', /^this is no pcap file/],
    ['no pcapng', query(), 'pcapng', /^this is no pcapng file/],
    ['half a pcap header', hex('d4c3b2a1020004'), undefined, /ends inside its header/],
    [
      'an empty pcap',
      hex('d4c3b2a1020004000000000000000000ffff000001000000'),
      undefined,
      /no DNS message in this capture of 0 packets/,
    ],
  ])('%s', (_, octets, from, sentence) => {
    const run = (): unknown => recogniseInput(octets, from ? { from } : {});
    expect(run).toThrow(InputError);
    expect(run).toThrow(sentence);
  });
});
