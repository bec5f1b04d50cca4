/**
 * Holds the walls between the rooms: who may import whom, who may touch the machine, and that ARCHITECTURE.md knows
 * every room. Reads the sources with a parser, not with patterns.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

/** What each room may import besides itself: everything points down. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  message: [],
  capture: ['message'],
  zone: ['message'],
  transport: ['message'],
  system: ['message', 'transport'],
  resolver: ['message', 'zone', 'transport'],
  services: ['message', 'resolver'],
  lab: ['message', 'zone', 'transport', 'system'],
  compare: ['message', 'zone', 'system', 'resolver'],
  render: ['message', 'capture', 'zone', 'transport', 'system', 'resolver', 'compare', 'services'],
  explain: ['message', 'zone', 'system', 'resolver', 'compare', 'services'],
  tui: ['message', 'capture', 'zone', 'transport', 'system', 'resolver', 'compare', 'render', 'explain'],
  lookup: ['message', 'zone', 'transport', 'system', 'resolver', 'lab', 'compare', 'render', 'services'],
  cli: [
    'message',
    'capture',
    'zone',
    'transport',
    'system',
    'resolver',
    'lab',
    'compare',
    'services',
    'render',
    'lookup',
    'schemas',
    'explain',
    'tui',
  ],
};

/** Rooms that may use the machine through `node:` modules; all others get time, chance and sockets as arguments. */
const MAY_TOUCH_THE_MACHINE = ['transport', 'system', 'lab', 'lookup', 'cli'];
/** The rooms that may read `process`; `lookup` its environment only. */
const MAY_TOUCH_THE_PROCESS = ['cli', 'lookup'];
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.tsx?$)|(^|\/)types\.tsx?$/;
const LONGEST_FILE = 250;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
  readonly exportsDefault: boolean;
  readonly globals: readonly string[];
}

const files = sourceFiles('src');

describe('the rooms', () => {
  it('are the ones that this test knows', () => {
    const rooms = new Set(files.map(({ room }) => room).filter((room) => room !== ''));
    expect([...rooms].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
  });

  it('import only what lies below them', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => target.startsWith('.'))
        .map((target) => ({ target, room: roomOf(relative('src', join(dirname(file.path), target))) }))
        .filter(
          ({ room }) => file.room !== '' && room !== file.room && !MAY_IMPORT[file.room]!.includes(room),
        )
        .map(({ target }) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leave the machine to those who may touch it', () => {
    const wrong = files
      .filter(({ room }) => !MAY_TOUCH_THE_MACHINE.includes(room))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => target.startsWith('node:')).map((target) => `${path}: ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('leave the process to the command line', () => {
    const wrong = files.filter(
      ({ room, globals }) => !MAY_TOUCH_THE_PROCESS.includes(room) && globals.includes('process'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('load React and Ink in the explorer only', () => {
    const wrong = files.filter(
      ({ room, imports }) => room !== 'tui' && imports.some((target) => /^(react|ink)(\/|$)/.test(target)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('the files', () => {
  it('have names that say what is in them', () => {
    expect(files.map(({ path }) => path).filter((path) => FORBIDDEN_NAMES.test(path))).toEqual([]);
  });

  it('export by name', () => {
    expect(files.filter(({ exportsDefault }) => exportsDefault).map(({ path }) => path)).toEqual([]);
  });

  it(`have at most ${LONGEST_FILE} lines`, () => {
    const long = files.filter(({ text }) => text.split('\n').length > LONGEST_FILE);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('say in a comment at their head what they are', () => {
    const silent = files.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('has a row for each room, and no row for anything else', () => {
    const rows = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `src\/([a-z]+)\/?`\s*\|/gm)].map(
      (match) => match[1],
    );
    expect(new Set(rows)).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });
});

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => sourceFile(join(folder, path)));
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { module, program } = parseSync(path, text);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  const reexported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...reexported,
    ...dynamic,
  ];
  const exportsDefault = program.body.some(({ type }) => type === 'ExportDefaultDeclaration');
  return {
    path,
    room: roomOf(relative('src', path)),
    text,
    imports,
    exportsDefault,
    globals: objectsOf(program),
  };
}

/** The names of all objects whose members are used: enough to find `process.…` outside comments and strings. */
function objectsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(objectsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, object } = node as { type?: string; object?: { type?: string; name?: string } };
  const own =
    type === 'MemberExpression' && object?.type === 'Identifier' && object.name ? [object.name] : [];
  return [...own, ...Object.values(node).flatMap(objectsOf)];
}

function roomOf(path: string): string {
  return path.includes('/') ? path.split('/')[0]! : '';
}
