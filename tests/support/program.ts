/** Runs the built command as a person's shell would. */

import { spawn } from 'node:child_process';

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly finished: Promise<Finished>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the first piece of output. */
  readonly started: Promise<void>;
  /** The first piece of what it says on stderr. */
  readonly firstError: Promise<string>;
}

export function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['dist/rootwalk.js', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...environment },
  });
  let stdout = '';
  let stderr = '';
  const started = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  const firstError = new Promise<string>((resolve) =>
    child.stderr.once('data', (text) => resolve(String(text))),
  );
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { finished, started, firstError, kill: (signal) => void child.kill(signal) };
}

export function run(...words: string[]): Promise<Finished> {
  return start(words).finished;
}
