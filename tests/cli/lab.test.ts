import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeQuery, PLAIN_EDNS } from '../../src/message/query-message.ts';
import { printRecord } from '../../src/message/record-text.ts';
import { FINDINGS } from '../../src/resolver/findings/catalogue.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { run, start } from '../support/program.ts';

interface ListedWorld {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  readonly question: { readonly name: string; readonly type: string };
  readonly findings: readonly string[];
  readonly causes: readonly string[];
}

const { stdout } = await run('lab', 'list', '--format', 'json');
const worlds = JSON.parse(stdout) as ListedWorld[];

describe('lab', () => {
  it('lists every world, as text and as JSON', async () => {
    const text = (await run('lab', 'list')).stdout;
    const lines = text.trimEnd().split('\n');
    const places = worlds.map(({ name, title }) =>
      lines.findIndex((line) => line.startsWith(`${name} `) && line.endsWith(`  ${title}`)),
    );
    // In the order of the list, each with its findings and causes on the lines up to the next.
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const [i, { title, story, findings, causes }] of worlds.entries()) {
      const under = lines.slice(places[i]! + 1, places[i + 1]);
      expect(under.join(' ').split(' ').filter(Boolean)).toEqual([...findings, ...causes]);
      expect([title, story].every((each) => each.length > 0)).toBe(true);
    }
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('says which world cannot be used, and lists the others', async () => {
    // The program looks for its worlds beside its package.json.
    const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
    for (const part of ['dist', 'package.json', 'fixtures/worlds/internet'])
      cpSync(part, join(folder, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'fixtures/worlds/broken'));
    writeFileSync(join(folder, 'fixtures/worlds/broken/world.json'), '{"title": "\u001b[2J"');
    const program = join(folder, 'dist/rootwalk.js');
    const listed = spawnSync(process.execPath, [program, 'lab', 'list'], { encoding: 'utf8' });
    expect(listed.stdout).toMatch(/^internet  \S/);
    expect(listed.stderr).toMatch(
      /^rootwalk: the world broken cannot be used: [^\n\u001b]* is no JSON: [^\n\u001b]*\n$/,
    );
    expect(listed.status).toBe(2);
    const gone = spawnSync(process.execPath, [program, 'trace', 'a.test', '--lab=broken'], {
      encoding: 'utf8',
    });
    expect(gone.stderr).toMatch(/^rootwalk: [^\n]* is no JSON: [^\n]*\n$/);
    expect(gone.status).toBe(2);
  });

  it('shows a world', async () => {
    const shown = await run('lab', 'show', 'lame-server');
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain('rootwalk trace www.shop.test A --lab=lame-server');
    expect(await run('lab', 'show', 'lame-servr')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('lame-server'),
    });
  });

  it('prints to a file, and in colours, where that is asked', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'rootwalk-')), 'worlds.json');
    expect(await run('lab', 'list', '-f', 'json', '-o', path)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe(stdout);
    expect((await run('lab', 'list', '--color', 'always')).stdout).toContain('\u001B[');
    expect((await run('lab', 'show', '-o', path)).stdout).toBe('');
    expect(readFileSync(path, 'utf8')).toContain('A small Internet');
  });

  it('says in words why a computer says otherwise', async () => {
    const { stdout: shown } = await run('lab', 'show', 'ndots');
    expect(shown).toContain('NDOTS. A name with few dots is tried with the search list first');
    expect(shown).toContain('rootwalk trace www.example.org A --lab=ndots');
    expect((await run('lab', 'show', 'stale-cache')).stdout).toContain('192.0.2.53  (remembers)');
  });

  it.each(['udp', 'tcp'] as const)(
    'serves a world over %s to any client until it is stopped',
    async (transport) => {
      const running = start(['lab', 'run', 'internet', '--bind', '127.0.0.1:0']);
      const port = Number(/port (\d+)/.exec(await running.firstError)?.[1]);
      const exchange = socketExchange({ chance: realChance, clock: realClock });
      const question = { name: 'shop.example.com.', type: 1, class: 1 };
      const query = encodeQuery(question, { id: 1, recursionDesired: true, edns: PLAIN_EDNS });
      const result = await exchange({
        server: { address: '127.0.0.1', port },
        transport,
        query,
        timeoutMs: 5000,
      });
      expect(result.kind === 'reply' && result.message.answers.map(printRecord)).toEqual([
        'shop.example.com. 60 IN CNAME store.example.net.',
        'store.example.net. 60 IN A 198.51.100.81',
      ]);
      running.kill('SIGTERM');
      expect((await running.finished).status).toBe(0);
    },
  );

  it.each([['nowhere'], ['127.0.0.1:99999'], ['192.0.2.1:5300']])(
    'does not listen at %s, in one line',
    async (place) => {
      const { status, stderr } = await run('lab', 'run', '--bind', place);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^rootwalk: [^\n]+\n$/);
    },
  );
});

/** With patience: on a busy machine an honest server may be slow, and would pass for a silent one. */
function wordsFor({ name, type }: ListedWorld['question'], world: string): string[] {
  return ['trace', name, type, `--lab=${world}`, '--timeout', '1000', '-f', 'short', '--fail-on'];
}

describe('--fail-on', () => {
  it.each(worlds.filter(({ findings }) => findings.length === 0))(
    'has nothing against the world $name',
    async ({ question, name }) => {
      const words = wordsFor(question, name);
      expect((await run(...words, Object.keys(FINDINGS).join())).status).not.toBe(8);
    },
  );

  it.each(worlds.filter(({ findings }) => findings.length > 0))(
    'tells the world $name from the others',
    async (world) => {
      const { question, name, findings } = world;
      const words = wordsFor(question, name);
      const others = Object.keys(FINDINGS).filter((code) => !findings.includes(code));
      // The story must be the same whether this computer is asked beside the walk or not.
      const [beside, alone, other] = await Promise.all([
        run(...words, findings.join()),
        run(...words, findings.join(), '--no-system'),
        run(...words, others.join()),
      ]);
      expect([beside.status, alone.status]).toEqual([8, 8]);
      expect(other.status).not.toBe(8);
    },
  );
});
