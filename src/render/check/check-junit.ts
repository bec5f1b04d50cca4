/**
 * Checks as JUnit XML, which continuous integration shows as tests.
 */

import { typeName } from '../../message/codes.ts';
import { missedText, type Checked } from './checked.ts';

export function checkJunit(all: readonly Checked[]): string {
  const failed = all.filter(({ missed }) => missed.length > 0).length;
  const seconds = all.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000;
  const counts = `tests="${all.length}" failures="${failed}" errors="0" time="${seconds.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rootwalk" ${counts}>`,
    `  <testsuite name="rootwalk check" ${counts}>`,
    ...all.flatMap(caseLines),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseLines({ title, question, missed, elapsedMs }: Checked): string[] {
  const className = `${question.name} ${typeName(question.type)}`;
  const attributes = `name=${quoted(title)} classname=${quoted(className)} time="${(elapsedMs / 1000).toFixed(3)}"`;
  if (missed.length === 0) return [`    <testcase ${attributes}/>`];
  const failures = missed.map((each) => `      <failure message=${quoted(missedText(each))}/>`);
  return [`    <testcase ${attributes}>`, ...failures, '    </testcase>'];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 2.2: most control characters cannot be written in it at all. */
function quoted(text: string): string {
  const allowed = Array.from(text, (each) => (FORBIDDEN.test(each) ? '\uFFFD' : each)).join('');
  return `"${allowed.replace(/[&<>"]/g, (each) => ENTITIES[each]!)}"`;
}

// oxlint-disable-next-line no-control-regex -- control characters are meant
const FORBIDDEN = /[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/u;
