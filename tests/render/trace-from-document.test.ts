import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MessageJsonError } from '../../src/message/json-place.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { plain } from '../../src/render/style.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { eventJson } from '../../src/render/trace-events.ts';
import { tracePcap } from '../../src/render/trace-pcap.ts';
import { traceText } from '../../src/render/trace-text.ts';
import {
  documentOf,
  doubled,
  eventful,
  eventfulEvents,
  ndjsonOf,
  warmEvents,
  runs,
} from '../support/saved-runs.ts';

describe.each(runs)('a run $what', ({ trace, events, again }) => {
  const saved = { document: documentOf(trace), ndjson: ndjsonOf(events, trace, again) };

  it.each(['document', 'ndjson'] as const)('is the same when its %s is read back', (form) => {
    const read = savedTrace(saved[form]).trace;
    expect(traceText(read, plain)).toBe(traceText(trace, plain));
    expect(documentOf(read)).toBe(saved.document);
    expect(tracePcap(read)).toEqual(tracePcap(trace));
    expect(read).toEqual(trace);
  });

  it('has the same events when they are read back', () => {
    const read = savedTrace(saved.ndjson);
    expect(ndjsonOf(read.events, read.trace, read.warmEvents)).toBe(saved.ndjson);
  });

  it('has its hops, findings and aliases as events when its document is read', () => {
    const kinds = ['start', 'query', 'hop', 'alias', 'finding', 'survey', 'end'];
    const said = (all: typeof events): unknown =>
      kinds.map((kind) => all.filter(({ type }) => type === kind).map(eventJson));
    const ofAnswer = events.filter((event) => event.type !== 'alias' || event.parent === null);
    expect(said(savedTrace(saved.document).events)).toEqual(said(ofAnswer));
  });

  it('may have members that this version does not know', () => {
    const more = { ...(JSON.parse(saved.document) as object), later: { __proto__: null, hops: 1 } };
    expect(documentOf(savedTrace(JSON.stringify(more)).trace)).toBe(saved.document);
  });
});

it('times are rounded once: the text is made from what is saved', () => {
  const hops = eventful.hops.map((hop) => ({ ...hop, rttMs: 0.04996 }));
  const live = savedTrace(documentOf({ ...eventful, hops })).trace;
  expect(live.hops[0]!.rttMs).toBe(0.05);
  expect(traceText(savedTrace(documentOf(live)).trace, plain)).toBe(traceText(live, plain));
});

type Anything = Record<string, never>;

