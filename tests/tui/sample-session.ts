/**
 * A recorded walk for the explorer's tests and demonstration: from the root over com. to example.com., an
 * alias into example.net. whose name servers have no glue, one server that is silent and one that refuses.
 * The octets are real.
 */

import { CLASS_IN, OPCODE_QUERY, RCODE, typeCode } from '../../src/message/codes.ts';
import type { Comparison } from '../../src/compare/comparison.ts';
import { encode } from '../../src/message/encode.ts';
import type { Message, Question } from '../../src/message/message.ts';
import { flagNames, type Header } from '../../src/message/header.ts';
import { EXTENDED_ERROR } from '../../src/message/options/extended-error.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type {
  AddressSource,
  Dropped,
  Ending,
  Hop,
  HopStart,
  Outcome,
  WalkEvent,
} from '../../src/resolver/events.ts';
import type { Evidence, ServerAnswer, SystemAnswer } from '../../src/system/system-answer.ts';
import type { Rejection } from '../../src/transport/exchange.ts';
import type { ExplorerSession } from '../../src/tui/session.ts';

interface Sections {
  readonly answers?: readonly string[];
  readonly authorities?: readonly string[];
  readonly additionals?: readonly string[];
}

interface Try extends Sections {
  readonly id: number;
  readonly parent?: number | null;
  readonly zone: string;
  readonly question?: readonly [name: string, type: string];
  readonly server: readonly [name: string, address: string, source: AddressSource];
  readonly outcome: Outcome;
  readonly rttMs?: number;
  readonly rcode?: number;
  readonly aa?: boolean;
  readonly why: string;
  readonly verdict: string;
  readonly next?: Hop['next'];
  readonly dropped?: readonly Dropped[];
  readonly rejected?: readonly Rejection[];
  readonly extendedError?: { readonly infoCode: number; readonly extraText: string };
}

const ROOT_NS = ['com. 172800 IN NS a.gtld-servers.net.', 'com. 172800 IN NS b.gtld-servers.net.'];
const ROOT_GLUE = [
  'a.gtld-servers.net. 172800 IN A 192.0.2.30',
  'b.gtld-servers.net. 172800 IN AAAA 2001:db8::30',
];
const NET_NS = ['example.net. 172800 IN NS ns1.dns-host.org.', 'example.net. 172800 IN NS ns2.dns-host.org.'];
const ORG_NS = ['dns-host.org. 3600 IN NS ns.dns-host.org.'];

