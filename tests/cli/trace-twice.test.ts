import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

interface Document {
  readonly [member: string]: unknown;
}
const documentOf = async (...words: string[]): Promise<Document> =>
  JSON.parse((await run('trace', ...words, '-f', 'json')).stdout) as Document;

describe('what a walk cost', () => {
  it('is told in words, with the longest chain of waiting and the time lost', async () => {
    const { stdout } = await run('trace', 'www.half.example.com', '--lab');
    expect(stdout).toMatch(/^4 zones, 5 queries, \d+ octets sent, \d+ received, \d+ ms$/m);
    expect(stdout).toMatch(
      /^longest chain of waiting: \. \S+ ms → com\. \S+ ms → example\.com\. \S+ ms → half\.example\.com\. \(2 queries\) \d+ ms$/m,
    );
    expect(stdout).toMatch(/^\d+ ms of it lost to 1 silent server$/m);
  });

  it('is in the document hop by hop', async () => {
    const document = await documentOf('www.half.example.com', '--lab');
    expect(document).toMatchObject({
      cost: {
        queries: 5,
        byPurpose: { answer: 5 },
        lostMs: expect.any(Number),
        answerMs: expect.any(Number),
        criticalPath: [
          { hop: 1, endedBy: 'reply' },
          { hop: 2, endedBy: 'reply' },
          { hop: 3, endedBy: 'reply' },
          { hop: 4, endedBy: 'patience' },
          { hop: 5, endedBy: 'reply' },
        ],
      },
    });
    expect(document).not.toHaveProperty('warm');
    expect(document).not.toHaveProperty('likeDig');
  });
});

describe('--twice', () => {
  it('shows both costs, and where the second came from', async () => {
    const { stdout, status } = await run('trace', 'www.example.org', '--lab', '--twice');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^cold \d+ queries \d+ ms; warm 0 queries: answered from memory, TTL (300|299) s left$/m,
    );
  });

  it('leaves the survey out, which always asks everybody', async () => {
    const { stdout } = await run('trace', 'www.example.com', '--lab', '--all', '--twice');
    expect(stdout).toMatch(/^cold 3 queries .* warm 0 queries/m);
  });

  it('adds a member to the document', async () => {
    expect(await documentOf('www.example.com', '--lab', '--twice')).toMatchObject({
      cost: { queries: 3 },
      warm: {
        status: 'answer',
        answers: [{ type: 'A' }, { type: 'A' }],
        cost: { queries: 0, criticalPath: [] },
        hops: [],
      },
    });
    const failed = await documentOf('www.example.com', 'ANY', '--lab', '--twice');
    expect(failed).toMatchObject({
      warm: { hops: [{ id: 1, zone: 'example.com.', askedAgain: expect.stringContaining('ANY') }] },
    });
  });

  it('marks the events of the second walk', async () => {
    const { stdout } = await run('trace', 'www.example.com', '--lab', '--twice', '-f', 'ndjson');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; walk?: string });
    const marked = events.filter(({ walk }) => walk === 'warm').map(({ event }) => event);
    expect(marked).toEqual(['start', 'recall', 'end']);
    expect(events.filter(({ event, walk }) => event === 'end' && walk === undefined)).toHaveLength(1);
  });

  it('is nothing to a short output', async () => {
    const words = ['trace', 'www.example.com', '--lab', '-f', 'short'];
    expect(await run(...words, '--twice', '--like-dig')).toEqual(await run(...words));
  });
});

describe('--like-dig', () => {
  it('shows what dig would have done, and where it misleads', async () => {
    const { stdout } = await run('trace', 'www.shop.test', '--lab=refusing-server', '--like-dig');
    expect(stdout).toMatch(/^ {3}dig {6}starts with 192\.0\.2\.53/m);
    expect(stdout).toMatch(/^ {3}dig {6}with this server \(1 of 2\) its trace ends here/m);
    expect(stdout).toMatch(
      /^Like dig {2}dig \+trace would have come to the same answer[^\n]*\n {3}but in 1 of 2 runs/m,
    );
  });

  it('adds a member to the document', async () => {
    const document = await documentOf('shop.example.com', '--lab', '--like-dig');
    expect(document).toMatchObject({
      likeDig: {
        ending: 'alias',
        message: expect.stringMatching(/^dig \+trace would have ended at hop 3 with the alias alone/),
        hops: [
          { hop: 1, misleads: false },
          { hop: 2, misleads: false },
          { hop: 3, misleads: true, message: expect.stringContaining('stops here') },
        ],
      },
    });
    const [root] = (document['likeDig'] as { hops: { asks: object[] }[] }).hops;
    expect(root!.asks).toHaveLength(26);
    expect(root!.asks[0]).toEqual({
      server: expect.stringMatching(/root-servers\.net\.$/),
      address: expect.any(String),
      from: 'this computer',
      does: expect.stringMatching(/^(goes-on|untried)$/),
    });
  });

  it('wants this computer', async () => {
    expect(await run('trace', 'www.example.com', '--lab', '--like-dig', '--no-system')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^rootwalk: --like-dig [^\n]+\n$/),
    });
  });
});

describe('a run that was saved with both', () => {
  it.each(['json', 'ndjson'])('is opened with both, octet for octet: %s', async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));
    const path = join(folder, `trace.${format}`);
    const words = ['trace', 'shop.example.com', '--lab', '-f', format, '-o', path];
    expect((await run(...words, '--twice', '--like-dig')).status).toBe(0);
    expect((await run('open', path, '-f', format)).stdout).toBe(readFileSync(path, 'utf8'));
    expect((await run('open', path)).stdout).toMatch(
      /^Like dig {2}dig .*\n(.*\n)*cold 6 queries .*; warm 0 /m,
    );
    expect((await run('open', path, '-v')).stdout).toContain('   because  the first choice (IPv4)\n');
    expect(await run('open', path, '-f', 'short')).toEqual({
      status: 0,
      stdout: '198.51.100.81\n',
      stderr: '',
    });
  });
});
