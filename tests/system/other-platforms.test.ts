/** From output written after the documented formats of `scutil --dns` and `reg query`: see fixtures/system. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import { askSystem } from '../../src/system/ask-system.ts';
import { parseScutil, resolverFor } from '../../src/system/scutil.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';
import { parseRegistry, settingsNamed } from '../../src/system/windows-registry.ts';
import { pretendComputer, pretendExchange, type Pretended } from './pretend-computer.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/system/${name}`, import.meta.url), 'utf8');
const scutil = fixture('scutil-dns.txt');
const registry = fixture('reg-query-tcpip.txt');

async function ask(name: string, computer: Pretended): Promise<{ answer: SystemAnswer; asked: string[] }> {
  const exchange = pretendExchange(() => ({ answers: [`${name} 60 IN A 192.0.2.80`] }));
  const options = { exchange, randomId: () => 7, timeoutMs: 1000 };
  const question = { name, type: typeCode('A')!, class: 1 };
  const answer = await askSystem(question, pretendComputer(computer), options);
  return {
    answer,
    asked: exchange.requests.map(({ server }) => `${server.address}#${server.port}`).toSorted(),
  };
}

describe('scutil --dns', () => {
  it('lists the resolvers for all programs, those of one interface left out', () => {
    const resolvers = parseScutil(scutil);
    expect(resolvers.map(({ domain }) => domain)).toEqual([
      null,
      'local.',
      '254.169.in-addr.arpa.',
      'corp.example.',
      'dev.corp.example.',
    ]);
    expect(resolvers[0]).toMatchObject({ search: ['home.example', 'office.example'], port: 53 });
    expect(resolvers[0]!.nameServers[1]).toEqual({
      text: '2001:db8::53',
      use: 'used',
      from: { file: '/usr/sbin/scutil --dns', line: 8, text: 'nameserver[1] : 2001:db8::53' },
    });
  });

  it.each([
    ['www.example.net.', '192.0.2.53'],
    ['corp.example.', '198.51.100.53'],
    ['WWW.Corp.Example.', '198.51.100.53'],
    ['a.dev.corp.example.', '127.0.0.1'],
    ['notcorp.example.', '192.0.2.53'],
    ['printer.local.', undefined],
  ])('chooses for %s the resolver with %s', (name, server) => {
    expect(resolverFor(name, parseScutil(scutil))?.nameServers[0]?.text).toBe(server);
  });

  it.each(['', 'No DNS configuration available\n', 'resolver #1\n  domain : a..b\n', '\0\x01: : :\n'])(
    'is not upset by %j',
    (output) => expect(resolverFor('x.', parseScutil(output))?.nameServers ?? []).toEqual([]),
  );
});

describe('a Mac', () => {
  const mac = (output: string | undefined): Pretended => ({
    platform: 'darwin',
    files: {
      '/etc/hosts': '10.9.8.7 own.example\n10.9.8.8 own.example\n',
      '/etc/resolv.conf': 'nameserver 192.0.2.99\n',
    },
    says: { 'own.example 4': ['10.9.8.7', '10.9.8.8'], 'www.example 4': ['192.0.2.80'] },
    commands: output === undefined ? {} : { '/usr/sbin/scutil --dns': output },
  });

  it('is asked by its own resolvers, not by resolv.conf', async () => {
    const { answer, asked } = await ask('www.example.', mac(scutil));
    expect(answer).toMatchObject({ source: 'dns', nameServers: ['192.0.2.53', '2001:db8::53'] });
    expect(answer.settings?.search).toMatchObject({
      domains: ['home.example', 'office.example'],
      from: { line: 5 },
    });
    expect(asked).toEqual(['192.0.2.53#53', '2001:db8::53#53']);
    expect((await ask('x.dev.corp.example.', mac(scutil))).asked).toEqual(['127.0.0.1#5353']);
  });

  it('takes every line of the hosts file', async () => {
    const { answer } = await ask('own.example.', mac(scutil));
    expect(answer.source).toBe('hosts');
    expect(answer.evidence.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('says so where scutil cannot be run', async () => {
    const { answer, asked } = await ask('www.example.', mac(undefined));
    expect(answer.notes).toEqual(['/usr/sbin/scutil cannot be run (ENOENT)']);
    expect([asked, answer.servers]).toEqual([[], []]);
  });
});

describe('reg query', () => {
  it('gives what was set by hand before what DHCP said', () => {
    const values = parseRegistry(registry, 'reg');
    expect(values.find(({ name }) => name === 'NV Hostname')?.data).toBe('PC-7');
    expect(values.some(({ data }) => data === '' || data.includes('\r'))).toBe(false);
    const servers = settingsNamed(values, 'NameServer', 'DhcpNameServer');
    expect(servers.map(({ data }) => data)).toEqual(['192.0.2.1', '192.0.2.53,192.0.2.54', '198.51.100.53']);
  });
});

describe('a Windows computer', () => {
  const windows: Pretended = {
    platform: 'win32',
    environment: { SystemRoot: 'D:\\Windows' },
    files: { 'D:\\Windows\\System32\\drivers\\etc\\hosts': '10.9.8.7 own.example\r\n' },
    says: { 'own.example 4': ['10.9.8.7'], 'www.example 4': ['192.0.2.80'] },
    commands: {
      'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters /s': registry,
      'reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters /s': '',
    },
    libraryServers: ['192.0.2.53', '192.0.2.54'],
  };

  it('asks the servers of interfaces that are up and shows where they are set', async () => {
    const { answer, asked } = await ask('www.example.', windows);
    expect(asked).toEqual(['192.0.2.53#53', '192.0.2.54#53']);
    expect(answer.settings?.nameServers.map(({ text, use }) => `${text} ${use}`)).toEqual([
      '192.0.2.53 used',
      '192.0.2.54 used',
      '192.0.2.1 surplus',
      '198.51.100.53 surplus',
    ]);
    expect(answer.servers?.[0]?.from).toMatchObject({
      line: 16,
      text: expect.stringContaining('NameServer'),
    });
    expect(answer.settings?.search.domains).toEqual(['corp.example', 'example.com']);
    expect(answer.notes).toBeUndefined();
  });

  it('has its hosts file where Windows keeps it', async () => {
    const { answer } = await ask('own.example.', windows);
    expect(answer.evidence).toEqual([
      { file: 'D:\\Windows\\System32\\drivers\\etc\\hosts', line: 1, text: '10.9.8.7 own.example' },
    ]);
  });

  it('makes the search list of its domains where there is none', async () => {
    const commands = Object.fromEntries(
      Object.entries(windows.commands!).map(([key, text]) => [key, text.replace(/.*SearchList.*/, '')]),
    );
    const { answer } = await ask('www.example.', { ...windows, commands });
    expect(answer.settings?.search.domains).toEqual(['corp.example', 'home.example', 'old.example']);
  });
});
