/**
 * Captures against the programs that people have: tshark reads what we write, and we read what tshark,
 * tcpdump, xxd and their kind print.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { writePcap, writePcapng, type Frame } from '../../src/capture/pcap-write.ts';
import { wrapMessage } from '../../src/capture/wrap.ts';
import { tcpConversation } from '../../src/capture/tcp-conversation.ts';
import { encode } from '../../src/message/encode.ts';
import { printHex } from '../../src/message/hex.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { headerOf } from '../../src/message/header.ts';
import { traceOf } from '../../src/render/trace.ts';
import { tracePcap, tracePcapng } from '../../src/render/trace-pcap.ts';
import {
  ipv4Fragments,
  ipv6Fragments,
  internetPackets,
  packetsOf,
  pcapFile,
  query,
  V4,
  V6,
} from '../capture/frames.ts';
import { closePlaces, liveRun } from '../support/live-run.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const PROGRAMS = {
  tshark: 'tshark',
  editcap: 'wireshark-common',
  text2pcap: 'wireshark-common',
  tcpdump: 'tcpdump',
  xxd: 'xxd',
  hexdump: 'bsdextrautils',
  od: 'coreutils',
  base64: 'coreutils',
} as const;

const missing = Object.entries(PROGRAMS).filter(([program]) => spawnSync(program, ['--version']).error);
const wanted = missing.map(([program, debian]) => `${program} (Debian package ${debian})`);
if (missing.length > 0) console.warn(`SKIPPED captures: missing ${wanted.join('; ')}`);

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-captures-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, octets: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, octets);
  return path;
}

function run(program: string, ...words: readonly string[]): Buffer {
  const { stdout, stderr, status } = spawnSync(program, words, { maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr.toString()}`);
  return stdout;
}

const CHECKED = ['ip', 'udp', 'tcp'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);

/** One line a packet, with the fields of it that tshark found, by tabs. */
function fieldsOf(path: string, fields: readonly string[], ...options: readonly string[]): string[][] {
  const words = fields.flatMap((field) => ['-e', field]);
  const text = run('tshark', '-n', ...CHECKED, '-r', path, ...options, '-T', 'fields', ...words).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

/** What tshark complains of: bad checksums, malformed packets, anything of its experts above a note. */
function complaints(path: string): string {
  const filter = [
    'ip.checksum.status == "Bad"',
    'udp.checksum.status == "Bad"',
    'tcp.checksum.status == "Bad"',
    '_ws.malformed',
    '_ws.expert.severity >= 0x600000',
    'tcp.analysis.flags',
  ].join(' || ');
  return run('tshark', '-n', ...CHECKED, '-r', path, '-Y', filter).toString();
}

/** Each message in an input, short enough to be shown where a test fails. */
function messagesIn(octets: Uint8Array): string[] {
  return recogniseInput(octets).messages.map((message) => shown(message.octets));
}

function shown(octets: Uint8Array): string {
  const digest = createHash('sha256').update(octets).digest('hex').slice(0, 16);
  return `${octets.length} octets, ${printHex(octets.subarray(0, 16))}…, ${digest}`;
}

const reply = encode({
  header: headerOf(0x1234, 0x8580),
  questions: [{ name: 'www.example.com.', type: 1, class: 1 }],
  answers: [
    scanRecord('www.example.com. 300 IN CNAME edge.example.com.'),
    ...Array.from({ length: 200 }, (_, i) => scanRecord(`edge.example.com. 60 IN A 192.0.2.${i}`)),
  ],
  authorities: [],
  additionals: [],
});

const ENDS = [
  ['IPv4', V4],
  ['IPv6', V6],
] as const;
const LINKS = ['ethernet', 'raw'] as const;

/** A query and its reply, both ways, over both transports. */
function everything(): Frame[] {
  return ENDS.flatMap(([, ends]) =>
    LINKS.flatMap((link, i) => {
      const timeMs = 1_700_000_000_000 + i;
      const client = { ...ends.source, port: ends.source.port + i };
      const there = { source: client, destination: ends.destination, link, timeMs };
      const back = { source: ends.destination, destination: client, link, timeMs: timeMs + 0.5 };
      return [
        ...wrapMessage(query(), { ...there, transport: 'udp' }),
        ...wrapMessage(reply, { ...back, transport: 'udp' }),
        ...tcpConversation({ ...there, transport: 'tcp' }, [
          { from: 'client', octets: query(), timeMs },
          { from: 'server', octets: reply, timeMs: timeMs + 3 },
        ]),
      ];
    }),
  );
}

describe.skipIf(missing.length > 0)('tshark reads what we write', () => {
  const frames = everything();
  const ethernet = frames.filter(({ linkType }) => linkType === 1);
  const raw = frames.filter(({ linkType }) => linkType !== 1);
  const files = [
    ['ethernet.pcap', writePcap(ethernet)],
    ['raw.pcap', writePcap(raw)],
    ['both.pcapng', writePcapng(frames)],
  ] as const;

  it.each(files)('%s: checksums are good, nothing is malformed', (name, octets) => {
    const path = file(name, octets);
    expect(complaints(path)).toBe('');
    const statuses = fieldsOf(path, ['ip.checksum.status', 'udp.checksum.status', 'tcp.checksum.status']);
    expect(statuses.length).toBe(name === 'both.pcapng' ? frames.length : frames.length / 2);
    // 1: good; IPv6 has no checksum of its own.
    for (const line of statuses) expect(line.filter((status) => status !== '').join()).toMatch(/^1(,1)?$/);
  });

  it.each(files)('%s: the messages are there, over TCP too', (name, octets) => {
    const path = file(name, octets);
    const fields = ['dns.id', 'dns.qry.name', 'dns.count.answers', 'dns.flags.response'];
    const found = fieldsOf(path, fields, '-Y', 'dns');
    const query = '0x1234,www.example.com,0,0';
    const answer = '0x1234,www.example.com,201,1';
    const each = name === 'both.pcapng' ? 8 : 4;
    expect(found.map((line) => line.join().replace('False', '0').replace('True', '1')).toSorted()).toEqual(
      [
        ...Array.from({ length: each }, () => query),
        ...Array.from({ length: each }, () => answer),
      ].toSorted(),
    );
    const reassembled = fieldsOf(path, ['tcp.reassembled.length'], '-Y', 'tcp.reassembled.length');
    expect(new Set(reassembled.flat())).toEqual(new Set([String(reply.length + 2)]));
  });

  it('complains of wrong checksums where we say that they are wrong', () => {
    const [frame] = ethernet;
    const octets = frame!.octets.slice();
    octets[24]! ^= 1;
    octets[40]! ^= 1;
    const broken = writePcap([{ ...frame!, octets }]);
    expect(complaints(file('broken.pcap', broken)).trimEnd().split('\n')).toHaveLength(1);
    expect(complaints(file('broken.pcap', broken))).not.toBe('');
    const [message] = recogniseInput(broken).messages;
    const verdicts = message!.layers.flatMap(({ checks }) => checks.map(({ verdict }) => verdict));
    expect(verdicts).toEqual(['wrong', 'wrong']);
  });

  it('has the times that we wrote', () => {
    const path = file('times.pcap', writePcap(ethernet));
    const [first] = fieldsOf(path, ['frame.time_epoch']);
    expect(Number(first![0])).toBeCloseTo(1_700_000_000, 5);
  });

  it('reads a trace, with the servers that were asked', async () => {
    const walked = await walkIn({ [ROOT_ADDRESS]: serving({ '.': 'www A 192.0.2.80\n' }) }, 'www');
    const path = file('trace.pcap', tracePcap(traceOf(walked.events)));
    expect(complaints(path)).toBe('');
    expect(fieldsOf(path, ['ip.src', 'ip.dst', 'dns.qry.name', 'dns.a'])).toEqual([
      ['203.0.113.254', ROOT_ADDRESS, 'www', ''],
      [ROOT_ADDRESS, '203.0.113.254', 'www', '192.0.2.80'],
    ]);
  });

  it.each([
    ['IPv4', ipv4Fragments(internetPackets(reply)[0]!, 1480)],
    ['IPv6', ipv6Fragments(internetPackets(reply, V6)[0]!, 1448)],
  ])('agrees with us on fragments of %s', (_, fragments) => {
    const octets = pcapFile(packetsOf(fragments), { littleEndian: true });
    const path = file('fragments.pcap', octets);
    expect(fieldsOf(path, ['dns.count.answers'], '-Y', 'dns')).toEqual([['201']]);
    expect(messagesIn(octets)).toEqual([shown(reply)]);
  });
});

describe.skipIf(missing.length > 0)('tshark reads whole walks', () => {
  afterAll(closePlaces);

  const runs = [
    { what: 'UDP alone', world: 'internet', name: 'shop.example.com.', type: 1 },
    { what: 'TCP after UDP', world: 'internet', name: 'big.example.com.', type: 16 },
    { what: 'silence', world: 'internet', name: 'www.half.example.com.', type: 1 },
    {
      what: 'a survey over both families',
      world: 'serial-drift',
      name: 'www.shop.test.',
      type: 1,
      survey: true,
    },
  ];
  const kinds = [
    ['pcap', tracePcap],
    ['pcapng', tracePcapng],
  ] as const;

  it.each(runs)('with $what: every message, in order, to the millisecond', async (one) => {
    const { trace } = await liveRun(one.world, one.survey ? { survey: true } : {}, {}, one);
    const seconds = (ms: number): number => (trace.at + ms) / 1000;
    const expected = trace.hops.flatMap(({ startMs, rttMs, reply, query, server: { address } }) => [
      { at: seconds(startMs), server: address, octets: query.length, isReply: false },
      ...(reply
        ? [{ at: seconds(startMs + rttMs!), server: address, octets: reply.length, isReply: true }]
        : []),
    ]);
    for (const [kind, write] of kinds) {
      const path = file(`walk.${kind}`, write(trace));
      expect(complaints(path)).toBe('');
      const fields = [
        'frame.time_epoch',
        'dns.flags.response',
        'ip.src',
        'ip.dst',
        'ipv6.src',
        'ipv6.dst',
        'udp.length',
        'dns.length',
      ];
      const found = fieldsOf(path, fields, '-Y', 'dns').map(
        ([time, response, src4, dst4, src6, dst6, udp, tcp]) => {
          const isReply = response === 'True' || response === '1';
          const octets = udp === '' ? Number(tcp) : Number(udp) - 8;
          return { at: Number(time), server: isReply ? src4 || src6 : dst4 || dst6, octets, isReply };
        },
      );
      const key = ({ server, octets, isReply }: (typeof found)[number]): string =>
        `${server} ${octets} ${isReply}`;
      expect(found.map(key).toSorted()).toEqual(expected.map(key).toSorted());
      const byTime = (messages: typeof found): number[] =>
        messages.map(({ at }) => at).toSorted((a, b) => a - b);
      for (const [i, at] of byTime(found).entries())
        expect(Math.abs(at - byTime(expected)[i]!)).toBeLessThan(0.001);
    }
  });

  it('and says at each packet which hop it belongs to', async () => {
    const { trace } = await liveRun('internet', {}, {});
    const found = fieldsOf(file('walk.pcapng', tracePcapng(trace)), ['frame.comment', 'dns.id']);
    const expected = trace.hops.flatMap(({ id, outcome, query }) => {
      const about = [
        new RegExp(`^hop ${id}, .*: ${outcome}: `),
        `0x${printHex(query.subarray(0, 2))}`,
      ] as const;
      return [about, about];
    });
    expect(found.length).toBe(expected.length);
    for (const [comment, messageId] of expected)
      expect(found.some(([said, id]) => comment.test(said!) && id === messageId)).toBe(true);
  });
});

describe.skipIf(missing.length > 0)('we read what other programs print', () => {
  const frames = everything().filter(({ linkType }) => linkType === 1);
  const octets = writePcap(frames);
  const path = file('printed.pcap', octets);
  const expected = messagesIn(octets);

  it.each<[string, string, ...string[]]>([
    ['tcpdump', '-n', '-x'],
    ['tcpdump', '-n', '-X'],
    ['tcpdump', '-n', '-xx'],
    ['tcpdump', '-n', '-XX', '-v'],
    ['tcpdump', '-n', '-x', '-tttt', '-e'],
    ['tshark', '-x'],
    ['tshark', '-P', '-x'],
    ['tshark', '-V', '-x'],
    ['tshark', '-x', '--hexdump', 'noascii'],
    ['tshark', '-x', '--hexdump', 'frames'],
  ])('%s %s %s %s', (program, ...words) => {
    expect(messagesIn(run(program, ...words, '-r', path))).toEqual(expected);
  });

  it.each(['pcap', 'pcapng', 'nsecpcap', 'modpcap'])('editcap -F %s', (format) => {
    const out = join(folder, `converted-${format}`);
    run('editcap', '-F', format, path, out);
    expect(messagesIn(readFileSync(out))).toEqual(expected);
  });

  it.each([20, 41, 45, 60, 100, 1000])('editcap -s %d: cut packets are problems', (length) => {
    const out = join(folder, 'cut.pcapng');
    run('editcap', '-s', String(length), path, out);
    let sentences: readonly string[];
    try {
      const { messages, problems } = recogniseInput(readFileSync(out));
      sentences = [...problems, ...messages.flatMap((message) => message.problems)];
    } catch (error) {
      sentences = [(error as Error).message];
    }
    expect(sentences.join()).toMatch(/cut off|has only|missing/);
  });

  it('text2pcap', () => {
    const dump = file('message.txt', run('od', '-Ax', '-tx1', '-v', file('message.bin', reply)));
    const out = join(folder, 'text2pcap.pcapng');
    run('text2pcap', '-q', '-u', '1234,53', dump, out);
    expect(messagesIn(readFileSync(out))).toEqual([shown(reply)]);
    run('text2pcap', '-q', '-6', '2001:db8::1,2001:db8::2', '-u', '1234,53', dump, out);
    expect(messagesIn(readFileSync(out))).toEqual([shown(reply)]);
  });

  it.each([
    ['xxd'],
    ['xxd', '-g1'],
    ['xxd', '-g4', '-c', '20'],
    ['xxd', '-c', '7'],
    ['xxd', '-u', '-a'],
    ['xxd', '-b'],
    ['xxd', '-p'],
    ['xxd', '-i'],
    ['hexdump'],
    ['hexdump', '-C'],
    ['hexdump', '-x'],
    ['hexdump', '-b'],
    ['od'],
    ['od', '-x'],
    ['od', '-b'],
    ['od', '-t', 'x1z'],
    ['od', '-A', 'x', '-t', 'x1'],
    ['od', '-A', 'n', '-t', 'x1', '-v'],
    ['od', '-A', 'd', '-t', 'u1'],
    ['base64'],
    ['base64', '-w0'],
  ])('%s %s %s %s', (program, ...words) => {
    // An odd number of octets, and lines that repeat.
    const message = encode({
      header: headerOf(1, 0x8580),
      questions: [{ name: 'txt.example.', type: 16, class: 1 }],
      answers: [
        scanRecord(`txt.example. 60 IN TXT "${'a'.repeat(200)}"`),
        scanRecord('txt.example. 60 IN TXT "abcd"'),
      ],
      authorities: [],
      additionals: [],
    });
    expect(message.length % 2).toBe(1);
    expect(messagesIn(run(program, ...words, file('odd.bin', message)))).toEqual([shown(message)]);
  });
});
