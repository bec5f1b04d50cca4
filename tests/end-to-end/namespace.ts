/**
 * A network namespace of the suite's own with its own addresses and /etc files, the commands and servers that run in
 * it, and its removal. `ip netns exec` puts /etc/netns/NAME over /etc for what it starts (ip-netns(8)).
 */

import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEARCH_PATH } from './requirements.ts';

/** A command that has ended; `status` is null where a signal or the time limit ended it. */
export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/** The files that stand in for those of /etc, by their names. */
export type EtcFiles = Readonly<Record<string, string>>;

const PREFIX = 'rootwalk-e2e';
const ENVIRONMENT = { PATH: SEARCH_PATH, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' };

export class Namespace {
  readonly name: string;
  /** For configuration and other files of the servers; goes with the namespace. */
  readonly folder: string;
  readonly #started: ChildProcess[] = [];
  readonly #removeAtExit = (): void => remove(this.name);

  /** Makes a namespace in which only loopback is up. Leftovers of runs that crashed are removed first. */
  constructor(etc: EtcFiles) {
    removeStale();
    this.name = `${PREFIX}-${process.pid}-${randomBytes(4).toString('hex')}`;
    process.once('exit', this.#removeAtExit);
    try {
      ip(['netns', 'add', this.name]);
      ip(['-n', this.name, 'link', 'set', 'lo', 'up']);
      this.folder = mkdtempSync(join(tmpdir(), `${this.name}-`));
      mkdirSync(etcFolder(this.name), { recursive: true });
      this.writeEtc(etc);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Lines as `ip -batch` takes them: `address add 192.5.6.30/32 dev lo`. */
  configure(lines: readonly string[]): void {
    ip(['-n', this.name, '-batch', '-'], lines.join('\n'));
  }

  /** For what is started from now on; */
  writeEtc(etc: EtcFiles): void {
    for (const [file, text] of Object.entries(etc)) writeFileSync(join(etcFolder(this.name), file), text);
  }

  run(command: string, args: readonly string[], timeoutMs = 30_000): Promise<Finished> {
    const startedAt = performance.now();
    const options = {
      env: ENVIRONMENT,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 26,
    } as const;
    return new Promise((resolve) => {
      const child = execFile('ip', this.#inside(command, args), options, (_error, stdout, stderr) => {
        resolve({ status: child.exitCode, stdout, stderr, elapsedMs: performance.now() - startedAt });
      });
      child.stdin?.end();
    });
  }

  /** Starts a server; it ends with the namespace. */
  start(command: string, args: readonly string[]): ChildProcess {
    const child = spawn('ip', this.#inside(command, args), {
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#started.push(child);
    return child;
  }

  /** Ends whatever still runs inside and removes every trace. */
  close(): void {
    // One that is only on its way into the namespace is not found there.
    for (const child of this.#started) child.kill('SIGKILL');
    remove(this.name);
    process.removeListener('exit', this.#removeAtExit);
  }

  #inside(command: string, args: readonly string[]): string[] {
    return ['netns', 'exec', this.name, command, ...args];
  }
}

function etcFolder(name: string): string {
  return join('/etc/netns', name);
}

function ip(args: readonly string[], input = ''): string {
  return execFileSync('ip', args, { env: ENVIRONMENT, input, encoding: 'utf8' });
}

/** A run that was killed leaves its namespace behind, named after a process that is no more. */
function removeStale(): void {
  const names = ip(['netns', 'list'])
    .split('\n')
    .map((line) => line.split(' ')[0]!);
  for (const name of names) {
    const pid = new RegExp(`^${PREFIX}-(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(name);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Gives up nothing half-way: each step is tried whatever became of the one before, and absence is no error. */
function remove(name: string): void {
  // A server that sees its child die may start another, hence more than one round.
  for (let round = 0, pids = pidsIn(name); pids.length > 0 && round < 20; round++, pids = pidsIn(name)) {
    for (const pid of pids) attempt(() => process.kill(pid, 'SIGKILL'));
  }
  attempt(() => execFileSync('ip', ['netns', 'delete', name], { env: ENVIRONMENT, stdio: 'ignore' }));
  attempt(() => rmSync(etcFolder(name), { recursive: true, force: true }));
  for (const entry of readdirSync(tmpdir())) {
    if (entry.startsWith(`${name}-`))
      attempt(() => rmSync(join(tmpdir(), entry), { recursive: true, force: true }));
  }
}

function pidsIn(name: string): number[] {
  try {
    // Its complaint about a namespace that is gone is nobody's concern: hence a pipe for stderr too.
    const output = execFileSync('ip', ['netns', 'pids', name], {
      env: ENVIRONMENT,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return output.split('\n').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Already gone, or removed by a parallel run at this moment.
  }
}
