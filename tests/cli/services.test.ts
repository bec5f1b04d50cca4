import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { faultsOf } from '../support/closed-schema.ts';
import { run } from '../support/program.ts';

const timeless = (text: string): string => text.replaceAll(/\b\d+ ms$/gm, 'N ms');
const golden = (name: string): string => `${process.cwd()}/fixtures/services/${name}.txt`;

describe('rootwalk services', () => {
  it.each([
    ['services', ['shop.test', '--lab=services', '--dkim-selector', 's1', '--dkim-selector', 's2']],
    ['service-mistakes', ['shop.test', '--lab=service-mistakes', '--dkim-selector', 'old']],
    ['mail-that-costs', ['costly.shop.test', '--lab=service-mistakes', '--only', 'mail']],
    ['alias', ['www.shop.test', '--lab=services', '--all-services']],
  ])('shows %s in one table', async (name, words) => {
    const { stdout, stderr, status } = await run('services', ...words);
    expect([stderr, status]).toEqual(['', 0]);
    await expect(timeless(stdout)).toMatchFileSnapshot(golden(name));
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('gives one document, as its schema says', async () => {
    const { stdout, status } = await run('services', 'shop.test', '--lab=services', '-f', 'json');
    expect(status).toBe(0);
    const document = JSON.parse(stdout) as { services: { name: string; endpoints: object[] }[] };
    expect(faultsOf('services', document)).toEqual([]);
    const smtp = document.services.find(({ name }) => name === 'smtp')!;
    expect(smtp.endpoints).toMatchObject([
      {
        how: 'record',
        host: 'mail.shop.test.',
        port: 25,
        portName: 'smtp',
        portFrom: 'well-known',
        protocols: ['tcp'],
        addresses: ['192.0.2.125', '2001:db8:180::25'],
        records: [{ type: 'MX', data: '10 mail.shop.test.' }],
        tlsa: [{ type: 'TLSA' }],
      },
      { host: 'backup.elsewhere.test.', priority: 20 },
    ]);
  });

  it('gives comma-separated values, a line for each endpoint', async () => {
    const { stdout } = await run(
      'services',
      'shop.test',
      '--lab=services',
      '-f',
      'csv',
      '--only',
      'smtp,pop3',
    );
    const lines = stdout.split('\r\n');
    expect(lines[0]).toMatch(/^name,service,status,how,by,/);
    expect(lines.slice(1)).toEqual([
      'shop.test.,smtp,offered,record,MX 10,10,25,tcp,smtp,well-known,mail.shop.test.,192.0.2.125 2001:db8:180::25',
      'shop.test.,smtp,offered,record,MX 20,20,25,tcp,smtp,well-known,backup.elsewhere.test.,192.0.2.195',
      'shop.test.,pop3,declined,,,,,,,,,',
      '',
    ]);
  });

  it('gives the same as YAML', async () => {
    const words = ['services', 'quiet.shop.test', '--lab=service-mistakes', '--only', 'mail', '-f'];
    const [yaml, json] = await Promise.all([run(...words, 'yaml'), run(...words, 'json')]);
    // Of two runs, times and the order of replies differ.
    const lasting = (document: object): object => ({ ...document, startedAt: '', lookups: [], cost: {} });
    expect(lasting(parse(yaml.stdout) as object)).toEqual(lasting(JSON.parse(json.stdout) as object));
  });

  it('gives a report in Markdown', async () => {
    const words = ['shop.test', '--lab=service-mistakes', '-f', 'markdown', '--only', 'smtp,ftp'];
    const { stdout, status } = await run('services', ...words);
    expect(status).toBe(0);
    const timed = stdout.replace(/up .* UTC/, 'up then UTC');
    await expect(timed).toMatchFileSnapshot(golden('report').replace('.txt', '.md'));
  });

  it.each([
    [0, ['example.com', '--lab']],
    [0, ['shop.test', '--lab=services', '--only', 'imap']],
    [3, ['nope.example.com', '--lab']],
    [4, ['shop.test', '--lab=services', '--only', 'pop3']],
    [4, ['only.shop.test', '--lab=service-mistakes']],
    [4, ['quiet.shop.test', '--lab=service-mistakes', '--only', 'smtp,spf']],
    [0, ['quiet.shop.test', '--lab=service-mistakes', '--only', 'spf']],
    // Nobody listens at that port of any server.
    [6, ['example.com', '--lab', '-p', '5', '--tries', '1']],
  ])('ends with %i for %j', async (expected, words) => {
    expect((await run('services', ...words)).status).toBe(expected);
  });

  it('says which services are unknown, and not that there are none', async () => {
    const { stdout, stderr, status } = await run('services', 'shop.test', '--lab=lame-server', '-p', '5');
    expect(status).toBe(6);
    expect(stdout).toContain('Unknown, since nobody answered: https, http, smtp,');
    expect(stdout).toContain('What shop.test. offers is unknown: No server of the root zone replied');
    expect(stdout).not.toContain('Nothing leads to');
    expect(stderr).toContain('unknown, since nobody answered for them: https, http, smtp,');
  });

  it.each([
    [[], 'a name is missing: rootwalk services NAME'],
    [['a..b'], 'a..b'],
    [['192.0.2.80'], '192.0.2.80 is an address: rootwalk trace 192.0.2.80 finds its name'],
    [['-x', '192.0.2.80'], 'rootwalk trace 192.0.2.80'],
    [['example.com', '--only', 'smpt'], 'there is no service "smpt"; did you mean smtp?'],
    [['example.com', '--only', ','], '--only wants services'],
    [['example.com', '-t', 'MX'], 'leave -t out'],
    [['example.com', '--all'], 'rootwalk trace NAME --all'],
    [['example.com', '--dkim-selector', 'a..b'], '--dkim-selector wants a name such as s1'],
    [['example.com', '-f', 'yml'], 'text, json, yaml, csv, markdown'],
  ])('%j is a mistake, said in a line', async (words, said) => {
    const { stdout, stderr, status } = await run('services', ...words, '--lab');
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
