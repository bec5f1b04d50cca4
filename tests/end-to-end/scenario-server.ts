/**
 * A program: all servers of one replay scenario, at every address that the scenario names. `scenario-server.ts FILE
 * STEP` plays what is active in that step; prints one line when all its sockets are bound.
 */

import { loadScenario } from '../support/scenario.ts';
import { addressesNamed, scriptedReply } from '../support/scenario-servers.ts';
import { listenAt } from './socket-server.ts';

const [file = '', step = '0'] = process.argv.slice(2);
const scenario = loadScenario(file);
const active = scenario.steps[Number(step)]!.exchanges;
await Promise.all(
  addressesNamed(scenario).map((address) =>
    listenAt(address, (query, transport) => scriptedReply(scenario, active, address, query, transport)),
  ),
);
console.log('listening');
