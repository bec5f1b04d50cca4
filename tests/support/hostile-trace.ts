/** A walk in which every text that may come from outside tries to be something else than text. */

import type { Trace } from '../../src/render/trace.ts';
import { traceOf, warmWalkOf } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';
import { ROOT_ADDRESS, serving, walkIn } from './small-internet.ts';

/** For terminals, pages, Markdown, and Mermaid, in that order. */
export const HOSTILE = [
  '\u001B[2J\u0007\u009B31m\u202Eevil\u2066\u2028\n',
  `</pre></details></script></style><script>alert(1)</script><img src=x onerror="alert(1)">'"&lt;`,
  '| `a` ``b`` ```\n# [x](http://evil.example) www.evil.example @all :smile: $x$ ~~x~~ <!-- \\| \\',
  '; end #35; %%{init: {}}%% wrap: W->>W: forged\n  Note over W: forged',
].join(' ');

/** Octets of labels and of TXT records, as zone text: what is no letter is escaped where it must be. */
const LABEL = '<script>alert`1`|#end\\;\\027\\155\\226\\128\\174';

const walked = await walkIn(
  {
    [ROOT_ADDRESS]: serving({
      '.': `www CNAME ${LABEL}\n${LABEL} TXT "\\027[2J\\007 \\155 \\255" "\\226\\128\\174evil" "</details><script>alert(1)</script>|\\\`; end"\n`,
    }),
  },
  'www',
  'TXT',
);

export const hostileSystem: SystemAnswer = {
  source: 'dns',
  addresses: [],
  names: [],
  records: walked.ending.answers,
  rcode: 0,
  server: HOSTILE,
  error: HOSTILE,
  tried: ['www.'],
  evidence: [{ file: HOSTILE, line: 1, text: HOSTILE }],
  sources: ['dns'],
  nameServers: ['192.0.2.53'],
  notes: ['another note', HOSTILE],
  elapsedMs: 1,
  sourceAnswers: [
    {
      source: HOSTILE,
      status: 'success',
      action: 'return',
      values: [HOSTILE],
      detail: HOSTILE,
      evidence: [{ file: HOSTILE, line: 1, text: HOSTILE }],
    },
  ],
  servers: (['reply', 'silence'] as const).map((outcome) => ({
    server: HOSTILE,
    role: 'listed',
    from: { variable: HOSTILE, text: HOSTILE },
    isLocal: true,
    program: HOSTILE,
    name: 'www.',
    outcome,
    detail: HOSTILE,
    transport: 'udp',
    rcode: outcome === 'reply' ? 0 : null,
    flags: ['qr'],
    answers: walked.ending.answers,
    authorities: [],
    extendedErrors: [{ code: 15, text: HOSTILE }],
    identity: { nsid: HOSTILE, version: HOSTILE, id: HOSTILE },
    unchecked: { rcode: 0, answers: walked.ending.answers },
    rttMs: 1,
    queries: 2,
  })),
};

const comparison = {
  verdict: 'differs',
  findings: [{ code: 'X', severity: 'info', message: HOSTILE, rfc: HOSTILE, evidence: [HOSTILE] }],
} as const;

export const hostileEvents: readonly WalkEvent[] = walked.events.flatMap((event): WalkEvent[] => {
  if (event.type === 'end')
    return [...findings(), survey(), { ...event, ending: { ...event.ending, message: HOSTILE } }];
  if (event.type !== 'hop') return [event];
  const rejected = [{ reason: 'wrong-id' as const, from: HOSTILE, octets: new Uint8Array(3) }];
  return [{ type: 'hop', hop: { ...event.hop, verdict: HOSTILE, why: HOSTILE, rejected } }];
});

function findings(): WalkEvent[] {
  return [1, null].map((hop) => ({
    type: 'finding',
    finding: { code: 'SERVER_REFUSED', severity: 'error', hop, message: HOSTILE, rfc: HOSTILE },
  }));
}

function survey(): WalkEvent {
  const row = {
    server: 'ns.',
    address: ROOT_ADDRESS,
    family: 4,
    source: 'hints',
    status: 'failed',
    note: HOSTILE,
    namedBy: 'both',
    rttMs: 1,
    serial: 1,
    nameServers: null,
    asParent: null,
    answer: [HOSTILE],
    ownAddresses: [],
    glue: null,
    hops: [],
  } as const;
  const withoutAddress = [{ server: 'ns.', why: HOSTILE }];
  const servers = { parentServers: ['ns.'], childServers: null };
  return {
    type: 'survey',
    zone: '.',
    hop: null,
    rows: [row, row],
    ...servers,
    withoutAddress,
    limit: HOSTILE,
    hops: [],
  };
}

const likeDig = {
  ending: 'by-chance',
  message: HOSTILE,
  hops: [{ hop: 1, asks: [], notes: [{ text: HOSTILE, misleads: true }] }],
} as const;

export const hostileTraces: Readonly<Record<string, Trace>> = {
  'with a second walk, beside dig': {
    ...traceOf(hostileEvents),
    warm: warmWalkOf(hostileEvents, traceOf(hostileEvents)),
    likeDig,
  },
  'with a system': traceOf(hostileEvents, hostileSystem, comparison),
  'with a system that has no records': traceOf(hostileEvents, { ...hostileSystem, records: [] }, comparison),
  'without a system': traceOf(hostileEvents),
};