const TRIES: readonly Try[] = [
  {
    id: 1,
    zone: '.',
    server: ['a.root-servers.net.', '198.51.100.4', 'hints'],
    outcome: 'referral',
    rttMs: 12.3,
    authorities: ROOT_NS,
    additionals: ROOT_GLUE,
    why: 'the first of the root hints',
    verdict: 'com. is delegated to a.gtld-servers.net. and one more',
    next: { zone: 'com.', nameServers: ['a.gtld-servers.net.', 'b.gtld-servers.net.'], glue: 2 },
  },
  {
    id: 2,
    zone: 'com.',
    server: ['a.gtld-servers.net.', '192.0.2.30', 'glue'],
    outcome: 'timeout',
    why: 'the first address of the referral',
    verdict: 'no reply within 1000 ms',
  },
  {
    id: 3,
    zone: 'com.',
    server: ['b.gtld-servers.net.', '2001:db8::30', 'glue'],
    outcome: 'referral',
    rttMs: 23.8,
    authorities: ['example.com. 172800 IN NS ns1.example.com.', 'example.com. 172800 IN NS ns2.example.com.'],
    additionals: ['ns1.example.com. 172800 IN A 192.0.2.53', 'ns2.example.com. 172800 IN A 192.0.2.54'],
    dropped: [{ record: scanRecord('www.evil.test. 60 IN A 192.0.2.66'), reason: 'out-of-bailiwick' }],
    rejected: [{ reason: 'wrong-id', octets: new Uint8Array(48), from: '192.0.2.30#53' }],
    why: 'the next server of com. after a timeout',
    verdict: 'example.com. is delegated to ns1.example.com. and one more',
    next: { zone: 'example.com.', nameServers: ['ns1.example.com.', 'ns2.example.com.'], glue: 2 },
  },
  {
    id: 4,
    zone: 'example.com.',
    server: ['ns1.example.com.', '192.0.2.53', 'glue'],
    outcome: 'refused',
    rttMs: 31.4,
    rcode: RCODE.REFUSED,
    extendedError: { infoCode: 20, extraText: 'not \u001b[31mmy\u001b[0m zone' },
    why: 'the first address of the referral',
    verdict: 'the server does not want to answer: REFUSED',
  },
  {
    id: 5,
    zone: 'example.com.',
    server: ['ns2.example.com.', '192.0.2.54', 'glue'],
    outcome: 'alias',
    rttMs: 30.9,
    aa: true,
    answers: ['www.example.com. 300 IN CNAME edge.example.net.'],
    why: 'the next server of example.com. after REFUSED',
    verdict: 'www.example.com. is an alias of edge.example.net.',
  },
  {
    id: 6,
    zone: '.',
    question: ['edge.example.net.', 'A'],
    server: ['b.root-servers.net.', '198.51.100.5', 'hints'],
    outcome: 'referral',
    rttMs: 11.1,
    authorities: NET_NS,
    why: 'the alias leads to another zone: from the root again',
    verdict: 'example.net. is delegated to ns1.dns-host.org. and one more, without glue',
    next: { zone: 'example.net.', nameServers: ['ns1.dns-host.org.', 'ns2.dns-host.org.'], glue: 0 },
  },
  {
    id: 7,
    parent: 6,
    zone: '.',
    question: ['ns1.dns-host.org.', 'A'],
    server: ['a.root-servers.net.', '198.51.100.4', 'cache'],
    outcome: 'referral',
    rttMs: 12,
    authorities: ORG_NS,
    additionals: ['ns.dns-host.org. 3600 IN A 203.0.113.53'],
    why: 'the address of a name server is needed',
    verdict: 'dns-host.org. is delegated to ns.dns-host.org.',
    next: { zone: 'dns-host.org.', nameServers: ['ns.dns-host.org.'], glue: 1 },
  },
  {
    id: 8,
    parent: 6,
    zone: 'dns-host.org.',
    question: ['ns1.dns-host.org.', 'A'],
    server: ['ns.dns-host.org.', '203.0.113.53', 'glue'],
    outcome: 'answer',
    rttMs: 8.2,
    aa: true,
    answers: ['ns1.dns-host.org. 3600 IN A 203.0.113.1'],
    why: 'the only address of the referral',
    verdict: 'ns1.dns-host.org. has the address 203.0.113.1',
  },
  {
    id: 9,
    zone: 'example.net.',
    question: ['edge.example.net.', 'A'],
    server: ['ns1.dns-host.org.', '203.0.113.1', 'lookup'],
    outcome: 'answer',
    rttMs: 1204,
    aa: true,
    answers: ['edge.example.net. 60 IN A 192.0.2.80', 'edge.example.net. 60 IN A 192.0.2.81'],
    why: 'its address was looked up',
    verdict: 'edge.example.net. has 2 addresses',
  },
];

const ENDING: Ending = {
  status: 'answer',
  reason: null,
  message: '',
  rcode: RCODE.NOERROR,
  aliases: ['edge.example.net.'],
  answers: [
    'www.example.com. 300 IN CNAME edge.example.net.',
    'edge.example.net. 60 IN A 192.0.2.80',
    'edge.example.net. 60 IN A 192.0.2.81',
  ].map((line) => scanRecord(line)),
  negativeTtl: null,
  zone: 'example.net.',
};

const HOSTS_LINE: Evidence = { file: '/etc/hosts', line: 3, text: '10.9.8.7\twww.example.com  # staging' };

/** A name server that said nothing yet; the members in the order that they have in JSON. */
const ASKED: ServerAnswer = {
  role: 'listed',
  from: null,
  isLocal: false,
  program: null,
  name: 'www.example.com.',
  queries: 1,
  unchecked: null,
  server: '127.0.0.53#53',
  outcome: 'reply',
  detail: '',
  transport: 'udp',
  rcode: null,
  flags: [],
  answers: [],
  authorities: [],
  extendedErrors: [],
  identity: { nsid: null, version: null, id: null },
  rttMs: 1.1,
};

