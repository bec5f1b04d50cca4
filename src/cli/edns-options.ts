/**
 * The options that say what the OPT record of a query carries (RFC 6891), for all commands that ask.
 */

import { InvalidArgumentError, type Command } from 'commander';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { ClientSubnet } from '../message/kinds/client-subnet.ts';
import type { Asking } from '../resolver/asking.ts';
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
    .option('--bufsize <octets>', 'the largest reply over UDP (1232)', wholeNumber(512, 65_535))
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

/** `192.0.2.0/24`, `2001:db8::/56`, an address alone; `0` for nobody (RFC 7871 7.1.2). */
export function subnetOf(text: string): ClientSubnet {
  const [address = '', bits, ...more] = (text === '0' ? '0.0.0.0/0' : text).split('/');
  const octets = scanIpv4(address) ?? scanIpv6(address);
  const whole = octets?.length === 4 ? 32 : 128;
  const length = bits === undefined ? (whole === 32 ? 24 : 56) : Number(bits);
  if (!octets || more.length > 0 || !/^\d{0,3}$/.test(bits ?? '') || bits === '' || length > whole)
    throw new InvalidArgumentError('It must be a prefix such as 192.0.2.0/24 or 2001:db8::/56.');
  // RFC 7871 6: bits beyond the prefix are zero.
  const masked = octets.map((octet, i) => octet & (0xff << Math.min(8, Math.max(0, 8 - (length - 8 * i)))));
  return {
    family: whole === 32 ? 1 : 2,
    sourcePrefixLength: length,
    scopePrefixLength: 0,
    address: whole === 32 ? printIpv4(masked) : printIpv6(masked),
  };
}
