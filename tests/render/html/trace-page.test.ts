import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UNSAFE_CHARACTERS } from '../../../src/message/printable-text.ts';
import { scanRecord } from '../../../src/message/record-text.ts';
import { encode } from '../../../src/message/encode.ts';
import { headerOf } from '../../../src/message/header.ts';
import type { Message } from '../../../src/message/message.ts';
import { traceHtml } from '../../../src/render/html/trace-page.ts';
import type { Trace } from '../../../src/render/trace.ts';
import type { Hop } from '../../../src/resolver/events.ts';
import { hostileTraces } from '../../support/hostile-trace.ts';
import { doubled, eventful, surveyedTrace } from '../../support/saved-runs.ts';

const traces: Readonly<Record<string, Trace>> = {
  ...hostileTraces,
  'with much to show': eventful,
  'with a survey': surveyedTrace,
  'with two walks': doubled,
};

const OWN_TAGS =
  '!doctype article body br button cite code dd details div dl dt footer h1 h2 h3 head header html i b li main meta ol output p pre rect script section small span style summary svg table tbody td th thead title tr ul a';

/** What is between the tags of its own style and script. */
function markupOf(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>/, '<style></style>')
    .replace(/<script>[^]*?<\/script>/, '<script></script>');
}

const sha256 = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

describe.each(Object.entries(traces))('the page of a trace %s', (_, trace) => {
  it('has no markup but its own', async () => {
    const page = await traceHtml(trace);
    const markup = markupOf(page);
    const tags = new Set(
      [...markup.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag!.toLowerCase()),
    );
    expect([...tags].filter((tag) => !OWN_TAGS.split(' ').includes(tag))).toEqual([]);
    expect(markup.match(/<script/g)).toHaveLength(1);
    const attributes = [...markup.matchAll(/<[^>]*>/g)].map(([tag]) => tag).join('');
    expect(attributes).not.toMatch(/ on[a-z]+=| style=|javascript:|https?:|src=/);
    expect(page.replaceAll('\n', '').match(UNSAFE_CHARACTERS)).toBeNull();
  });

  it('closes what it opens', async () => {
    const open: string[] = [];
    for (const [, slash, tag, end] of markupOf(await traceHtml(trace)).matchAll(
      /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g,
    )) {
      if (end === '/' || tag === 'meta' || tag === 'br') continue;
      if (slash === '') open.push(tag!);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
  });

  it('allows its own script and style, and nothing else', async () => {
    const page = await traceHtml(trace);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${sha256(/<script>([^]*?)<\/script>/.exec(page)![1]!)}`);
    expect(policy).toContain(`style-src ${sha256(/<style>([^]*?)<\/style>/.exec(page)![1]!)}`);
    expect(policy).not.toContain('unsafe');
  });

  it('has each id once, and a target for every link', async () => {
    const page = await traceHtml(trace);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it('has the octets of every message', async () => {
    const page = await traceHtml(trace);
    const drawn = [...page.matchAll(/<div class="hex"[^>]*>(.*?)<\/div>/gs)].map(([, grid]) =>
      [...grid!.matchAll(/<i[^>]*>([0-9a-f]{2})<\/i>/g)].map(([, octet]) => octet).join(''),
    );
    const hops = [...trace.hops, ...(trace.warm?.hops ?? [])];
    // What a survey asked stands in the section of the survey that names it.
    const surveyed = new Set(trace.surveys.flatMap((survey) => survey.hops));
    const shown = hops.filter(({ purpose, id }) => purpose !== 'survey' || surveyed.has(id));
    const expected = shown.flatMap(({ query, reply }) => [...(reply ? [reply] : []), query]);
    expect(drawn.toSorted()).toEqual(
      expected.map((octets) => Buffer.from(octets).toString('hex')).toSorted(),
    );
  });
});

describe('the page of a very large trace', () => {
  const records = Array.from({ length: 10_000 }, (_, i) =>
    scanRecord(`www.test. 60 IN A 198.18.${i >> 8}.${i & 255}`),
  );
  const message: Message = {
    header: headerOf(1, 0x8580),
    questions: [{ name: 'www.test.', type: 1, class: 1 }],
    answers: records.slice(0, 4000),
    authorities: [],
    additionals: [],
  };
  const reply = encode(message);
  const [first] = eventful.hops;
  const hops = Array.from({ length: 2000 }, (_, i): Hop => {
    const own = { query: first!.query.slice(), reply: reply.slice(), message: { ...message } };
    return { ...first!, ...own, id: i + 1, parent: null };
  });
  const finding = { code: 'SERVER_REFUSED', severity: 'error', hop: 1, message: 'x', rfc: '' } as const;
  const trace: Trace = {
    ...eventful,
    ending: { ...eventful.ending, answers: records },
    hops,
    findings: Array.from({ length: 3000 }, () => finding),
  };

  it('stays one that a browser can show, and says what is left out', async () => {
    const page = await traceHtml(trace);
    expect(page.length).toBeLessThan(8_000_000);
    expect(page).toContain('and 9900 more records');
    expect(page).toContain('Not listed, since this page has much to show');
    expect(page).toContain('and 1500 more hops');
    expect(page).toContain('and 2950 more findings');
    expect(page).toMatch(/Not drawn field by field[^<]*the first 256 octets/);
    expect(page.match(/<i class=/g)!.length).toBeLessThan(50_000);
  });
});
