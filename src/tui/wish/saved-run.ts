/**
 * The run on the screen as the content of a file: in the form that the file's name ends with, the same that the commands
 * write and `rootwalk open` reads.
 */

import type { Comparison } from '../../compare/comparison.ts';
import type { WalkEvent } from '../../resolver/events.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';
import type { News } from '../time/timeline.ts';

/** The endings of file names, each with what it stands for. */
export const SAVED_FORMS = {
  json: 'the whole run; rootwalk open reads it',
  ndjson: 'its events, a line each; rootwalk open reads them',
  pcap: 'its messages, for Wireshark',
  pcapng: 'the same, with a comment at each',
  html: 'a page for a browser, which needs nothing else',
  md: 'a report for people',
  mmd: 'a sequence diagram of Mermaid',
  yaml: 'the whole run, for people to read',
  txt: 'as rootwalk trace prints it',
} as const;

export type SavedForm = keyof typeof SAVED_FORMS;

/** By the ending of the name; undefined for one that is none of these. */
export function formOf(path: string): SavedForm | undefined {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(path) ?? [];
  const wanted = ending.toLowerCase();
  return (Object.keys(SAVED_FORMS) as SavedForm[]).find((form) => form === wanted);
}

/** What was told of a walk; null before it has ended. */
export function runOf(told: readonly News[]): SavedRun | null {
  const events = told.flatMap((news) => (news.type === 'event' ? [news.event] : []));
  if (events.at(-1)?.type !== 'end') return null;
  return {
    events,
    system: told.find((news) => news.type === 'system')?.answer,
    comparison: told.find((news) => news.type === 'compared')?.comparison,
  };
}

export interface SavedRun {
  readonly events: readonly WalkEvent[];
  readonly system: SystemAnswer | undefined;
  readonly comparison: Comparison | undefined;
}

/** The content of the file. The printers are loaded when they are wanted. */
export async function contentOf(run: SavedRun, form: SavedForm): Promise<string | Uint8Array> {
  const { traceOf } = await import('../../render/trace.ts');
  const { jsonText } = await import('../../render/json-text.ts');
  const { withRoundedSystem } = await import('../../render/rounded-times.ts');
  const system = run.system && withRoundedSystem(run.system);
  const trace = traceOf(run.events, system, run.comparison);
  switch (form) {
    case 'json': {
      const { traceDocument } = await import('../../render/trace-document.ts');
      return `${jsonText(traceDocument(trace), 2)}\n`;
    }
    case 'ndjson': {
      const { runJson } = await import('../../render/trace-events.ts');
      return runJson({ ...run, system })
        .map((line) => `${jsonText(line)}\n`)
        .join('');
    }
    case 'pcap':
      return (await import('../../render/trace-pcap.ts')).tracePcap(trace);
    case 'pcapng':
      return (await import('../../render/trace-pcap.ts')).tracePcapng(trace);
    case 'html':
      return (await import('../../render/html/trace-page.ts')).traceHtml(trace);
    case 'md':
      return (await import('../../render/trace-markdown.ts')).traceMarkdown(trace);
    case 'mmd':
      return (await import('../../render/trace-mermaid.ts')).traceMermaid(trace);
    case 'yaml': {
      const { traceDocument } = await import('../../render/trace-document.ts');
      return (await import('../../render/yaml-text.ts')).yamlText(traceDocument(trace));
    }
    case 'txt': {
      const { traceText } = await import('../../render/trace-text.ts');
      const { plain } = await import('../../render/style.ts');
      return traceText(trace, plain, undefined, 'all');
    }
  }
}
