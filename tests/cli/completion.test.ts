/** The shells complete: each script is loaded by its shell and asked what it would offer. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));

function isHere(program: string, wanted: string): boolean {
  const { error } = spawnSync(program, ['--version']);
  if (error) console.warn(`SKIPPED ${wanted}: missing the program ${program} (Debian package ${program})`);
  return !error;
}

async function scriptFor(shell: string): Promise<string> {
  const { status, stdout } = await run('completion', shell);
  expect(status).toBe(0);
  const path = join(folder, `rootwalk.${shell}`);
  writeFileSync(path, stdout);
  return path;
}

/** What is typed, the last word being completed, and some of what has to be offered; the others must not be. */
const CASES: readonly (readonly [
  typed: readonly string[],
  offers: readonly string[],
  not: readonly string[],
])[] = [
  [['tra'], ['trace'], ['query']],
  [['trace', '--form'], ['--format'], ['--lab']],
  [['trace', 'www.example.com', '-f', 'm'], ['markdown', 'mermaid'], ['json']],
  [['query', 'www.example.com', '--format', 'd'], ['dig'], ['json']],
  [['lab', 'sh'], ['show'], ['list']],
  [['lab', 'show', 'hosts'], ['hosts-file'], ['internet']],
  [['query', 'www.example.com', 'HTT'], ['HTTPS'], ['A']],
  [['schema', 'tr'], ['trace'], ['query']],
  [['completion', 'z'], ['zsh'], ['bash']],
  [['--al'], ['--all'], ['--lab']],
];

function expectOffers(offered: readonly string[], offers: readonly string[], not: readonly string[]): void {
  expect(offered).toEqual(expect.arrayContaining([...offers]));
  for (const word of not) expect(offered).not.toContain(word);
}

describe('bash', async () => {
  const script = await scriptFor('bash');
  const ask = (typed: readonly string[]): string[] => {
    const words = ['rootwalk', ...typed].map((word) => `'${word}'`).join(' ');
    const lines = [
      `source ${script}`,
      `COMP_WORDS=(${words})`,
      `COMP_CWORD=${typed.length}`,
      '_rootwalk',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ];
    const { stdout, stderr } = spawnSync('bash', ['-c', lines.join('\n')], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean);
  };

  it.each(CASES)('%j', (typed, offers, not) => {
    expectOffers(ask(typed), offers, not);
  });

  it('knows the worlds behind --lab=, which bash takes for three words', () => {
    expectOffers(ask(['trace', '--lab', '=', 'hosts']), ['hosts-file'], ['internet']);
    expectOffers(ask(['trace', '--lab', '=']), ['hosts-file', 'internet'], ['trace']);
  });
});

describe.skipIf(!isHere('fish', 'completion of fish'))('fish', async () => {
  const script = await scriptFor('fish');
  it.each(CASES)('%j', (typed, offers, not) => {
    const line = `source ${script}; complete -C 'rootwalk ${typed.join(' ')}'`;
    const { stdout } = spawnSync('fish', ['-c', line], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    const offered = stdout.split('\n').map((each) => each.split('\t')[0]!);
    expectOffers(offered, offers, not);
  });
});

describe.skipIf(!isHere('zsh', 'completion of zsh'))('zsh', async () => {
  const script = await scriptFor('zsh');

  it('is a script that zsh reads', () => {
    expect(spawnSync('zsh', ['-n', script], { encoding: 'utf8' }).stderr).toBe('');
  });

  it('defines a completion', () => {
    const lines = [
      'autoload -Uz compinit',
      `compinit -u -d ${folder}/dump`,
      `source ${script}`,
      'print $_comps[rootwalk]',
    ];
    expect(spawnSync('zsh', ['-fc', lines.join('\n')], { encoding: 'utf8' }).stdout.trim()).toBe('_rootwalk');
  });

  it('names every command and the formats of a trace', () => {
    const text = readFileSync(script, 'utf8');
    for (const word of ['trace', 'lab list', 'mermaid', 'hosts-file']) expect(text).toContain(`'${word}'`);
  });
});

it('no other shell', async () => {
  expect(await run('completion', 'tcsh')).toMatchObject({ status: 2, stdout: '' });
  expect(await run('completion')).toMatchObject({ status: 2, stdout: '' });
});

describe.skipIf(!isHere('mandoc', 'the man page'))('the man page', () => {
  it('is one that mandoc has nothing against but long lines and that it has no date', () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', 'docs/rootwalk.1'], { encoding: 'utf8' });
    expect(
      stdout.split('\n').filter((line) => line !== '' && !/longer than 80 bytes|missing date/.test(line)),
    ).toEqual([]);
  });

  it('has every command and option', async () => {
    const text = spawnSync('mandoc', ['-Tutf8', 'docs/rootwalk.1'], { encoding: 'utf8' }).stdout.replaceAll(
      /.\u0008/g,
      '',
    );
    for (const word of ['rootwalk trace', '--expect', 'rootwalk lab show', '--lab', 'EXIT STATUS'])
      expect(text).toContain(word);
  });
});