export const SAMPLE_SYSTEM: SystemAnswer = {
  source: 'hosts',
  addresses: ['10.9.8.7'],
  names: [],
  records: [],
  rcode: RCODE.NOERROR,
  server: '127.0.0.53#53',
  error: null,
  tried: ['www.example.com.'],
  evidence: [HOSTS_LINE],
  sources: ['files', 'dns'],
  nameServers: ['127.0.0.53'],
  notes: ['/etc/nsswitch.conf cannot be read'],
  elapsedMs: 1.4,
  sourceAnswers: [
    {
      source: 'files',
      status: 'success',
      action: 'return',
      values: ['10.9.8.7'],
      detail: '',
      evidence: [HOSTS_LINE],
    },
    { source: 'dns', status: 'notfound', action: 'return', values: [], detail: 'no such name', evidence: [] },
  ],
  servers: [
    {
      ...ASKED,
      isLocal: true,
      program: 'systemd-resolved',
      rcode: RCODE.NXDOMAIN,
      flags: ['qr', 'rd', 'ra'],
      extendedErrors: [{ code: 15, text: 'on purpose' }],
    },
    {
      ...ASKED,
      server: '192.0.2.153#5300',
      role: 'upstream',
      outcome: 'silence',
      detail: 'no reply within 5.0 s',
      rttMs: 5000,
    },
  ],
};

export const SAMPLE_COMPARISON: Comparison = {
  verdict: 'differs',
  findings: [
    {
      code: 'HOSTS_FILE',
      severity: 'info',
      message: '/etc/hosts:3 gives 10.9.8.7 for www.example.com before any name server is asked',
      evidence: ['/etc/hosts:3  10.9.8.7 www.example.com  # staging'],
      rfc: '',
    },
  ],
};

/** Five causes, of which the explorer shows three at first; one that the catalogue does not know. */
export const MANY_CAUSES: Comparison = {
  verdict: 'differs',
  findings: [
    {
      code: 'RESOLVER_DOWN',
      severity: 'error',
      message: 'the resolver 192.0.2.7 is silent',
      rfc: 'RFC 1035 7.2',
      evidence: ['192.0.2.7: no reply within 5.0 s', '/etc/resolv.conf:2  nameserver 192.0.2.7'],
    },
    {
      code: 'STALE_CACHE',
      severity: 'warning',
      message: 'the resolver 192.0.2.53 still remembers 192.0.2.99, 120 s old',
      rfc: 'RFC 1034 4.2.2',
      evidence: [
        '192.0.2.53: TTL 180 left, where the zone gives 300 s',
        '192.0.2.53: NOERROR, flags qr rd ra',
      ],
    },
    { code: 'ORDER_ONLY', severity: 'info', message: 'another order', rfc: 'RFC 6724 6' },
    { code: 'LATER_CAUSE', severity: 'info', message: 'of a later version', rfc: '', evidence: ['a word'] },
    { code: 'RESOLVER_SLOW', severity: 'info', message: 'the resolver takes its time', rfc: '' },
  ],
};

/** Every event of the walk, in order. */
export function sampleEvents(): WalkEvent[] {
  const question = questionOf('www.example.com.', 'A');
  const events: WalkEvent[] = [{ type: 'start', question, at: Date.UTC(2026, 0, 1) }];
  for (const [index, each] of TRIES.entries()) {
    const start = startOf(each);
    if (TRIES[index - 1]?.zone !== each.zone) events.push(zoneOf(start));
    events.push({ type: 'query', hop: start }, { type: 'hop', hop: { ...start, ...endOf(each) } });
    if (each.outcome === 'alias') {
      const target = 'edge.example.net.';
      events.push({ type: 'alias', hop: each.id, parent: null, owner: question.name, via: 'CNAME', target });
    }
  }
  const message = 'ns1.example.com. is listed for example.com. but refuses to answer for it';
  events.push({
    type: 'finding',
    finding: { code: 'LAME', severity: 'warning', hop: 4, message, rfc: 'RFC 1912 2.8' },
  });
  const cost = { queries: TRIES.length, bytesSent: 412, bytesReceived: 1290, elapsedMs: 2334 };
  return [...events, { type: 'end', ending: ENDING, cost }];
}

