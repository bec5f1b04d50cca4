import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Survey, SurveyRow } from '../../src/resolver/events.ts';
import { coloured, plain } from '../../src/render/style.ts';
import { surveySummary } from '../../src/render/survey-summary.ts';
import { surveyText } from '../../src/render/survey-text.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { traceText } from '../../src/render/trace-text.ts';
import { traceOf } from '../../src/render/trace.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const GOOD: SurveyRow = {
  server: 'ns.test.',
  address: '192.0.2.1',
  family: 4,
  source: 'glue',
  status: 'agrees',
  note: null,
  namedBy: 'both',
  rttMs: 1.5,
  serial: 2026112501,
  nameServers: ['ns.test.'],
  asParent: true,
  answer: null,
  ownAddresses: ['192.0.2.1'],
  glue: 'same',
  hops: [2, 3],
};
const servers = Array.from({ length: 13 }, (_, i) => `${String.fromCodePoint(97 + i)}.root-servers.net.`);
const rows = servers.flatMap((server, i): SurveyRow[] => [
  { ...GOOD, server, address: `198.51.100.${i}` },
  { ...GOOD, server, family: 6, address: `2001:db8:1234:5678:9abc:def0:1234:${(0x1000 + i).toString(16)}` },
]);
const surveyWith = (changed: readonly SurveyRow[]): Survey => ({
  zone: 'test.',
  hop: 1,
  rows: changed,
  parentServers: servers,
  childServers: servers,
  withoutAddress: [],
  limit: null,
  hops: [2, 3],
});
const change = (...changes: readonly [at: number, change: Partial<SurveyRow>][]): Survey =>
  surveyWith(rows.map((row, i) => ({ ...row, ...changes.find(([at]) => at === i)?.[1] })));
const MUTE = { serial: null, nameServers: null, asParent: null, rttMs: null };
const linesOf = (survey: Survey, columns = 80): string[] =>
  surveyText(survey, [], plain, columns).split('\n');

describe('the summary', () => {
  it('counts who does what', () => {
    const survey = change([3, { ...MUTE, status: 'refused' }], [25, { ...MUTE, status: 'silent' }]);
    expect(surveySummary(survey)).toMatch(
      /^26 addresses of 13 servers: 24 agree, 1 refuses, 1 is silent; serial 2026112501 everywhere; /,
    );
  });

  it('speaks of what is not alike', () => {
    const survey = change(
      [0, { status: 'differs', serial: 2025010101, answer: ['192.0.2.80'] }],
      [2, { answer: ['192.0.2.81'] }],
      [4, { glue: 'stale' }],
      [6, { glue: 'missing' }],
    );
    const summary = surveySummary({ ...survey, childServers: servers.slice(1) });
    for (const fact of [
      '25 agree, 1 differs',
      'serial 2026112501 at 25, 2025010101 at 1',
      '2 different answers',
      'parent and zone name different servers',
      'glue: 1 stale, 1 missing',
    ])
      expect(summary).toContain(fact);
  });

  it('names the limit that was reached, and what was not asked', () => {
    const note = 'Not asked: the limit of 600 queries for one survey is reached.';
    const survey = change([25, { ...MUTE, status: 'not-asked', note, hops: [] }]);
    expect(surveySummary({ ...survey, limit: note })).toMatch(
      /25 agree, 1 was not asked; .*limit of 600 queries/,
    );
  });
});