describe('a document in which something is wrong', () => {
  const wrong = (change: (document: Anything) => unknown): string => {
    const document = JSON.parse(documentOf(doubled)) as Anything;
    change(document);
    return JSON.stringify(document);
  };
  const set =
    (path: string, value: unknown): ((document: Anything) => void) =>
    (document) => {
      const steps = path.split('.');
      const last = steps.pop()!;
      const owner = steps.reduce((at, step) => at[step] as unknown as Anything, document);
      if (value === undefined) delete owner[last];
      else (owner as Record<string, unknown>)[last] = value;
    };

  it.each<[string, unknown, RegExp]>([
    [
      'schema',
      'rootwalk/trace/2',
      /^schema: "rootwalk\/trace\/2" cannot be read here, only rootwalk\/trace\/1$/,
    ],
    ['schema', undefined, /^schema: this member is missing$/],
    ['question', null, /^question: an object is expected here, not nothing$/],
    ['question.name', 'www.example.com', /^question\.name: .*should be written "www\.example\.com\."$/],
    ['question.name', 'a..b.', /^question\.name: .*empty label/],
    ['question.type', 'AAA', /^question\.type: "AAA" is no record type$/],
    ['startedAt', 'yesterday', /^startedAt: "yesterday" is no time/],
    ['startedAt', '2026-99-99T00:00:00.000Z', /^startedAt: /],
    ['status', 'constructor', /^status: "constructor" is none of answer, nodata/],
    ['rcode', 'RCODE65535', /^rcode: "RCODE65535" is no response code/],
    ['answers.1.data', '300.1.1.1', /^answers\[1\]\.data: /],
    ['answers.0.ttl', -1, /^answers\[0\]\.ttl: a whole number from 0 to 4294967295/],
    ['hops', {}, /^hops: a list is expected here$/],
    ['hops', Array.from({ length: 10_001 }, () => null), /^hops: 10001 entries are more than any walk makes/],
    ['hops.3.server.address', 'example.com', /^hops\[3\]\.server\.address: "example\.com" is no address$/],
    ['hops.3.server.port', 65_536, /^hops\[3\]\.server\.port: /],
    ['hops.3.query', '*', /^hops\[3\]\.query: this is no base64$/],
    [
      'hops.3.reply',
      'A'.repeat(100_000),
      /^hops\[3\]\.reply: 75000 octets: a message has at most 65507 here$/,
    ],
    ['hops.3.rttMs', '12', /^hops\[3\]\.rttMs: a number of milliseconds/],
    ['hops.3.flags', ['\u001B[2J'], /^hops\[3\]\.flags\[0\]: /],
    ['hops.3.id', 3, /^hops\[3\]\.id: there are two hops with the number 3$/],
    ['hops.3.parent', 4, /^hops\[3\]\.parent: there is no hop 4 before hop 4$/],
    ['hops.3.parent', 9, /^hops\[3\]\.parent: there is no hop 9 before hop 4$/],
    ['hops.2.dropped.0.record', 'www', /^hops\[2\]\.dropped\[0\]\.record: /],
    ['findings.0.code', '\u001B[31m', /^findings\[0\]\.code: /],
    ['system.evidence.0.line', 'three', /^system\.evidence\[0\]\.line: /],
    ['comparison.verdict', 'equal', /^comparison\.verdict: /],
    ['cost', undefined, /^cost: this member is missing$/],
    ['warm', null, /^warm: an object is expected here, not nothing$/],
    ['warm.startedAt', 0, /^warm\.startedAt: /],
    ['warm.status', 'fine', /^warm\.status: "fine" is none of/],
    ['warm.cost.queries', '1', /^warm\.cost\.queries: /],
    ['warm.hops.0.askedAgain', 7, /^warm\.hops\[0\]\.askedAgain: /],
    ['warm.hops.1.id', 1, /^warm\.hops\[1\]\.id: there are two hops with the number 1$/],
    ['likeDig.ending', 'well', /^likeDig\.ending: "well" is none of/],
    ['likeDig.hops.1.hop', -1, /^likeDig\.hops\[1\]\.hop: /],
    ['likeDig.hops.1.asks.0.server', 'ns', /^likeDig\.hops\[1\]\.asks\[0\]\.server: /],
    ['likeDig.hops.1.notes.0.misleads', 1, /^likeDig\.hops\[1\]\.notes\[0\]\.misleads: true or false/],
    ['likeDig.hops.1.notes', undefined, /^likeDig\.hops\[1\]\.notes: this member is missing$/],
  ])('%s with another value says so with its path', (path, value, message) => {
    const text = wrong(set(path, value));
    expect(() => savedTrace(text)).toThrow(MessageJsonError);
    expect(() => savedTrace(text)).toThrow(message);
  });

  it('is not read through a prototype', () => {
    const document = JSON.parse(documentOf(eventful)) as Anything;
    const text = JSON.stringify({ ...document, hops: [] }).replace('"hops"', '"__proto__"');
    expect(() => savedTrace(text)).toThrow(/^hops: this member is missing$/);
  });

  it('whose sub-walks are nested without end is refused', () => {
    const text = wrong((document) => {
      const [hop] = (document as unknown as { hops: object[] }).hops;
      const hops = Array.from({ length: 200 }, (_, i) => ({ ...hop, id: i + 1, parent: i === 0 ? null : i }));
      set('hops', hops)(document);
    });
    expect(() => savedTrace(text)).toThrow(/nested too deeply/);
  });

  it.each([
    ['', /nothing in it/],
    ['  \n', /nothing in it/],
    ['\u0000\u0001ELF', /no JSON/],
    [documentOf(eventful).slice(0, 2000), /no JSON/],
    ['null', /an object is expected here/],
    ['[]', /an object is expected here/],
    ['"trace"', /an object is expected here/],
    ['{}', /^schema: this member is missing/],
    ['['.repeat(100_000), /no JSON/],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /an object is expected here/],
  ])('text %$ is no trace', (text, message) => {
    expect(() => savedTrace(text)).toThrow(MessageJsonError);
    expect(() => savedTrace(text)).toThrow(message);
  });
});

