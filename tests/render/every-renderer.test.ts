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
import type { Trace } from '../../src/render/trace.ts';
import { traceMarkdown } from '../../src/render/trace-markdown.ts';
import { traceMermaid } from '../../src/render/trace-mermaid.ts';
import { traceHtml } from '../../src/render/html/trace-page.ts';
import { yamlText } from '../../src/render/yaml-text.ts';
import { hostileEvents as events, hostileTraces as traces } from '../support/hostile-trace.ts';

const renderers: Readonly<Record<string, (trace: Trace) => string | Promise<string>>> = {
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
  yaml: (trace) => yamlText(traceDocument(trace)),
  html: traceHtml,
  markdown: traceMarkdown,
  mermaid: traceMermaid,
};

describe.each(Object.entries(renderers))('the renderer %s', (_, render) => {
  it.each(Object.entries(traces))('prints whole lines %s', async (_, trace) => {
    expect(await render(trace)).toMatch(/^[^]+\n$/);
  });

  it.each(Object.entries(traces))(
    'lets no control or format character from outside through %s',
    async (_, trace) => {
      // JSON escapes C0 by itself, and is data for a parser; what it leaves as it is must still not steer a terminal.
      expect(await render(trace)).not.toMatch(
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
  it('write JSON that is read back as it was', async () => {
    const document = traceDocument(traces['with a system']!);
    expect(JSON.parse(await renderers['json']!(traces['with a system']!))).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
  });
});
