import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/program.ts';

describe('explain', () => {
  it('lists the topics by group', async () => {
    const { status, stdout, stderr } = await run('explain');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const word of ['Record types', 'MX', 'NXDOMAIN', 'domain 53', 'glue', 'pointer-loop', 'SEARCH_LIST'])
      expect(stdout).toContain(word);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('has a page with fields, a drawing, an example and the RFC', async () => {
    const { status, stdout } = await run('explain', 'MX');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^MX \(type 15\) +RFC 1035 3\.3\.9\n/);
    expect(stdout).toContain('|                  PREFERENCE                   |');
    expect(stdout).toContain('text  10 mail.example.com.');
    expect(stdout).toContain('00 0a 04 6d 61 69 6c');
  });

  it('takes the words of a topic together, or each as one', async () => {
    expect((await run('explain', 'port', '53')).stdout).toMatch(/^domain \(port 53\)/);
    expect((await run('explain', 'client', 'subnet')).stdout).toMatch(/^ECS /);
    const both = (await run('explain', 'ns', 'glue')).stdout;
    expect(both).toContain('NS (type 2)');
    expect(both).toContain('glue (term)');
  });

  it('shows all that an ambiguous topic means', async () => {
    const { stdout } = await run('explain', 'any');
    expect(stdout).toContain('ANY (class 255)');
    expect(stdout).toContain('ANY (type 255)');
  });

  it.each([
    ['nxdomian', 'NXDOMAIN'],
    ['cokie', 'COOKIE'],
    ['bailywick', 'bailiwick'],
    ['subnets', 'subnet'],
  ])('suggests for %s, among others, %s', async (topic, suggestion) => {
    const { status, stdout, stderr } = await run('explain', topic);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^rootwalk: there is no topic "${topic}"; .*\\b${suggestion}\\b.*\\n$`),
    );
  });

  it('says where the topics are listed when nothing is near, and escapes what was typed', async () => {
    const { status, stderr } = await run('explain', 'zzzzzzzzzzzz\u001b[31m');
    expect(status).toBe(2);
    expect(stderr).toContain('rootwalk explain lists all topics');
    expect(stderr).not.toContain('\u001b');
  });

  it('prints JSON and Markdown, to a file too', async () => {
    const document = JSON.parse((await run('explain', 'rcode3', '--format', 'json')).stdout);
    expect(document).toMatchObject({
      schema: 'rootwalk/explain/1',
      pages: [{ name: 'NXDOMAIN', number: 3 }],
    });
    const path = join(mkdtempSync(join(tmpdir(), 'explain-')), 'mx.md');
    expect(await run('explain', 'mx', '--format', 'markdown', '-o', path)).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(readFileSync(path, 'utf8')).toMatch(/^# MX \(type 15\)\n/);
  });

  it('colours only when it is told to', async () => {
    expect((await run('explain', 'mx')).stdout).not.toContain('\u001b');
    expect((await run('explain', 'mx', '--color', 'always')).stdout).toContain('\u001b[1mMX');
  });
});
