import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPages, relatedNames, topicNames } from '../../src/explain/find.ts';
import { titleOf } from '../../src/explain/page.ts';
import { allPages } from '../../src/explain/pages.ts';

const titles = (topic: string): string[] => findPages(topic).map(titleOf);

describe('finding a topic', () => {
  it.each([
    ['mx', 'MX (type 15)'],
    ['TYPE15', 'MX (type 15)'],
    ['type 15', 'MX (type 15)'],
    ['qtype mx', 'MX (type 15)'],
    ['nxdomain', 'NXDOMAIN (rcode 3)'],
    ['RCODE3', 'NXDOMAIN (rcode 3)'],
    ['rcode 16', 'BADVERS (rcode 16)'],
    ['opcode5', 'UPDATE (opcode 5)'],
    ['class ch', 'CH (class 3)'],
    ['ede 18', 'Prohibited (extended error 18)'],
    ['EDE18', 'Prohibited (extended error 18)'],
    ['stale answer', 'Stale Answer (extended error 3)'],
    ['client subnet', 'ECS (EDNS option 8)'],
    ['edns-client-subnet', 'ECS (EDNS option 8)'],
    ['opt8', 'ECS (EDNS option 8)'],
    ['option 10', 'COOKIE (EDNS option 10)'],
    ['algorithm 13', 'ECDSAP256SHA256 (DNSSEC algorithm 13)'],
    ['digest 2', 'SHA-256 (DS digest type 2)'],
    ['key5', 'ech (service parameter 5)'],
    ['port 53', 'domain (port 53)'],
    ['53/udp', 'domain (port 53)'],
    ['port smtp', 'smtp (port 25)'],
    ['Daytime', 'daytime (port 13)'],
    ['853/udp', 'domain-s (port 853)'],
    ['aa', 'AA (flag)'],
    ['flag do', 'DO (flag)'],
    ['Layer transport', 'transport (layer 4)'],
    ['physical', 'physical (layer 1)'],
    ['pointer loop', 'pointer-loop (problem)'],
    ['GLUE_MISMATCH', 'GLUE_MISMATCH (finding)'],
    ['search_list', 'SEARCH_LIST (finding)'],
    ['fully  qualified domain-name', 'FQDN (term)'],
    ['compression', 'COMPRESSION POINTER (part of a message)'],
    ['type65280', 'TYPE65280 (type 65280)'],
    ['OPT65001', 'OPT65001 (EDNS option 65001)'],
  ])('%s means %s', (topic, title) => {
    expect(titles(topic)).toContain(title);
  });

  it('shows all that a topic may mean', () => {
    expect(titles('any')).toEqual(['ANY (class 255)', 'ANY (type 255)']);
    expect(titles('15')).toEqual(
      expect.arrayContaining(['MX (type 15)', 'EDE (EDNS option 15)', 'Blocked (extended error 15)']),
    );
    expect(titles('514')).toEqual(['shell (port 514)', 'syslog (port 514)']);
    expect(titles('853')).toHaveLength(2);
    expect(titles('udp 514')).toEqual(['syslog (port 514)']);
  });

  it.each(['', '  ', 'nxdomian', 'type', 'TYPE65536', 'OPT65536', 'port 65000', 'rcode 77', '\u0000'])(
    '%j means nothing',
    (topic) => {
      expect(findPages(topic)).toEqual([]);
    },
  );

  it('finds every page by each of its names, in any case', () => {
    for (const each of allPages()) {
      for (const name of [each.name, ...each.aliases, ...each.keys])
        for (const typed of [name, name.toUpperCase(), ` ${name.toLowerCase()} `])
          expect(findPages(typed), typed).toContain(each);
    }
  });

  it('takes any words', () => {
    fc.assert(fc.property(fc.string(), (topic) => Array.isArray(findPages(topic))));
    fc.assert(fc.property(fc.string(), (topic) => Array.isArray(relatedNames(topic))));
  });

  it('suggests what has the same words', () => {
    expect(relatedNames('subnet')).toContain('edns-client-subnet');
    expect(relatedNames('answer')).toEqual(expect.arrayContaining(['Stale Answer', 'Forged Answer']));
    expect(topicNames().length).toBeGreaterThan(allPages().length / 2);
  });
});
