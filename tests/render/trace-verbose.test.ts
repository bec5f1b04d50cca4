import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/compare/comparison.ts';
import { adviceLines, findingLines } from '../../src/render/finding-lines.ts';
import { withRoundedSystem } from '../../src/render/rounded-times.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { plain } from '../../src/render/style.ts';
import { serverLines, sourceLines } from '../../src/render/system-details-text.ts';
import { traceText } from '../../src/render/trace-text.ts';
import type { Trace } from '../../src/render/trace.ts';
import { FINDINGS, type FindingEntry } from '../../src/resolver/findings/catalogue.ts';
import type { Finding } from '../../src/resolver/events.ts';
import { askSystem } from '../../src/system/ask-system.ts';
import { EXTENDED_ERROR } from '../../src/message/options/extended-error.ts';
import { NSID } from '../../src/message/options/nsid.ts';
import { SAMPLE_SYSTEM } from '../tui/sample-session.ts';
import { documentOf, eventful, surveyedTrace } from '../support/saved-runs.ts';
import { pretendComputer, pretendExchange } from '../system/pretend-computer.ts';

const brief = (trace: Trace): string[] => traceText(trace, plain).split('\n');
const full = (trace: Trace): string[] => traceText(trace, plain, 100, 'all').split('\n');

describe('a text with all details', () => {
  it.each([
    ['with a computer', eventful],
    ['with a survey', surveyedTrace],
  ])('has every line of the one without, in its order: %s', (_what, trace) => {
    const lines = full(trace);
    let at = 0;
    for (const line of brief(trace)) at = lines.indexOf(line, at) + 1 || expect.fail(`no line ${line}`);
    expect(lines.length).toBeGreaterThan(brief(trace).length);
  });

  it('tells of each hop why its server was chosen, under what was asked', () => {
    const asked = full(eventful).flatMap((line, at, all) =>
      /^ *asked {4}/.test(line) ? [all[at + 1]!.trim()] : [],
    );
    expect(asked).toEqual(eventful.hops.map(({ why }) => `because  ${why}`));
    expect(brief(eventful).join()).not.toContain('because');
  });

  it('tells of each unreachable server by itself', () => {
    const unreachable = {
      zone: '.',
      parent: null,
      outcome: 'unreachable',
      reply: null,
      verdict: 'No route.',
    } as const;
    const hops = eventful.hops.map((hop) => ({ ...hop, ...unreachable }));
    const count = (lines: readonly string[]): number =>
      lines.filter((line) => line.endsWith('unreachable: No route.')).length;
    expect(count(brief({ ...eventful, hops }))).toBe(1);
    expect(count(full({ ...eventful, hops }))).toBe(hops.length);
  });
});

