/**
 * The options that say what the OPT record of a query carries (RFC 6891), for all commands that ask.
 */

import { InvalidArgumentError, type Command } from 'commander';
import type { ClientSubnet } from '../message/kinds/client-subnet.ts';
import { clientSubnetOf } from '../message/kinds/client-subnet-text.ts';
import { UDP_PAYLOAD_RANGE, type Asking } from '../resolver/asking.ts';
import { wholeNumber } from './whole-number.ts';

export interface EdnsFlags {
  readonly bufsize?: number;
  readonly dnssec?: true;
  readonly nsid?: true;
  readonly cookie?: true;
  readonly subnet?: ClientSubnet;
}

export function addEdnsOptions(command: Command): Command {
  return command
    .option('--dnssec', 'ask for signatures as well (DO)')
    .option(
      '--bufsize <octets>',
      'the largest reply over UDP (1232)',
      wholeNumber(UDP_PAYLOAD_RANGE.from, UDP_PAYLOAD_RANGE.to),
    )
    .option('--nsid', 'ask which of several servers behind one address replies (RFC 5001)')
    .option('--cookie', 'send a cookie that a forger must guess as well (RFC 7873)')
    .option('--subnet <prefix>', 'ask as if from there, such as 192.0.2.0/24 (RFC 7871)', subnetOf);
}

/** What the OPT records of queries are to carry. */
export function ednsWishesOf(flags: EdnsFlags): Partial<Asking> {
  return {
    ...(flags.bufsize === undefined ? {} : { udpPayloadSize: flags.bufsize }),
    ...(flags.dnssec ? { dnssecOk: true } : {}),
    ...(flags.nsid ? { nsid: true } : {}),
    ...(flags.cookie ? { cookies: true } : {}),
    ...(flags.subnet ? { subnet: flags.subnet } : {}),
  };
}

/** Throws InvalidArgumentError. */
function subnetOf(text: string): ClientSubnet {
  const subnet = clientSubnetOf(text);
  if (subnet) return subnet;
  throw new InvalidArgumentError('It must be a prefix such as 192.0.2.0/24 or 2001:db8::/56.');
}
