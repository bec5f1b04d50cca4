/**
 * Where a walk takes place: the network to send on, the hints to start from, the computer to compare with.
 */

import type { Name } from '../message/name.ts';
import type { ZoneServer } from '../resolver/events.ts';
import type { WalkOptions, WalkPorts } from '../resolver/walk.ts';
import type { Limits } from '../resolver/limits.ts';
import { ROOT_HINTS } from '../resolver/root-hints.ts';
import { realComputer } from '../system/real-computer.ts';
import type { Computer } from '../system/computer.ts';
import { realChance, realClock } from '../transport/real-machine.ts';
import { socketExchange } from '../transport/socket-exchange.ts';

/** The network, the root servers and the computer that a lookup takes place in. */
export interface Surroundings {
  readonly ports: WalkPorts;
  readonly hints: readonly ZoneServer[];
  /** How walks ask here unless an option says otherwise. */
  readonly habits: Pick<WalkOptions, 'mixCase' | 'minimise' | 'survey' | 'cookies' | 'nsid'>;
  /** How patient walks are here unless an option says otherwise. */
  readonly patience: Partial<Limits>;
  /** Undefined where it is not to be asked. */
  readonly computer: Computer | undefined;
  /** Names that exist here, where all of them are known: those of a lab world. */
  readonly names?: readonly Name[];
  close(): Promise<void>;
}

/** The real network and the real computer. */
export function realSurroundings(hints: readonly ZoneServer[] = ROOT_HINTS): Surroundings {
  const machine = { clock: realClock, chance: realChance };
  const ports = { ...machine, exchange: socketExchange(machine), wallClock: Date.now };
  return {
    ports,
    hints,
    habits: {},
    patience: {},
    computer: realComputer(process.env),
    close: async () => {},
  };
}
