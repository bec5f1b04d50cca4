/**
 * Checks as TAP version 14 (testanything.org), which test harnesses read.
 */

import { printable } from '../../message/printable-text.ts';
import { missedText, type Checked } from './checked.ts';

export function checkTap(all: readonly Checked[]): string {
  const lines = all.flatMap(({ title, missed, elapsedMs }, i) => [
    `${missed.length === 0 ? 'ok' : 'not ok'} ${i + 1} - ${escaped(title)}`,
    ...diagnostics(missed.map(missedText), elapsedMs),
  ]);
  return `${['TAP version 14', `1..${all.length}`, ...lines].join('\n')}\n`;
}

/** A YAML block under the line; JSON strings are YAML. */
function diagnostics(texts: readonly string[], elapsedMs: number): string[] {
  const missed = texts.map((text) => `    - ${JSON.stringify(printable(text))}`);
  return [
    '  ---',
    `  duration_ms: ${elapsedMs}`,
    ...(missed.length === 0 ? [] : ['  missed:', ...missed]),
    '  ...',
  ];
}

/** `#` begins a directive in TAP. */
function escaped(title: string): string {
  return printable(title).replace(/[\\#]/g, '\\$&');
}