/** A session that plays the recorded events, each after what `pace` waits for. */
export function sampleSession(pace: (signal: AbortSignal) => Promise<void>): ExplorerSession {
  return {
    start: async ({ name, type }, signal) => {
      if (type !== '' && typeCode(type) === undefined) return { error: `${type} is no record type` };
      if (name.includes('..')) return { error: `"${name}" has an empty label` };
      return {
        events: played(sampleEvents(), pace, signal),
        system: Promise.resolve(SAMPLE_SYSTEM),
        compare: async () => SAMPLE_COMPARISON,
      };
    },
  };
}

async function* played(
  events: readonly WalkEvent[],
  pace: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<WalkEvent> {
  for (const event of events) {
    await pace(signal);
    if (signal.aborted) return;
    yield event;
  }
}

function questionOf(name: string, type: string): Question {
  return { name, type: typeCode(type)!, class: CLASS_IN };
}

function zoneOf({ id, zone, question, purpose, parent, server }: HopStart): WalkEvent {
  const { name, address, source } = server;
  const servers = [{ name, addresses: [{ address, source }] }];
  return {
    type: 'zone',
    zone,
    question,
    purpose,
    parent,
    from: zone === '.' ? 'hints' : 'referral',
    hop: TRIES.findLast(({ id: before, next }) => before < id && next?.zone === zone)?.id ?? null,
    servers,
  };
}

function startOf({
  id,
  parent = null,
  zone,
  server: [name, address, source],
  question = ['www.example.com.', 'A'],
  why,
}: Try): HopStart {
  const asked = questionOf(...question);
  const query = encode({
    header: headerOf(id, { qr: false }),
    questions: [asked],
    answers: [],
    authorities: [],
    additionals: [],
    edns: EDNS,
  });
  const purpose = parent === null ? 'answer' : 'nameserver-address';
  const server = { name, address, port: 53, source };
  return {
    id,
    parent,
    purpose,
    zone,
    question: asked,
    server,
    transport: 'udp',
    query,
    startMs: id * 40,
    why,
  };
}

function endOf(each: Try): Omit<Hop, keyof HopStart> {
  const reply = each.rttMs === undefined ? null : replyOf(each);
  return {
    outcome: each.outcome,
    rcode: reply ? (each.rcode ?? RCODE.NOERROR) : null,
    flags: reply ? flagNames(headerOf(each.id, { qr: true, aa: each.aa ?? false })) : [],
    rttMs: each.rttMs ?? null,
    elapsedMs: each.rttMs ?? 1000,
    reply: reply ? encode(reply) : null,
    rejected: each.rejected ?? [],
    dropped: each.dropped ?? [],
    next: each.next ?? null,
    verdict: each.verdict,
    bytesSent: 44,
    bytesReceived: reply ? encode(reply).length : 0,
    lameness: null,
    message: reply,
  };
}

function replyOf({
  id,
  aa = false,
  rcode = RCODE.NOERROR,
  question = ['www.example.com.', 'A'],
  extendedError,
  ...sections
}: Try): Message {
  const options = extendedError ? [{ code: EXTENDED_ERROR.code, values: extendedError }] : [];
  return {
    header: headerOf(id, { qr: true, aa, rcode }),
    questions: [questionOf(...question)],
    answers: (sections.answers ?? []).map((line) => scanRecord(line)),
    authorities: (sections.authorities ?? []).map((line) => scanRecord(line)),
    additionals: (sections.additionals ?? []).map((line) => scanRecord(line)),
    edns: { ...EDNS, options },
  };
}

const EDNS = { udpPayloadSize: 1232, extendedRcode: 0, version: 0, dnssecOk: false, z: 0, options: [] };

function headerOf(id: number, set: Partial<Header>): Header {
  const clear = { qr: false, aa: false, tc: false, rd: false, ra: false, z: false, ad: false, cd: false };
  return { id: 0x1000 + id, opcode: OPCODE_QUERY, rcode: RCODE.NOERROR, ...clear, ...set };
}
