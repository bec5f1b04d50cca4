/**
 * Pages for the well-known ports, from the table that also names them in zone text.
 */

import { WELL_KNOWN_PORTS, type WellKnownPort } from '../../message/well-known-ports.ts';
import { page, type Page } from '../page.ts';

export function portPages(): Page[] {
  return WELL_KNOWN_PORTS.map(portPage);
}

function portPage({ port, protocols, name, aliases, meaning, rfc }: WellKnownPort): Page {
  const upper = protocols.map((protocol) => protocol.toUpperCase());
  const keys = protocols.flatMap((each) => [
    `${port} ${each}`,
    `${each} ${port}`,
    `port ${port} ${each}`,
    `${each} port ${port}`,
    `${name} ${each}`,
  ]);
  return page({
    group: 'port',
    name,
    number: port,
    aliases,
    keys,
    meaning,
    more: [`Port ${port} over ${upper.join(' and ')}.`],
    rfc,
    example: {
      text: `to port ${port}: the destination port in the header of ${upper[0]}`,
      hex: port.toString(16).padStart(4, '0'),
    },
    see: ['port', ...upper],
  });
}
