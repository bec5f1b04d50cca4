import { describe, expect, it } from 'vitest';
import { jsonText } from '../../src/render/json-text.ts';
import {
  eventJson,
  likeDigEventJson,
  systemEventJson,
  warmEventJson,
} from '../../src/render/trace-events.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { coloured, plain } from '../../src/render/style.ts';
import { shortText, traceText } from '../../src/render/trace-text.ts';
import { traceOf, warmWalkOf, type Trace } from '../../src/render/trace.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';
import { ROOT_ADDRESS, serving, walkIn, type Walked } from '../support/small-internet.ts';

const HOSTILE = '\u001B[2J\u0007\u009B31m\u202Eevil\u2066';
const walked: Walked = await walkIn(
  { [ROOT_ADDRESS]: serving({ '.': 'www TXT "\\027[2J\\007 \\155 \\255" "\\226\\128\\174evil"\n' }) },
  'www',
  'TXT',
);
const system: SystemAnswer = {
  source: 'dns',
  addresses: [],
  names: [],
  records: walked.ending.answers,
  rcode: 0,
  server: '192.0.2.53#53',
  error: HOSTILE,
  tried: ['www.'],
  evidence: [{ file: '/etc/hosts', line: 1, text: HOSTILE }],
  sources: ['dns'],
  nameServers: ['192.0.2.53'],
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
  findings: [{ code: 'X', severity: 'info', message: HOSTILE, rfc: '', evidence: [HOSTILE] }],
} as const;
const events = walked.events.map((event) =>
  event.type === 'hop' ? { ...event, hop: { ...event.hop, verdict: HOSTILE, why: HOSTILE } } : event,
);
const likeDig = {
  ending: 'by-chance',
  message: HOSTILE,
  hops: [{ hop: 1, asks: [], notes: [{ text: HOSTILE, misleads: true }] }],
} as const;
const traces: Readonly<Record<string, Trace>> = {
  'with a second walk, beside dig': {
    ...traceOf(events),
    warm: warmWalkOf(events, traceOf(events)),
    likeDig,
  },
  'with a system': traceOf(events, system, comparison),
  'with a system that has no records': traceOf(events, { ...system, records: [] }, comparison),
  'without a system': traceOf(events),
};
const renderers: Readonly<Record<string, (trace: Trace) => string>> = {
  text: (trace) => traceText(trace, plain),
  'text with all details': (trace) => traceText(trace, plain, 100, 'all'),
  short: shortText,
  json: (trace) => `${jsonText(traceDocument(trace), 2)}\n`,
  ndjson: (trace) => {
    const lines = events.map((event) => eventJson(event));
    if (trace.likeDig) lines.push(likeDigEventJson(trace.likeDig));
    if (trace.warm) lines.push(...events.map((event) => warmEventJson(event)));
    if (trace.system) lines.push(systemEventJson(trace.system, trace.comparison));
    return lines.map((line) => `${jsonText(line)}\n`).join('');
  },
};

describe.each(Object.entries(renderers))('the renderer %s', (_, render) => {
  it.each(Object.entries(traces))('prints whole lines %s', (_, trace) => {
    expect(render(trace)).toMatch(/^[^]+\n$/);
  });

  it.each(Object.entries(traces))(
    'lets no control or format character from outside through %s',
    (_, trace) => {
      // JSON escapes C0 by itself, and is data for a parser; what it leaves as it is must still not steer a terminal.
      expect(render(trace)).not.toMatch(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
      );
    },
  );
});

describe('colour', () => {
  it('changes nothing but colour', () => {
    const trace = traces['with a system']!;
    expect(traceText(trace, coloured).replaceAll(/\u001B\[\d+m/g, '')).toBe(traceText(trace, plain));
  });
});

describe('the renderers of data', () => {
  it('write JSON that is read back as it was', () => {
    const document = traceDocument(traces['with a system']!);
    expect(JSON.parse(renderers['json']!(traces['with a system']!))).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
  });
});
