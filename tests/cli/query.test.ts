import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

const LEAF = '@203.0.113.1';
const json = async (...words: string[]): Promise<Record<string, unknown>> => {
  const { stdout } = await run('query', '--lab', '-f', 'json', ...words);
  return JSON.parse(stdout) as Record<string, unknown>;
};

describe('rootwalk query', () => {
  it('asks the resolver of resolv.conf and shows the message', async () => {
    const { stdout, stderr, status } = await run('query', 'www.example.com', '--lab');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain(';www.example.com. IN A\n');
    expect(stdout).toContain('\nwww.example.com. 300 IN A 192.0.2.80\n');
    expect(stdout).toMatch(/;; from 192\.0\.2\.53#53 over UDP: [\d.]+ ms, 76 octets\n$/);
  });

  it('gives the message by the names of RFC 8427', async () => {
    const document = await json('www.example.com', 'AAAA', LEAF, '--no-recurse');
    expect(document).toMatchObject({
      schema: 'rootwalk/query/1',
      question: { name: 'www.example.com.', type: 'AAAA', class: 'IN' },
      server: { address: '203.0.113.1', port: 53 },
      transport: 'udp',
      status: 'reply',
      rcode: 'NOERROR',
      AA: true,
      RD: false,
      answerRRs: [{ NAME: 'www.example.com.', TYPE: 28, data: '2001:db8:80::80' }],
      answers: [{ name: 'www.example.com.', type: 'AAAA', class: 'IN', ttl: 300, data: '2001:db8:80::80' }],
    });
  });

  it.each([
    [['example.com', 'MX', LEAF], '10 mail.example.com.\n20 backup.example.net.\n', 0],
    [[LEAF, 'example.com', 'mx'], '10 mail.example.com.\n20 backup.example.net.\n', 0],
    [['-t', 'MX', 'example.com', LEAF], '10 mail.example.com.\n20 backup.example.net.\n', 0],
    [['-x', '192.0.2.80'], 'www.example.com.\n', 0],
    [['id.server', 'CH', 'TXT', LEAF], '"ns1.example.com."\n', 0],
    [['version.bind', 'TXT', 'CH', LEAF], '"rootwalk lab"\n', 0],
    [['-c', 'CH', '-t', 'TXT', 'hostname.bind', LEAF], '"ns1.example.com."\n', 0],
  ])('%j gives %j and ends with %i', async (words, stdout, status) => {
    const finished = await run('query', '--lab', '-f', 'short', ...words);
    expect(finished).toEqual({ stdout, status, stderr: '' });
  });

  it.each([
    [['nobody.example.com', LEAF], 'NXDOMAIN', 3],
    [['www.example.com', 'MX', LEAF], 'NOERROR', 4],
    [['www.example.org', LEAF], 'REFUSED', 5],
  ])('%j gives no data and says why: %s, status %i', async (words, rcode, status) => {
    const finished = await run('query', '--lab', '-f', 'short', ...words);
    const stderr = `rootwalk: 203.0.113.1#53: ${rcode}, no records\n`;
    expect(finished).toEqual({ stdout: '', status, stderr });
  });

  it('asks over TCP after a truncated reply, and leaves it where that is wanted', async () => {
    const document = await json('big.example.com', 'TXT', LEAF);
    expect(document).toMatchObject({ transport: 'tcp', TC: false });
    expect(document['attempts']).toMatchObject([{ transport: 'udp' }, { transport: 'tcp' }]);
    expect(await json('big.example.com', 'TXT', LEAF, '--ignore-truncation')).toMatchObject({
      transport: 'udp',
      TC: true,
    });
  });

  it('carries what its options say, and shows what comes back', async () => {
    const words = [
      'www.example.com',
      LEAF,
      '--nsid',
      '--cookie',
      '--subnet',
      '198.51.100.77/20',
      '--mix-case',
    ];
    const { stdout, status } = await run('query', '--lab', '--bufsize', '4096', '--dnssec', ...words);
    expect(status).toBe(0);
    expect(stdout).toContain('calls itself ns1.example.com. (NSID)');
    expect(stdout).toContain('our cookie came back');
    const query = (await json('--bufsize', '4096', '--dnssec', ...words))['query'] as string;
    const { stdout: dissected } = await run('dissect', query);
    expect(dissected).toContain('198.51.96.0');
    expect(dissected).toMatch(/4096/);
  });

  it.each([
    [['www.example.com', '@192.0.2.200'], 6, /no such server in this lab world/],
    [['www.example.com', 'MX', 'AAAA'], 2, /"AAAA" is one word too many/],
    [['www.example.com', 'CHH'], 2, /"CHH" is no record type/],
    [['www.example.com', '-c', 'XX'], 2, /"XX" is no class/],
    [['www.example.com', '--subnet', '1.2.3.4/33'], 2, /It must be a prefix/],
    [['www.example.com', '@192.0.2.1:port'], 2, /is no server/],
    [['www.example.com', '@192.0.2.1', '@192.0.2.2'], 2, /asks one server/],
    [['www.example.com', '@tls://192.0.2.1'], 2, /servers of the lab speak neither TLS nor HTTPS/],
    [['www.example.com', '--tls'], 2, /servers of the lab speak neither TLS nor HTTPS/],
    [['www.example.com', '@192.0.2.53', '--pin', 'x'], 2, /--pin is for servers that are asked as @tls:/],
    [['example.com', 'AXFR', '@203.0.113.1'], 2, /no server of the lab gives its zone away/],
    [['www.example.com', '--tsig-file', '/nonexistent'], 2, /no such file/],
    [['www.example.com', '--tsig-file', 'package.json'], 2, /package.json has no key/],
    [[], 2, /a name is missing/],
  ])('%j ends with %i and one line', async (words, status, line) => {
    const finished = await run('query', '--lab', ...words);
    expect(finished.status).toBe(status);
    expect(finished.stdout).toBe('');
    expect(finished.stderr).toMatch(line);
    expect(finished.stderr.trim()).not.toContain('\n');
  });
});