describe('findings', () => {
  const found = (code: string, rfc: string): Finding => ({
    code,
    severity: 'warning',
    hop: 1,
    message: 'this is so',
    rfc,
  });

  it.each(Object.entries<FindingEntry>(FINDINGS))('%s comes with what to do, and its RFC', (code, entry) => {
    const [line, advice, ...more] = findingLines([found(code, entry.rfc)], plain, 'all');
    expect(line).toBe(`   warning  ${code}  this is so`);
    expect([advice?.trim(), more]).toEqual([`${entry.advice} (${entry.rfc})`, []]);
    expect(findingLines([found(code, entry.rfc)], plain, 'first')).toEqual([line]);
  });

  it('that are alike, one after the other, have it once', () => {
    const silent = found('SERVER_SILENT', 'RFC 1034 5.3.3');
    const lines = findingLines([silent, silent, found('SERVER_FAILED', ''), silent], plain, 'all');
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual([
      'warning',
      'warning',
      'Start',
      'warning',
      'Look',
      'warning',
      'Start',
    ]);
  });

  it.each(['LATER', 'constructor', '__proto__'])(
    'that nobody knows here have their RFC alone: %s',
    (code) => {
      expect(adviceLines(found(code, 'RFC 9999 1'), plain, 100, 'all')).toEqual(['            (RFC 9999 1)']);
      expect(adviceLines(found(code, ''), plain, 100, 'all')).toEqual([]);
    },
  );

  it('of a survey have it too, in no more columns than there are', () => {
    const [survey] = surveyedTrace.surveys;
    const finding = { ...found('NS_MISMATCH', 'RFC 1034 4.2.2'), hop: survey!.hops[0]! };
    const text = traceText({ ...surveyedTrace, findings: [finding] }, plain, 50, 'all');
    const advice = text.slice(text.indexOf('this is so') + 10).split('\n\n')[0]!;
    expect(advice.replaceAll(/\s+/g, ' ').trim()).toBe(`${FINDINGS.NS_MISMATCH.advice} (RFC 1034 4.2.2)`);
    expect(Math.max(...advice.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(50);
  });
});

it('all causes are told, with what shows them', () => {
  const causes = ['A', 'B', 'C', 'D', 'E'].map((code): Cause => ({
    code,
    severity: 'info',
    message: `${code} is so`,
    rfc: '',
    evidence: [`for ${code}`],
  }));
  const trace = { ...eventful, comparison: { verdict: 'differs', findings: causes } } as const;
  const told = causes.flatMap(({ code }) => [`   ${code}  ${code} is so`, `      for ${code}`]);
  expect(full(trace).join('\n')).toContain(told.join('\n'));
  expect(full(trace).join('\n')).not.toContain('more, shown with -v');
  expect(brief(trace).join('\n')).toContain('   C  C is so\n   and 2 more, shown with -v\n');
});

describe('this computer', () => {
  const options = [
    { code: NSID.code, values: { identifier: new TextEncoder().encode('ns1') } },
    { code: EXTENDED_ERROR.code, values: { infoCode: 6, extraText: 'no signature holds' } },
  ];
  const computer = pretendComputer({
    files: {
      '/etc/hosts': '10.9.8.7 www.example.com\n',
      '/etc/nsswitch.conf': 'hosts: files dns\n',
      '/etc/resolv.conf': 'nameserver 127.0.0.53\nnameserver 192.0.2.2\nnameserver 192.0.2.1\n',
    },
    says: { 'www.example.com 4': ['10.9.8.7'] },
  });
  const exchange = pretendExchange(({ header }, { server }) => {
    if (server.address === '192.0.2.2') return undefined;
    if (server.address === '192.0.2.1') return header.cd ? { rcode: 3 } : { rcode: 2, options };
    return { answers: ['www.example.com. 60 IN A 192.0.2.80'] };
  });

  it('has each name server with its reply, and each source with what it would say', async () => {
    const system = await askSystem({ name: 'www.example.com.', type: 1, class: 1 }, computer, {
      exchange,
      randomId: () => 7,
      timeoutMs: 1000,
      nowMs: () => 0,
    });
    expect(serverLines(system, plain)).toMatchInlineSnapshot(`
      [
        "   its name servers",
        "      127.0.0.53#53  NOERROR, flags qr rd ra ad, UDP, 1.0 ms: A 192.0.2.80",
        "         on this computer, from /etc/resolv.conf:1, asked for www.example.com.",
        "      192.0.2.2#53  silence: no reply within 0.0 s, 0.0 ms, 2 queries",
        "         from /etc/resolv.conf:2, asked for www.example.com.",
        "      192.0.2.1#53  SERVFAIL, flags qr rd ra ad, UDP, 1.0 ms, 2 queries: no records",
        "         from /etc/resolv.conf:3, asked for www.example.com., NSID ns1",
        "         extended error 6 (DNSSEC Bogus): no signature holds",
        "         without checking signatures: NXDOMAIN",
      ]
    `);
    expect(sourceLines(system, plain)).toMatchInlineSnapshot(`
      [
        "   its sources, each asked by itself",
        "      files  success [return]: 10.9.8.7",
        "         /etc/hosts:1: 10.9.8.7 www.example.com",
        "      dns    success [return]: 192.0.2.80 (www.example.com. by 127.0.0.53#53)",
      ]
    `);
    const text = full({ ...eventful, system }).join('\n');
    expect(text).toContain([...serverLines(system, plain), ...sourceLines(system, plain)].join('\n'));
    expect(brief({ ...eventful, system }).join('\n')).not.toContain('127.0.0.53#53  ');
  });

  it('has its times rounded once: the text is made from what is saved', async () => {
    const asked = await askSystem({ name: 'www.example.com.', type: 1, class: 1 }, computer, {
      exchange,
      randomId: () => 7,
      timeoutMs: 1000,
      nowMs: () => 0,
    });
    const servers = asked.servers!.map((server) => ({ ...server, rttMs: 0.04996 }));
    const live = { ...eventful, system: withRoundedSystem({ ...asked, servers }) };
    expect(live.system.servers![0]!.rttMs).toBe(0.05);
    expect(full(savedTrace(documentOf(live)).trace)).toEqual(full(live));
  });

  it('of which a file says no more has no empty headings', () => {
    const { servers: _servers, sourceAnswers: _answers, ...older } = SAMPLE_SYSTEM;
    expect([...serverLines(older, plain), ...sourceLines(older, plain)]).toEqual([]);
  });
});
