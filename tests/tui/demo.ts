/**
 * The explorer on a recorded walk, to look at: `node tests/tui/demo.ts [NAME [TYPE]]`. Node reads no JSX, so
 * esbuild translates it on the way in.
 */

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { sampleSession } from './sample-session.ts';

registerHooks({
  load: (url, context, nextLoad) => {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

const { FIRST_LOOK } = await import('../../src/tui/drawing/look.ts');
const { runExplorer } = await import('../../src/tui/explorer.tsx');
const [name, type = 'A'] = process.argv.slice(2);
const abort = new AbortController();
process.on('SIGTERM', () => abort.abort(143));
const { exitStatus } = await runExplorer({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  session: sampleSession((signal) => wait(120, undefined, { signal }).catch(() => undefined)),
  initial: name === undefined ? undefined : { name, type },
  look: FIRST_LOOK,
  abort: abort.signal,
});
process.exitCode = exitStatus;