describe('events in which something is wrong', () => {
  const lines = ndjsonOf(eventfulEvents, eventful).trimEnd().split('\n');
  const all = ndjsonOf(eventfulEvents, doubled, warmEvents).trimEnd().split('\n');
  const system = all.findIndex((line) => line.startsWith('{"event":"system"'));
  const [start, ...rest] = lines;
  const end = lines.findIndex((line) => line.startsWith('{"event":"end"'));
  it.each<[string, readonly string[], RegExp]>([
    ['cut off', lines.slice(0, 9), /stop before the end/],
    ['cut off within a line', [...lines.slice(0, 9), lines[9]!.slice(0, 40)], /^line 10: this is no JSON/],
    ['two starts', [start!, start!, ...rest], /^line 2: a walk has one start/],
    ['no start', [`{"event":"query"}`, ...rest], /^line 1: a walk has one start/],
    ['more after the end', [...lines.slice(0, end + 1), lines[3]!], /^line \d+: after the walk comes what/],
    ['this computer twice', [...lines, lines.at(-1)!], /^line 30: after the walk comes what/],
    ['this computer too early', [start!, lines.at(-1)!, ...rest], /^line 2: .*before the end of the walk$/],
    [
      'this computer after the second walk',
      [...all.toSpliced(system, 1).slice(0, -1), all[system]!],
      /comes what/,
    ],
    [
      'a second walk too early',
      [start!, all[system + 1]!, ...rest],
      /^line 2: .*before the end of the walk$/,
    ],
    ['a second walk that is cut off', all.slice(0, -2), /stop before the end/],
    ['dig within the second walk', all.toSpliced(-2, 1), /before the end of the walk$/],
    ['a second walk after dig', [...lines, all.at(-1)!, all[system + 1]!], /there is nothing more$/],
    [
      'dig in the second walk',
      [...all.slice(0, -1), all.at(-1)!.replace('{', '{"walk":"warm",')],
      /none of start/,
    ],
    ['a third walk', [...all.slice(0, -1), all[system + 1]!], /a walk has one start/],
    [
      'a walk of another kind',
      [start!, rest[0]!.replace('{', '{"walk":"hot",'), ...rest.slice(1)],
      /^line 2: walk: "hot" is none of warm$/,
    ],
    ['an unknown event', [start!, '{"event":"toString"}', ...rest], /^line 2: event: "toString" is none of/],
    [
      'a later version',
      [start!.replace('events/1', 'events/2'), ...rest],
      /^line 1: schema: "rootwalk\/events\/2"/,
    ],
    [
      'a wrong member',
      [start!, rest[0]!.replace('"zone":"."', '"zone":7'), ...rest.slice(1)],
      /^line 2: zone: /,
    ],
    [
      'a wrong member of dig',
      [...all.slice(0, -1), all.at(-1)!.replace('"strange"', '"wanders"')],
      /: hops\[1\]\.asks\[0\]\.does: "wanders" is none of/,
    ],
    ['a hop twice', [start!, rest[2]!, ...rest], /two hops with the number 1$/],
  ])('%s: one line says so', (_what, wrong, message) => {
    expect(() => savedTrace(wrong.join('\n'))).toThrow(MessageJsonError);
    expect(() => savedTrace(wrong.join('\n'))).toThrow(message);
  });
});

describe('a document with no more than the contract asks for', () => {
  it('is read, and printed', () => {
    const text = readFileSync('fixtures/documents/contract-trace.json', 'utf8');
    const { trace } = savedTrace(text);
    expect(traceText(trace, plain)).toContain('edge.example.net. 60 IN A 192.0.2.80');
    expect(traceDocument(trace)).toMatchObject({ status: 'answer', cost: { queries: 7 } });
  });
});
