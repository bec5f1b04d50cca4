/** The survey in the explorer: beside the walk, not in it; opened to its rows, and each row to its exchanges. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Survey } from '../../src/resolver/events.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { typeName } from '../../src/message/codes.ts';
import { shownFields } from '../../src/tui/detail/bytes/byte-choice.ts';
import { detailTitle, readingLines, readingTitle } from '../../src/tui/detail/reading-lines.ts';
import { chosenEntry, chosenSurvey, isMatrixOpen, type ExplorerState } from '../../src/tui/state.ts';
import { lineWidth, paint, type Line } from '../../src/tui/drawing/styled-line.ts';
import { fitSurveyColumns } from '../../src/tui/survey/survey-columns.ts';
import { matrixLines, surveyEntry } from '../../src/tui/survey/survey-lines.ts';
import { resultLines } from '../../src/tui/walk/result-lines.ts';
import { walkIn } from '../support/small-internet.ts';
import { pressed, walked } from './explorer-states.ts';
import { LAME, SURVEYED_WORLD } from './surveyed-world.ts';

const { events, hops } = await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true });
const state = walked(events);
const textOf = (lines: readonly Line[]): string => lines.map((line) => paint(line, false)).join('\n');
const last = (keys: readonly string[] = []): ExplorerState => pressed(state, 'G', ...keys);
const surveyOfTest = chosenSurvey(last())!;
const lameRow = surveyOfTest.rows.findIndex(({ address }) => address === LAME);

test('the list is the walk\u2019s own, with a line for the survey of each zone', () => {
  expect(state.walk.hops.map(({ hop }) => hop.purpose)).not.toContain('survey');
  expect(state.walk.hops.length + state.walk.surveyHops.length).toBe(hops.length);
  expect(state.walk.surveyHops.length).toBeGreaterThan(6);
  const text = textOf(hopLines(state, layoutOf(state).hops));
  expect(text).toContain('survey of .: ');
  expect(text).toContain('survey of test.: 3 servers, 1 differs, 1 lame');
});

test('each finding stands at its exchange, in the walk or in the survey', () => {
  const placed = [...state.walk.hops, ...state.walk.surveyHops].flatMap(({ findings }) => findings);
  const told = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []));
  expect(told.map(({ code }) => code)).toContain('SERIAL_DRIFT');
  expect(new Set(placed)).toEqual(new Set(told));
});

test('while the survey is made, the newest hop of the walk stays the chosen one', () => {
  const before = events.findIndex((event) => event.type === 'query' && event.hop.purpose === 'survey');
  for (const count of [before, before + 3, events.length - 1]) {
    const { walk, chosen } = walked(events.slice(0, count));
    expect([walk.newest, chosen]).toEqual([walk.hops.at(-1)!.hop.id, null]);
  }
});

test('while it is made, one sees how far it is', () => {
  const text = (list: typeof events): string => textOf(resultLines(walked(list), 120, 3));
  const asked = events.findLastIndex((event) => event.type === 'query' && event.hop.purpose === 'survey');
  expect(text(events.slice(0, asked + 1))).toMatch(/survey, 4 of 4 addresses: asking ns\d\.test\. /);
  const first = events.findIndex((event) => event.type === 'query' && event.hop.purpose === 'survey');
  expect(text(events.slice(0, first + 1))).toMatch(/survey, 0 of 4 addresses: asking /);
  // A saved walk does not say.
  const plain = events.map((event) =>
    event.type === 'query' ? { type: event.type, hop: event.hop } : event,
  );
  expect(text(plain.slice(0, asked + 1))).toMatch(/survey, \d+ exchanges so far: asking/);
});

test('a survey opens to its rows, a row to its exchanges down to the octets, and back', () => {
  expect(readingTitle(last())).toBe('Survey of test.');
  const open = last(['enter']);
  expect(isMatrixOpen(open)).toBe(true);
  const rows = textOf(matrixLines(open, { columns: 80, rows: 21 }));
  expect(rows).toContain('warning SERIAL_DRIFT');
  expect(rows).toMatch(/^▸ ns1\.test\. /m);

  const row = pressed(open, ...Array.from({ length: lameRow }, () => 'j'), 'enter');
  expect(readingTitle(row)).toBe(`test. as ns3.test. has it at ${LAME}`);
  const text = textOf(readingLines(row, 120));
  expect(text).toContain('status   lame: ');
  expect(text).toMatch(/^1 exchange with it; .*\n▸ test\. SOA, udp {2}! lame in /);

  // An exchange is read as a hop is, in each tab.
  const opened = pressed(row, 'enter');
  const { reply } = hops.find(({ id }) => id === surveyOfTest.rows[lameRow]!.hops[0])!;
  expect(detailTitle(opened)).toContain('[Message]');
  expect(detailTitle(opened)).toContain('Exchange 1: test. SOA at ns3.test.');
  expect(textOf(readingLines(pressed(opened, '1'), 120))).toContain('meaning  A lame server');
  expect(shownFields(pressed(opened, '3'))?.octets).toBe(reply);
  expect(textOf(readingLines(pressed(opened, '4'), 120))).toContain(
    `around the reply (${reply!.length} octets)`,
  );
  expect(textOf(readingLines(pressed(opened, '7'), 120))).toContain(`octets of the reply (${reply!.length})`);
  expect(pressed(opened, 'escape').survey).toEqual(row.survey);
  expect(pressed(opened, '3', 'escape', 'escape', 'escape', 'k').chosen).not.toBe(
    chosenEntry(opened)!.hop.id,
  );

  const back = pressed(row, 'escape');
  expect([isMatrixOpen(back), back.survey?.row]).toEqual([true, lameRow]);
  expect(pressed(back, 'escape')).toMatchObject({ expanded: false, focus: 'hops' });
});

test('a row that agrees shows all that it was asked', () => {
  const row = last(['enter', 'enter']);
  expect(textOf(readingLines(row, 120))).toMatch(
    /^3 exchanges .*\n▸ test\. SOA.*\n {2}test\. NS.*\n {2}www\.test\. A/,
  );
  const asked = [[], ['j'], ['j', 'j'], ['G'], ['G', 'g'], ['k']].map((keys) =>
    typeName(chosenEntry(pressed(row, ...keys, 'enter'))!.hop.question.type),
  );
  expect(asked).toEqual(['SOA', 'NS', 'A', 'A', 'SOA', 'SOA']);
});

test('moves between hops, surveys and rows without leaving them', () => {
  expect(pressed(last(['k']), 'enter').survey?.place).toBe(0);
  expect(last(['k', 'k']).survey).toBeNull();
  expect(last(['j']).survey).toEqual(last().survey);
  expect(last(['enter', 'k']).survey?.row).toBe(0);
  expect(last(['enter', 'G']).survey?.row).toBe(surveyOfTest.rows.length - 1);
  expect(last(['enter', 'end', 'g']).survey?.row).toBe(0);
  // Tab leaves an open survey as it leaves an open message.
  expect(last(['enter', 'enter', 'tab'])).toMatchObject({ expanded: false, survey: { isRowOpen: false } });
});

test('a survey without rows says so and opens to nothing', () => {
  const bare: Survey = {
    ...surveyOfTest,
    rows: [],
    childServers: null,
    withoutAddress: [{ server: 'ns.test.', why: 'it does not exist' }],
  };
  expect(surveyEntry(bare).text).toBe('1 server, 1 without address');
  const empty = walked(events.map((event) => (event.type === 'survey' ? { ...event, ...bare } : event)));
  const open = pressed(empty, 'G', 'enter');
  expect(textOf(matrixLines(open, { columns: 80, rows: 21 }))).toContain('ns.test. has no address to ask');
  expect(pressed(open, 'enter')).toEqual(open);
});

test('what is unlike the others is marked in its cell, not by colour alone', () => {
  const text = textOf(matrixLines(last(['enter']), { columns: 120, rows: 30 }));
  expect(text).toMatch(/^..ns2\.test\. .* differs .* ≠ 2025010101 /m);
  expect(text.match(/≠/g)).toHaveLength(1);
});

test('no address is cut, and no line is too long', () => {
  const name = fc.nat(200).map((length) => `${'a'.repeat(length)}.test.`);
  fc.assert(
    fc.property(name, fc.integer({ min: 80, max: 200 }), (server, columns) => {
      const rows = surveyOfTest.rows.map((row) => ({ ...row, server }));
      const address = fitSurveyColumns(rows, columns).find(({ key }) => key === 'address')!;
      expect(address.width).toBeGreaterThanOrEqual(Math.max(...rows.map((row) => row.address.length)));
      const long = walked(events.map((event) => (event.type === 'survey' ? { ...event, rows } : event)));
      for (const line of matrixLines(pressed(long, 'G', 'enter'), { columns, rows: 21 }))
        expect(lineWidth(line)).toBeLessThanOrEqual(columns);
    }),
  );
});
