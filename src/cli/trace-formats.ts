/**
 * The formats of a trace, each with what makes it; those that few ask for are loaded where they are asked for. NDJSON
 * is not among them: it is told as it happens.
 */

import { jsonText } from '../render/json-text.ts';
import { traceDocument } from '../render/trace-document.ts';
import { shortText, traceText } from '../render/trace-text.ts';
import type { Trace } from '../render/trace.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

type Content = string | Uint8Array;
type Printer = (trace: Trace, output: Output, verbose: true | undefined) => Content | Promise<Content>;

const PRINTERS = {
  text: (trace, { style, columns }, verbose) => traceText(trace, style, columns, verbose ? 'all' : 'first'),
  short: shortText,
  json: (trace) => `${jsonText(traceDocument(trace), 2)}\n`,
  yaml: async (trace) => (await import('../render/yaml-text.ts')).yamlText(traceDocument(trace)),
  html: async (trace) => (await import('../render/html/trace-page.ts')).traceHtml(trace),
  markdown: async (trace) => (await import('../render/trace-markdown.ts')).traceMarkdown(trace),
  mermaid: async (trace) => (await import('../render/trace-mermaid.ts')).traceMermaid(trace),
  pcap: async (trace) => (await import('../render/trace-pcap.ts')).tracePcap(trace),
  pcapng: async (trace) => (await import('../render/trace-pcap.ts')).tracePcapng(trace),
} as const satisfies Readonly<Record<string, Printer>>;

type WholeFormat = keyof typeof PRINTERS;
export type TraceFormat = WholeFormat | 'ndjson';

export const TRACE_FORMATS: readonly TraceFormat[] = [
  'text',
  'short',
  'json',
  'ndjson',
  'yaml',
  'html',
  'markdown',
  'mermaid',
  'pcap',
  'pcapng',
];

export async function printedTrace(
  trace: Trace,
  format: WholeFormat,
  output: Output,
  verbose: true | undefined,
): Promise<Content> {
  const printer: Printer = PRINTERS[format];
  return printer(trace, output, verbose);
}

/** Before anything is asked. Throws UsageError. */
export function refuseOctetsOnTerminal(format: TraceFormat, file: string | undefined): void {
  const isForPrograms = format === 'pcap' || format === 'pcapng';
  if (isForPrograms && file === undefined && process.stdout.isTTY)
    throw new UsageError(`${format} is not for a terminal: use -o FILE or a pipe`);
}
