/**
 * Bundles the command and the library into dist/. Code splitting keeps React and Ink in files of their own, which only
 * the explorer loads.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { SCHEMA_NAMES, schemaOf } from './src/schemas/documents.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

rmSync('dist/chunks', { recursive: true, force: true });
await build({
  entryPoints: { rootwalk: 'src/cli/rootwalk.ts', index: 'src/index.ts', message: 'src/message.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  define: { ROOTWALK_VERSION: JSON.stringify(version) },
  jsx: 'automatic',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

mkdirSync('dist/schemas', { recursive: true });
for (const name of SCHEMA_NAMES)
  writeFileSync(`dist/schemas/${name}.json`, `${JSON.stringify(schemaOf(name), null, 2)}\n`);
