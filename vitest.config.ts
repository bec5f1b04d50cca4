/**
 * Test projects by what they may touch: nothing, loopback sockets, a screen, the built program, a terminal, a
 * namespace.
 */

import { defineConfig } from 'vitest/config';

/** No test is about how long it takes, and a machine may be busy: this ends only what hangs. */
const PATIENCE_MS = 60_000;
const guard = './tests/support/loopback-only.ts';
const project = (name: string, include: string[], more: object = {}): object => ({
  test: {
    name,
    include: include.map((folder) => `tests/${folder}`),
    testTimeout: PATIENCE_MS,
    setupFiles: [guard],
    ...more,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('pure', [
        '*.test.ts',
        '{message,capture,explain,zone,resolver,compare,render,system,schemas,services}/**/*.test.ts',
      ]),
      project('loopback', ['{transport,lab}/**/*.test.ts']),
      project('screen', ['tui/**/*.test.{ts,tsx}']),
      project('program', ['{cli,library}/**/*.test.ts'], {
        globalSetup: './tests/support/build-program.ts',
      }),
      project('terminal', ['terminal/**/*.test.ts'], {
        globalSetup: './tests/support/build-program.ts',
      }),
      project('end-to-end', ['end-to-end/**/*.test.ts'], {
        globalSetup: './tests/support/build-program.ts',
        hookTimeout: 120_000,
      }),
    ],
  },
});
