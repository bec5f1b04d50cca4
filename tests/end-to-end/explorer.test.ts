import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasTmux, Terminal } from './terminal.ts';

if (!hasTmux()) console.warn('SKIPPED: the explorer on a real terminal, because tmux is not installed');

describe.skipIf(!hasTmux()).each([
  [80, 24],
  [120, 40],
])('the explorer at %i × %i', (columns, rows) => {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
  const bomb = join(folder, 'bomb.mjs');
  // Throws where nothing catches it, when the explorer has been told to by SIGUSR2.
  writeFileSync(bomb, "process.on('SIGUSR2', () => { throw new Error('thrown on purpose'); });");
  let terminal: Terminal;

  beforeEach(async () => {
    terminal = new Terminal();
    await terminal.open(columns, rows);
    await terminal.line(`stty -a > ${folder}/before`);
    const program = `${process.execPath} --import ${bomb} dist/rootwalk.js www.example.com --lab`;
    await terminal.line(
      `clear; sh -c 'echo $$ > ${folder}/pid; exec ${program}'; echo "status $?"; stty -a > ${folder}/after; echo done`,
    );
    await terminal.shows(/✓ answer/);
  });
  afterEach(() => terminal.close());

  const kill = (signal: NodeJS.Signals): void =>
    void process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), signal);
  /** The terminal's modes, without its size. */
  const modes = (when: string): string => readFileSync(join(folder, when), 'utf8').replace(/^speed.*$/m, '');
  const isGivenBack = async (status: number): Promise<string> => {
    const screen = await terminal.shows(/^done$/m);
    expect(screen).toContain(`status ${status}`);
    expect(await terminal.isAlternate()).toBe(false);
    expect(await terminal.cursorIsShown()).toBe(true);
    expect(modes('after')).toBe(modes('before'));
    return screen;
  };

  it('shows the walk beside this computer, and moves through it', async () => {
    await terminal.shows(/same answer/);
    expect(await terminal.isAlternate()).toBe(true);
    await terminal.keys('g');
    await terminal.shows(/▸ +\./);
    await terminal.keys('j');
    await terminal.shows(/▸ +com\./);
    await terminal.keys('q');
    await isGivenBack(0);
  });

  it('goes from name to name and back, and takes commands', async () => {
    await terminal.shows(/same answer/);
    await terminal.keys(')');
    await terminal.shows(/Enter walks for ns\d\.example\.com\. A/);
    await terminal.keys('Enter');
    await terminal.shows(/ns\d\.example\.com\. A {2}← www\.example\.com\. A .*✓ answer/);
    await terminal.keys('BSpace');
    await terminal.shows(/www\.example\.com\. A {2}→ ns\d\.example\.com\. A .*✓ answer/);
    await terminal.keys('M-Right');
    await terminal.shows(/← www\.example\.com\. A .*✓ answer/);
    await terminal.keys(':', 't', 'r', 'Tab', 's', 'h', 'o', 'p', '.', 'e', 'Tab');
    await terminal.shows(/: trace shop\.example\.com$/m);
    await terminal.keys('M', 'Tab', 'Enter');
    await terminal.shows(/shop\.example\.com\. MX {2}← ns/);
    await terminal.keys('q');
    await isGivenBack(0);
  });

  it('goes back in time, plays it, and returns to now', async () => {
    await terminal.shows(/same answer/);
    await terminal.keys('<');
    await terminal.shows(/event 1 of \d+, > returns to now {2}the walk begins/);
    await terminal.keys('Space');
    await terminal.shows(/, playing, > returns to now {2}/);
    await terminal.keys('Escape');
    expect(await terminal.shows(/same answer/)).not.toContain('event');
    await terminal.keys('q');
    await isGivenBack(0);
  });

  it('asks for another name', async () => {
    await terminal.keys('/');
    await terminal.keys('C-u');
    await terminal.line('shop.example.com AAAA');
    await terminal.shows(/2001:db8:81::81/);
    await terminal.keys('q');
    await isGivenBack(0);
  });

  it('shows hostile octets harmlessly', async () => {
    await terminal.keys('/');
    await terminal.keys('C-u');
    await terminal.line('hostile.example.com TXT');
    const screen = await terminal.shows(/\\027\[2J\\027]0;owned/);
    expect(screen).toContain('lab world');
    expect(screen).not.toMatch(/[\u202E\u009B]/);
    await terminal.keys('q');
    await isGivenBack(0);
  });

  it('survives resizes', async () => {
    await terminal.resize(39, 12);
    await terminal.shows(/needs 40×12/);
    await terminal.resize(60, 12);
    await terminal.shows(/^\[Walk] This computer  Detail/m);
    for (const [width, height] of [
      [200, 60],
      [columns, rows],
    ] as const) {
      await terminal.resize(width, height);
      const screen = await terminal.shows(new RegExp(`^ lab world.{${width - 40},}✓ answer`, 'm'));
      expect(Math.max(...screen.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    await terminal.keys('q');
    await isGivenBack(0);
  });

  it('gives the terminal back after Ctrl-C', async () => {
    await terminal.keys('C-c');
    await isGivenBack(130);
  });

  it('gives the terminal back after SIGTERM', async () => {
    kill('SIGTERM');
    await isGivenBack(143);
  });

  it('gives the terminal back after an error that nobody caught, with one line about it', async () => {
    kill('SIGUSR2');
    const screen = await isGivenBack(1);
    expect(screen).toContain('rootwalk: a bug in rootwalk, please report it: thrown on purpose');
    expect(screen).not.toMatch(/^\s+at /m);
  });
});

describe.skipIf(!hasTmux()).each([
  [80, 24],
  [120, 40],
])('a survey in the explorer at %i × %i', (columns, rows) => {
  it('is a line a zone, opens to its servers, and each to its octets', async () => {
    const terminal = new Terminal();
    try {
      await terminal.open(columns, rows);
      await terminal.line(`${process.execPath} dist/rootwalk.js www.shop.test --lab=serial-drift --all`);
      const list = await terminal.shows(/survey of shop\.test\.: 2 servers, 1 differs[^]*✓ answer/);
      expect(list).toContain('survey of .: 13 servers, all agree');
      expect(list).toContain('hop 3 of 3');
      await terminal.keys('G', 'Enter');
      const matrix = await terminal.shows(/▸ ns1\.shop\.test\. +192\.0\.2\.21 +agrees +2026010101/);
      expect(matrix).toMatch(/ns2\.shop\.test\. +198\.51\.100\.121 +differs +≠ 2025010101/);
      expect(matrix).toContain('SERIAL_DRIFT');
      await terminal.keys('j', 'Enter');
      await terminal.shows(/3 exchanges with it; Enter opens one[^]*▸ shop\.test\. SOA[^]* Enter open /);
      await terminal.keys('Enter', ']');
      await terminal.shows(/\[Bytes\] .* Exc[^]*0000 /);
      await terminal.keys('Escape');
      await terminal.shows(/3 exchanges with it/);
      await terminal.keys('Escape');
      await terminal.shows(/▸ ns2\.shop\.test\. /);
      await terminal.keys('Escape');
      await terminal.shows(/▸ +survey of shop\.test\./);
    } finally {
      await terminal.close();
    }
  });
});

describe.skipIf(!hasTmux()).each([
  [80, 24],
  [120, 40],
])('a cause in the explorer at %i × %i', (columns, rows) => {
  it('opens to its evidence and closes again, and the voices are read below', async () => {
    const terminal = new Terminal();
    try {
      await terminal.open(columns, rows);
      await terminal.line(`${process.execPath} dist/rootwalk.js www.example.org --lab=stale-cache`);
      await terminal.shows(/differs from the walk/);
      await terminal.keys('Tab');
      await terminal.shows(/▸ STALE_CACHE/);
      await terminal.keys('Enter');
      await terminal.shows(/- 192\.0\.2\.53: TTL \d+/);
      await terminal.keys('G');
      await terminal.shows(/• files: not found/);
      await terminal.keys('g', 'Enter');
      const closed = await terminal.shows(/▸ STALE_CACHE/);
      expect(closed).not.toContain('- 192.0.2.53: TTL');
      await terminal.keys('q');
    } finally {
      await terminal.close();
    }
  });
});
