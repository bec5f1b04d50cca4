/** The reports of a list of checks, with texts in them that each format has to escape. */

import { expect, test } from 'vitest';
import { checkJunit } from '../../src/render/check/check-junit.ts';
import { checkTap } from '../../src/render/check/check-tap.ts';
import { checkText } from '../../src/render/check/check-text.ts';
import { checkedDocument, type Checked } from '../../src/render/check/checked.ts';
import { plain } from '../../src/render/style.ts';

const checked = (title: string, missed: Checked['missed']): Checked => ({
  title,
  question: { name: 'a.test.', type: 1, class: 1 },
  ending: {
    status: 'answer',
    reason: null,
    message: '',
    rcode: 0,
    aliases: [],
    answers: [],
    negativeTtl: null,
    zone: 'test.',
  },
  missed,
  elapsedMs: 12.3,
});

const ALL = [
  checked('fine', []),
  checked('a # "b" <c>\u001b[31m\n', [{ expected: 'x & y', seen: '\u0007"z"' }]),
];

test('as text', () => {
  expect(checkText(ALL, plain)).toBe(
    [
      'ok      fine  12 ms',
      'not ok  a # "b" <c>\\u{1B}[31m\\u{A}  12 ms',
      '        expected x & y, seen: \\u{7}"z"',
      '1 as expected, 1 not',
      '',
    ].join('\n'),
  );
});

test('as TAP', () => {
  expect(checkTap(ALL)).toBe(
    [
      'TAP version 14',
      '1..2',
      'ok 1 - fine',
      '  ---',
      '  duration_ms: 12.3',
      '  ...',
      'not ok 2 - a \\# "b" <c>\\\\u{1B}[31m\\\\u{A}',
      '  ---',
      '  duration_ms: 12.3',
      '  missed:',
      '    - "expected x & y, seen: \\\\u{7}\\"z\\""',
      '  ...',
      '',
    ].join('\n'),
  );
});

test('as JUnit XML', () => {
  const xml = checkJunit(ALL);
  expect(xml).toContain('<testsuite name="rootwalk check" tests="2" failures="1" errors="0" time="0.025">');
  expect(xml).toContain('<testcase name="fine" classname="a.test. A" time="0.012"/>');
  expect(xml).toContain('name="a # &quot;b&quot; &lt;c&gt;\uFFFD[31m\uFFFD"');
  expect(xml).toContain('<failure message="expected x &amp; y, seen: \uFFFD&quot;z&quot;"/>');
});

test('as a document', () => {
  expect(checkedDocument(ALL)).toMatchObject({
    schema: 'rootwalk/check/1',
    passed: 1,
    failed: 1,
    checks: [
      { name: 'a.test.', type: 'A', held: true, missed: [] },
      { held: false, missed: [{ expected: 'x & y' }] },
    ],
  });
});
