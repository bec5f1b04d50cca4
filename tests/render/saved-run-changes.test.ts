/** Whatever becomes of a saved run on its way: it is read, or refused in one line. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MessageJsonError } from '../../src/message/json-place.ts';
import { diffText } from '../../src/render/diff/diff-text.ts';
import { diffTraces } from '../../src/render/diff/trace-diff.ts';
import { jsonText } from '../../src/render/json-text.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { plain } from '../../src/render/style.ts';
import { traceHtml } from '../../src/render/html/trace-page.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { traceMarkdown } from '../../src/render/trace-markdown.ts';
import { traceMermaid } from '../../src/render/trace-mermaid.ts';
import { runJson } from '../../src/render/trace-events.ts';
import { tracePcap, tracePcapng } from '../../src/render/trace-pcap.ts';
import { shortText, traceText } from '../../src/render/trace-text.ts';
import type { Trace } from '../../src/render/trace.ts';
import { yamlText } from '../../src/render/yaml-text.ts';
import { documentOf, eventful, ndjsonOf, runs, surveyedTrace } from '../support/saved-runs.ts';

/** What a terminal could be steered by; a line end is none. */
const UNSAFE = /[^\P{C}\n]/u;

/** Without another error than the one there is. */
function readOrRefused(text: string): Trace | undefined {
  try {
    const saved = savedTrace(text);
    runJson({ ...saved.trace, ...saved });
    return saved.trace;
  } catch (error) {
    if (error instanceof MessageJsonError) return undefined;
    throw error;
  }
}

/** Read, printed in every form, and then read back as the same. */
function survives(text: string): boolean {
  const trace = readOrRefused(text);
  if (!trace) return false;
  const names = { before: 'a', after: 'b' };
  const printed = [
    traceText(trace, plain),
    traceText(trace, plain, 100, 'all'),
    shortText(trace),
    documentOf(trace),
    traceMarkdown(trace),
    traceMermaid(trace),
    diffText(diffTraces(eventful, trace), names, plain),
    diffText(diffTraces(trace, surveyedTrace), names, plain),
  ];
  for (const each of printed) expect(each).not.toMatch(UNSAFE);
  expect(tracePcap(trace).length).toBeGreaterThan(0);
  expect(tracePcapng(trace).length).toBeGreaterThan(0);
  expect(diffTraces(trace, trace).changes).toEqual([]);
  expect(traceDocument(savedTrace(documentOf(trace)).trace)).toEqual(traceDocument(trace));
  return true;
}

describe('whatever is changed in a saved run', () => {
  const documents = runs.map(({ trace }) => documentOf(trace));
  const ndjson = runs.map(({ events, trace, again }) => ndjsonOf(events, trace, again));
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      '',
      '.',
      'a.',
      '\u001B[2J',
      '\u202E\u009B\uD800',
      '__proto__',
      'TYPE65280',
      'CLASS3',
      'RCODE4095',
      '\\# 0',
      '\\# 4 c0000201',
      '::1',
      'AAAA',
      'tcp',
      'failure',
      '9999-12-31T23:59:59.999Z',
      'A'.repeat(80_000),
      0,
      1,
      3,
      53,
      1.5,
      -1,
      1e9,
      2 ** 32 - 1,
      2 ** 53,
      1e308,
      null,
      true,
      [],
      {},
      [[]],
      { __proto__: null },
    ),
  );
  const place = fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 });
  const change = fc.record({ place, value: fc.option(strange, { nil: undefined }) });

  /** Follows the steps as far as they go, and puts the value there, or takes away what is there. */
  function apply(document: unknown, { place: steps, value }: { place: number[]; value: unknown }): void {
    let owner = document as Record<string, unknown>;
    for (const [i, step] of steps.entries()) {
      const members = Object.keys(owner);
      if (members.length === 0) return;
      const member = members[step % members.length]!;
      const next = owner[member];
      if (i < steps.length - 1 && typeof next === 'object' && next !== null) {
        owner = next as Record<string, unknown>;
      } else {
        if (value === undefined) delete owner[member];
        else owner[member] = value;
        return;
      }
    }
  }

  it('is read, or refused in one line: members of a document', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (text, all) => {
          const document = JSON.parse(text) as unknown;
          for (const each of all) apply(document, each);
          if (survives(JSON.stringify(document))) read++;
        },
      ),
      { numRuns: 1500 },
    );
    // Else this would only try what is refused at once.
    expect(read).toBeGreaterThan(50);
  });

  /** These take longer: they have fewer tries. */
  it('is drawn as a page and written as YAML, where it can be read', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), change, async (text, each) => {
        const document = JSON.parse(text) as unknown;
        apply(document, each);
        const trace = readOrRefused(JSON.stringify(document));
        if (!trace) return;
        read++;
        expect((await traceHtml(trace)).match(UNSAFE)).toBeNull();
        const yaml = yamlText(traceDocument(trace));
        expect(yaml).not.toMatch(UNSAFE);
        expect(parse(yaml)).toEqual(JSON.parse(documentOf(trace)));
      }),
      { numRuns: 250 },
    );
    expect(read).toBeGreaterThan(20);
  });

  it('is read, or refused in one line: members of an event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ndjson), fc.nat(100), change, (text, line, each) => {
        const lines = text.trimEnd().split('\n');
        const at = line % lines.length;
        const event = JSON.parse(lines[at]!) as unknown;
        apply(event, each);
        survives(lines.with(at, jsonText(event)).join('\n'));
      }),
      { numRuns: 500 },
    );
  });

  it('is read, or refused in one line: characters', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(40),
      put: fc.string({ unit: 'binary', maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...documents, ...ndjson), edit, (text, { at, length, put }) => {
        const start = at % text.length;
        survives(text.slice(0, start) + put + text.slice(start + length));
      }),
      { numRuns: 500 },
    );
  });
});