describe('the text', () => {
  it('is short where all agree: a line a server', () => {
    const lines = linesOf(surveyWith(rows), 100);
    expect(lines.filter((line) => line.includes('root-servers.net.'))).toHaveLength(13);
    expect(lines.join('\n')).not.toContain('status');
  });

  it('gives a row only to those who do not agree, where there are many', () => {
    const lines = linesOf(change([3, { ...MUTE, status: 'lame' }]), 100);
    // The summary, and the row.
    expect(lines.filter((line) => / lame/.test(line))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('agrees'))).toEqual([]);
  });

  it('lists whom a limit kept from being asked, in short', () => {
    const note = 'Not asked: the limit of 600 queries for one survey is reached.';
    const left = rows.map((row, i): SurveyRow => {
      return i < 20 ? row : { ...row, ...MUTE, status: 'not-asked', note, hops: [] };
    });
    const lines = linesOf({ ...surveyWith(left), limit: note }, 100);
    const from = lines.indexOf('   not asked:');
    expect(lines.slice(from + 1).map((line) => line.trim().split(' ')[0])).toEqual(servers.slice(10));
  });

  const status = fc.constantFrom('agrees', 'differs', 'lame', 'refused', 'silent', 'failed', 'not-asked');
  const oddRow = fc.record({
    server: fc.nat(250).map((length) => `${'a'.repeat(length)}.test.`),
    status,
    serial: fc.option(fc.nat()),
    note: fc.option(fc.string({ maxLength: 300 })),
    answer: fc.option(fc.array(fc.nat(300).map((length) => 'x'.repeat(length)))),
    glue: fc.constantFrom('same', 'stale', 'missing', null),
    namedBy: fc.constantFrom('both', 'parent', 'child'),
  }) as fc.Arbitrary<Partial<SurveyRow>>;

  it('is never wider than it may be, and has every address whole', () => {
    fc.assert(
      fc.property(fc.array(oddRow, { maxLength: 26 }), fc.integer({ min: 50, max: 200 }), (odd, columns) => {
        const survey = surveyWith(rows.map((row, i) => ({ ...row, ...odd[i] })));
        const finding = { severity: 'warning', hop: 2, rfc: '', message: 'word '.repeat(50).trim() } as const;
        const findings = ['SINGLE_POINT', 'CNAME_AND_OTHER_DATA'].map((code) => ({ ...finding, code }));
        const text = surveyText(survey, findings, plain, columns);
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
        for (const { address } of rows) expect(text.split(/\s+/)).toContain(address);
        const bare = surveyText(survey, findings, coloured, columns).replaceAll(/\u001B\[\d+m/g, '');
        expect(bare).toBe(text);
      }),
    );
  });

  it('lets nothing through that steers a terminal', () => {
    const hostile = '\u001B[2J\u009B31m\u202Eevil';
    // A saved trace can say anything.
    const survey = change(
      [0, { answer: [hostile] }],
      [1, { ...MUTE, status: 'failed', note: hostile }],
      [2, { answer: [hostile, 'x'] }],
    );
    const text = surveyText(
      {
        ...survey,
        rows: survey.rows.slice(0, 4),
        limit: hostile,
        withoutAddress: [{ server: 'x.', why: hostile }],
      },
      [{ code: 'X', severity: 'info', hop: 2, message: hostile, rfc: '' }],
      plain,
      80,
    );
    expect(text.match(/evil/g)).toHaveLength(6);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });
});

const ONE = '192.0.2.10';
const TWO = '198.51.100.10';
const delegation = `test NS ns1.test.\ntest NS ns2.test.\nns1.test. A ${ONE}\nns2.test. A ${TWO}\n`;
const walked = await walkIn(
  {
    [ROOT_ADDRESS]: serving({ '.': delegation }),
    [ONE]: serving({ test: `@ NS ns1\n@ NS ns2\nns1 A ${ONE}\nns2 A ${TWO}\nwww A 192.0.2.80\n` }),
    [TWO]: serving({ '.': delegation }),
  },
  'www.test',
  'A',
  { survey: true },
);
const trace = traceOf(walked.events);

describe('a trace with a survey', () => {
  it('prints each finding once: at its hop, or under the survey whose exchange shows it', () => {
    const text = traceText(trace, plain, 1000);
    for (const { code, message } of trace.findings) {
      expect(text.split('\n').filter((line) => line.includes(`${code}  ${message}`))).toHaveLength(1);
    }
    const block = text.slice(text.indexOf('All servers of test.'), text.indexOf('\nAnswer'));
    expect(block).toContain('LAME_DELEGATION');
  });

  it('keeps the exchanges of the survey out of the hops', () => {
    const before = traceText(trace, plain).split('All servers of')[0]!;
    expect(before.match(/^\d+ {2}/gm)).toHaveLength(2);
  });

  it('has all of it in the document', () => {
    const { survey } = traceDocument(trace);
    expect(survey).toMatchObject(
      trace.surveys.map(({ zone, hop, rows: all, hops }) => ({
        zone,
        hop,
        hops,
        rows: all.map(({ server, address, status, glue, namedBy }) => ({
          server,
          address,
          status,
          glue,
          namedBy,
        })),
      })),
    );
  });
});
