/** A headless Chromium, spoken to over two pipes in the language of its developer tools: no port, no network. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Json = Readonly<Record<string, unknown>>;
interface Waiting {
  readonly resolve: (result: Json) => void;
  readonly reject: (error: Error) => void;
}

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

export class Browser {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(method: string, parameters: Json, session: unknown) => void>();
  #lastId = 0;
  #heard = '';

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'rootwalk-browser-'));
    const words = ['--headless', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
    // Root may not use the sandbox; every page here is one of our own making, from a file.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#child = spawn('chromium', [...words, ...asRoot, `--user-data-dir=${this.#folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const output = this.#child.stdio[4] as Readable;
    output.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    this.#child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser ended'));
    });
  }

  /** A page of a file, loaded, with what it complained of. */
  async open(path: string, { width, height }: ScreenSize): Promise<BrowserPage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const complaints: string[] = [];
    const loaded = Promise.withResolvers<void>();
    this.#listeners.add((method, parameters, session) => {
      if (session !== sessionId) return;
      if (method === 'Page.loadEventFired') loaded.resolve();
      if (COMPLAINTS.includes(method)) complaints.push(JSON.stringify(parameters));
    });
    const tell = (method: string, parameters: Json = {}): Promise<Json> =>
      this.send(method, parameters, sessionId);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await tell(`${domain}.enable`);
    const phone = { width, height, deviceScaleFactor: 1, mobile: width < 500 };
    await tell('Emulation.setDeviceMetricsOverride', phone);
    await tell('Page.navigate', { url: `file://${path}` });
    await loaded.promise;
    return { complaints, tell, evaluate: (expression) => evaluated(tell, expression) };
  }

  send(method: string, parameters: Json = {}, sessionId?: unknown): Promise<Json> {
    const id = ++this.#lastId;
    const waiting = Promise.withResolvers<Json>();
    this.#waiting.set(id, waiting);
    const message = { id, method, params: parameters, ...(sessionId === undefined ? {} : { sessionId }) };
    (this.#child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    return waiting.promise;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.send('Browser.close').catch(() => undefined);
    await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Messages end with a zero octet. */
  #hear(text: string): void {
    const pieces = (this.#heard + text).split('\0');
    this.#heard = pieces.pop()!;
    for (const piece of pieces) this.#take(JSON.parse(piece) as Json);
  }

  #take({ id, result, error, method, params, sessionId }: Json): void {
    if (typeof id !== 'number') {
      for (const listener of this.#listeners) listener(String(method), params as Json, sessionId);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result as Json);
    else waiting?.reject(new Error(JSON.stringify(error)));
  }
}

/** What a page does that it should not: say anything, break, or ask for anything but its own file. */
const COMPLAINTS = [
  'Log.entryAdded',
  'Runtime.consoleAPICalled',
  'Runtime.exceptionThrown',
  'Network.loadingFailed',
];

export interface BrowserPage {
  readonly complaints: readonly string[];
  tell(method: string, parameters?: Json): Promise<Json>;
  /** The value of an expression in the page, or of its promise, as JSON. */
  evaluate(expression: string): Promise<unknown>;
}

async function evaluated(tell: BrowserPage['tell'], expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await tell('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
  return (result as Json)['value'];
}
