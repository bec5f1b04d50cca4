/**
 * A small Internet for surveys: the zone `test.` at three servers, of which one has an old version and one does not
 * have the zone at all.
 */

import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving } from '../support/small-internet.ts';

const GOOD = '192.0.2.10';
const OLD = '2001:db8:beef:1:2:3:4:5';
export const LAME = '203.0.113.10';

const names = ['ns1', 'ns2', 'ns3'].map((name) => `@ NS ${name}\n`).join('');
const addresses = `ns1 A ${GOOD}\nns2 AAAA ${OLD}\nns3 A ${LAME}\n`;
const zone = (serial: number): FakeServer =>
  serving({ test: `${names}${addresses}www A 192.0.2.80\n` }, {}, serial);
const delegation = [
  ...['ns1', 'ns2', 'ns3'].map((name) => `test NS ${name}.test.`),
  ...addresses
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(' ', '.test. ')),
].join('\n');

export const SURVEYED_WORLD: Readonly<Record<string, FakeServer>> = {
  [ROOT_ADDRESS]: serving({ '.': `${delegation}\n` }),
  [GOOD]: zone(2026112501),
  [OLD]: zone(2025010101),
  // It refers back to the zone that it was asked for.
  [LAME]: serving({ '.': `${delegation}\n` }),
};
