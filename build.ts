/**
 * Bundles the command and the library into dist/. Code splitting keeps React and Ink in files of their own, which only
 * the explorer loads; they are bundled since a screen is there sooner from few files, and since installed whole they would
 * take six times the room of all else.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { licensesOf } from './bundled-licenses.ts';
import { EXIT } from './src/cli/exit-status.ts';
import { programFor } from './src/cli/program.ts';
import { SCHEMA_NAMES, schemaOf } from './src/schemas/documents.ts';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Some of what is bundled still asks for modules of Node.js in the old way. */
const REQUIRE =
  "import { createRequire as $createRequire } from 'node:module'; let $require; const require = (name) => ($require ??= $createRequire(import.meta.url))(name);";

const PROGRAM_APART: Plugin = {
  name: 'program apart',
  setup: (bundle) =>
    bundle.onResolve({ filter: /\/whole-program\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './program.js', external: true } : undefined,
    ),
};

/** Leaves out what our modules import while they run, which would make all that it shares with them slower to load. */
const WITHOUT_THE_RARE: Plugin = {
  name: 'without the rare',
  setup: (bundle) =>
    bundle.onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};

/** The command and the library are built alike. */
const COMMON = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: [...Object.keys(dependencies), 'react-devtools-core'],
  minifySyntax: true,
  // React is bundled as it is for production, whatever the environment says later.
  define: {
    ROOTWALK_VERSION: JSON.stringify(version),
    ROOTWALK_HELP: JSON.stringify(helpOfProgram()),
    'process.env.NODE_ENV': '"production"',
  },
  jsx: 'automatic',
  logLevel: 'warning',
} satisfies BuildOptions;

rmSync('dist/chunks', { recursive: true, force: true });
const { metafile } = await build({
  ...COMMON,
  entryPoints: { program: 'src/cli/whole-program.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: REQUIRE },
  metafile: true,
});
// What is started is one small file that loads the rest as it needs it.
await build({
  ...COMMON,
  entryPoints: { rootwalk: 'src/cli/rootwalk.ts' },
  splitting: false,
  plugins: [PROGRAM_APART],
});
// `query` by itself, for scripts: Node has one file in the old format sooner than many modules.
// What they load only sometimes is not in it: whoever asks for that has the whole program (src/cli/plain-query.ts).
const alone = await build({
  ...COMMON,
  entryPoints: { query: 'src/cli/query-alone.ts' },
  outExtension: { '.js': '.cjs' },
  splitting: false,
  format: 'cjs',
  external: COMMON.external.filter((name) => name !== 'commander'),
  minifyWhitespace: true,
  plugins: [WITHOUT_THE_RARE],
  metafile: true,
});
// Nothing of Node.js may come into what runs in a browser.
await build({
  ...COMMON,
  entryPoints: { index: 'src/index.ts', message: 'src/message.ts' },
  chunkNames: 'chunks/library-[hash]',
});

mkdirSync('dist/schemas', { recursive: true });
for (const name of SCHEMA_NAMES)
  writeFileSync(`dist/schemas/${name}.json`, `${JSON.stringify(schemaOf(name), null, 2)}\n`);

writeFileSync(
  'dist/LICENSES.txt',
  licensesOf([...Object.keys(metafile.inputs), ...Object.keys(alone.metafile.inputs)]),
);

/** For the usual width: what `--help` prints is prepared (src/cli/prepared-help.ts). */
function helpOfProgram(): string {
  const pieces: string[] = [];
  const { signal } = new AbortController();
  programFor({ signal, status: EXIT.answer, complain: () => {} })
    .configureOutput({ writeOut: (text) => void pieces.push(text), getOutHelpWidth: () => 80 })
    .outputHelp();
  return pieces.join('');
}
