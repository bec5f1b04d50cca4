import { expect, test } from 'vitest';
import { locate, zoneOf } from '../../src/zone/locate.ts';
import { zoneFrom } from './ask.ts';

const zone = zoneFrom(
  'example.',
  `$TTL 1
@ SOA a b 1 2 3 4 5
a.b TXT x
*.b TXT x
cut NS ns.cut
ns.cut A 192.0.2.1
below.cut DNAME x
d DNAME e
under.d TXT hidden
*.s\\.t TXT x
`,
);

test.each([
  ['example.', 'at', 'example.'],
  ['B.Example.', 'at', 'b.example.'],
  ['x.b.example.', 'wildcard', '*.b.example.'],
  ['x.a.b.example.', 'absent', 'a.b.example.'],
  ['cut.example.', 'cut', 'cut.example.'],
  ['x.below.cut.example.', 'cut', 'cut.example.'],
  ['d.example.', 'at', 'd.example.'],
  ['under.d.example.', 'dname', 'd.example.'],
  ['x.y.d.example.', 'dname', 'd.example.'],
  ['q.s\\.t.example.', 'wildcard', '*.s\\.t.example.'],
  ['t.example.', 'absent', 'example.'],
])('%s is %s, %s', (name, kind, owner) => {
  const place = locate(zone, name);
  expect([place.kind, place.kind === 'absent' ? place.encloser.owner : place.node.owner]).toEqual([
    kind,
    owner,
  ]);
});

test('a zone is found by whole labels, the nearest first', () => {
  const other = zoneFrom('b.example.', '@ 1 SOA a b 1 2 3 4 5');
  const origin = (name: string): string | undefined => zoneOf([zone, other], name, 1)?.origin;
  expect(origin('x.b.example.')).toBe('b.example.');
  expect(origin('xb.example.')).toBe('example.');
  expect(origin('x\\.b.example.')).toBe('example.');
  expect(origin('xexample.')).toBeUndefined();
});
