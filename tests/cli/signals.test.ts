/** A signal ends every command that waits for the network, with a status of its own. */

import { createSocket } from 'node:dgram';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { start } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
const hints = join(folder, 'hints');
writeFileSync(hints, '. 60 NS silent.example.\nsilent.example. 60 A 127.0.0.1\n');
const list = join(folder, 'list.yaml');
writeFileSync(list, '- www.example.com\n');

/** Each with the port of a server that never replies. */
const COMMANDS: Readonly<Record<string, (port: string) => readonly string[]>> = {
  trace: (port) => ['trace', 'example.com', '--root-hints', hints, '-p', port, '--no-system'],
  compare: (port) => [
    'compare',
    'example.com',
    '--root-hints',
    hints,
    '-p',
    port,
    '--no-system',
    '@127.0.0.1',
  ],
  services: (port) => ['services', 'example.com', '--root-hints', hints, '-p', port],
  check: (port) => ['check', list, '--root-hints', hints, '-p', port, '--no-system'],
  query: (port) => ['query', 'example.com', '@127.0.0.1', '-p', port],
  build: (port) => ['build', 'example.com', '--send', `127.0.0.1:${port}`],
};

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

const cases = Object.keys(COMMANDS).flatMap((command) =>
  SIGNALS.map(([signal, expected]) => [command, signal, expected] as const),
);

test.each(cases)('%s ends after %s with %i', async (command, signal, expected) => {
  const silent = createSocket('udp4');
  await new Promise<void>((bound) => silent.bind(0, '127.0.0.1', bound));
  const asked = new Promise((resolve) => silent.once('message', resolve));
  const running = start(COMMANDS[command]!(String(silent.address().port)));
  await asked;
  running.kill(signal);
  const { status } = await running.finished;
  silent.close();
  expect(status).toBe(expected);
});
