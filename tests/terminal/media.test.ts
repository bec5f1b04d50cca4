/** The recording and the picture in the README are of the explorer, and whole. */

import { readFileSync } from 'node:fs';
import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { screenText } from '../support/terminal/screen-cells.ts';

const cast = readFileSync('docs/media/explorer.cast', 'utf8');
const [header, ...pieces] = cast
  .trimEnd()
  .split('\n')
  .map((line): unknown => JSON.parse(line));
const { width, height } = header as { readonly width: number; readonly height: number };

test('the recording is an asciicast of version 2, small, with times that go on', () => {
  expect(header).toMatchObject({ version: 2, width: expect.any(Number), height: expect.any(Number) });
  expect(cast.length).toBeLessThan(200_000);
  const times = pieces.map((piece) => (piece as [number, string, string])[0]);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeGreaterThan(10);
  expect(times.at(-1)).toBeLessThan(90);
});

test('played, it ends in the explorer, on the octets that a pointer points to', async () => {
  const terminal = new xterm.Terminal({ cols: width, rows: height, allowProposedApi: true });
  for (const piece of pieces) {
    const [, kind, text] = piece as [number, string, string];
    expect(kind).toBe('o');
    await new Promise<void>((drawn) => terminal.write(text, drawn));
    expect(screenText(terminal)).not.toContain('\uFFFD');
  }
  expect(terminal.buffer.active.type).toBe('alternate');
  const screen = screenText(terminal);
  expect(screen).toMatch(/✓ answer$/m);
  expect(screen).toMatch(/▸ +pointer/);
  expect(screen).toMatch(/\[c0 0c\]/);
  terminal.dispose();
});

test('the picture shows the walk beside a computer that says otherwise', () => {
  const svg = readFileSync('docs/media/explorer.svg', 'utf8');
  expect(svg).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 [\d.]+ [\d.]+"/);
  for (const text of ['differs from the walk', 'STALE_CACHE', 'example.org.', '[Bytes]'])
    expect(svg).toContain(text);
});
