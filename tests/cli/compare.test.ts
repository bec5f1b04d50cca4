import { describe, expect, it } from 'vitest';
import { run, start } from '../support/program.ts';

describe('rootwalk compare', () => {
  it('shows each voice in a column and ends with 0 where all agree', async () => {
    const { stdout, stderr, status } = await run(
      'compare',
      'www.example.com',
      '--lab',
      '@192.0.2.53',
      '@203.0.113.1',
    );
    expect([stderr, status]).toEqual(['', 0]);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('www.example.com. A');
    expect(lines[2]).toMatch(/^ +the servers +this computer +192\.0\.2\.53 +203\.0\.113\.1$/);
    expect(stdout).toMatch(/^verdict +same +same +same$/m);
  });

  it('asks the servers that are named at the port of -p, where they have none of their own', async () => {
    const words = ['@192.0.2.53', '@203.0.113.1:53', '-p', '5353', '-f', 'json'];
    const { stdout } = await run('compare', 'www.example.com', '--lab', ...words);
    const { resolvers } = JSON.parse(stdout) as { resolvers: { server: string }[] };
    expect(resolvers.map(({ server }) => server)).toEqual(['192.0.2.53#5353', '203.0.113.1#53']);
  });

  it('says why in one line and ends with 8 where somebody differs', async () => {
    const { stdout, status } = await run('compare', 'www.example.net', '--lab');
    expect(status).toBe(8);
    expect(stdout).toContain(
      '\n   HOSTS_FILE  /etc/hosts:3 gives 10.9.8.7 for www.example.net, so DNS is never asked\n',
    );
  });

  it('shows what a cause rests on with -v', async () => {
    const { stdout } = await run('compare', 'www.example.net', '--lab', '-v');
    expect(stdout).toMatch(/HOSTS_FILE .*\n {6}\/etc\/hosts:3 {2}10\.9\.8\.7 +www\.example\.net/);
  });

  it('gives one document', async () => {
    const { stdout, status } = await run(
      'compare',
      'www.example.net',
      'A',
      '@192.0.2.53',
      '--lab',
      '-f',
      'json',
    );
    expect(status).toBe(8);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'rootwalk/compare/1',
      question: { name: 'www.example.net.', type: 'A', class: 'IN' },
      same: false,
      walk: { status: 'answer', addresses: ['198.51.100.80'] },
      system: { source: 'hosts', addresses: ['10.9.8.7'] },
      comparison: { verdict: 'differs', findings: [{ code: 'HOSTS_FILE' }] },
      resolvers: [{ typed: '192.0.2.53', rcode: 'NOERROR', comparison: { verdict: 'same', findings: [] } }],
    });
  });

  it('watches for some rounds, a line each', async () => {
    const { stdout, status } = await run('compare', '--watch=1', 'www.example.com', '--lab', '--rounds', '3');
    expect(status).toBe(0);
    const rounds = stdout.trimEnd().split('\n');
    expect(rounds).toHaveLength(3);
    for (const line of rounds)
      expect(line).toMatch(/^\d\d:\d\d:\d\d {2}the servers 192\.0\.2\.80, 192\.0\.2\.81 \(300 s\)/);
    // The cache of the computer's resolver counts down.
    expect(rounds[2]).toMatch(/this computer 192\.0\.2\.80, 192\.0\.2\.81 \(29\d s\)$/);
  });

  it('watches until it is stopped', async () => {
    const running = start(['compare', '--watch', 'www.example.com', '--lab', '-f', 'ndjson']);
    await running.started;
    running.kill('SIGINT');
    const { stdout, status } = await running.finished;
    expect(status).toBe(130);
    expect(JSON.parse(stdout.split('\n')[0]!)).toMatchObject({ schema: 'rootwalk/compare/1', same: true });
  });

  it.each([
    [[], /a name is missing/],
    [['www.example.com', 'A', 'MX'], /"MX" is one word too many/],
    [['www.example.com', '--no-system'], /there is nobody to compare with/],
    [['www.example.com', '@'], /is no server/],
    [['www.example.com', '--watch=0'], /whole number/],
  ])('%j is refused in one line', async (words, line) => {
    const { stdout, stderr, status } = await run('compare', '--lab', ...words);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(line);
    expect(stderr.trim()).not.toContain('\n');
  });
});
