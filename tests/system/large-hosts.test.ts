import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HOSTS_PATH } from '../../src/system/computer.ts';
import { planOf } from '../../src/system/lookup-plan.ts';
import { readLookupSettings } from '../../src/system/lookup-settings.ts';
import { realComputer } from '../../src/system/real-computer.ts';
import { settingsReportOf } from '../../src/system/settings-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootwalk-hosts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINES: Readonly<Record<string, (i: number) => string>> = {
  'a block list': (i) => `0.0.0.0 ads${i}.tracker${i % 977}.example`,
  'IPv6 addresses': (i) => `2001:db8:1::${i.toString(16)} a${i}.example b${i}`,
};

describe.each(Object.entries(LINES))('a hosts file with 200,000 lines of %s', (title, line) => {
  const path = join(folder, title);
  writeFileSync(
    path,
    `${Array.from({ length: 199_999 }, (_, i) => line(i)).join('\n')}\n203.0.113.9 own.test\n`,
  );
  const real = realComputer({});
  const computer = {
    ...real,
    readFile: (asked: string) => real.readFile(asked === HOSTS_PATH ? path : asked),
  };

  it.each([
    ['own.test.', 1, 1],
    ['absent.test.', 1, 0],
    // A part of every line, but a name on none.
    ['example.', 28, 0],
    ['9.113.0.203.in-addr.arpa.', 12, 1],
    ['8.8.8.8.in-addr.arpa.', 12, 0],
    [`0.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa.`, 12, 0],
  ])('costs less than 0.3 s of computing for %s', async (name, type, count) => {
    const before = process.cpuUsage();
    const settings = await readLookupSettings(computer, name);
    const plan = planOf({ name, type, class: 1 }, settings, '');
    if (plan.kind === 'records') throw new Error('these questions are for the hosts file');
    const subject = plan.kind === 'addresses' ? { name: plan.spelt } : { address: plan.address };
    const { hostsLines } = settingsReportOf(settings, subject);
    const { user, system } = process.cpuUsage(before);
    expect(hostsLines).toHaveLength(count);
    expect((user + system) / 1000).toBeLessThan(300);
  });
});
