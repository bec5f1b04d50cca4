import { describe, expect, it } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import { printRecord } from '../../src/message/record-text.ts';
import { followAliases } from '../../src/resolver/aliases.ts';
import { records } from '../networks/network.ts';

const DNAME = 'd.example.com. 60 DNAME example.net.';
const WRONG_CNAME = 'www.d.example.com. CNAME www.example.org.';
const follow = (text: string, name: string, type = 'A'): ReturnType<typeof followAliases> =>
  followAliases(records(text), { name, type: typeCode(type)!, class: 1 });

describe('followAliases', () => {
  it.each([DNAME, `${DNAME}\n${WRONG_CNAME}`, `${WRONG_CNAME}\n${DNAME}`])(
    'makes the CNAME of a DNAME itself: %j',
    (text) => {
      const chain = follow(text, 'www.d.example.com.');
      expect(chain.records.map(printRecord)).toEqual([
        'd.example.com. 60 IN DNAME example.net.',
        'www.d.example.com. 60 IN CNAME www.example.net.',
      ]);
      expect(chain).toMatchObject({ end: 'www.example.net.', answers: [], broken: null });
    },
  );

  it.each(['CNAME', 'ANY'])('stops at the CNAME that a DNAME makes where %s is asked for', (type) => {
    const chain = follow(`${DNAME}\n${WRONG_CNAME}`, 'www.d.example.com.', type);
    expect(chain.steps).toEqual([]);
    expect(chain.records.map(printRecord)).toEqual(['d.example.com. 60 IN DNAME example.net.']);
    expect(chain.answers.map(printRecord)).toEqual(['www.d.example.com. 60 IN CNAME www.example.net.']);
  });

  it('sees nothing else below a DNAME, and what stands at it', () => {
    const text = `${DNAME}\nwww.d.example.com. A 192.0.2.66\nd.example.com. A 192.0.2.1`;
    expect(follow(text, 'www.d.example.com.')).toMatchObject({ end: 'www.example.net.', answers: [] });
    expect(follow(text, 'd.example.com.').answers.map(printRecord)).toEqual([
      'd.example.com. 300 IN A 192.0.2.1',
    ]);
  });

  it('ends at a loop, and at a name that grows too long', () => {
    expect(follow('a.example. CNAME b.example.\nb.example. CNAME A.example.', 'a.example.').broken).toBe(
      'loop',
    );
    expect(follow('d.example. DNAME d.d.example.', 'a.d.example.').broken).toBe('too-long');
  });
});
