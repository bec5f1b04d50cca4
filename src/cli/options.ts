/**
 * The options that several commands share, and what they mean for a walk.
 */

import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { ClientSubnet } from '../message/kinds/client-subnet.ts';
import type { Asking } from '../resolver/asking.ts';
import { LIMITS, type Limits } from '../resolver/limits.ts';
import { hintsFromRecords } from '../resolver/root-hints.ts';
import type { WalkOptions } from '../resolver/walk.ts';
import type { ZoneServer } from '../resolver/events.ts';
import { ROOT } from '../message/name.ts';
import { reverseName } from '../message/reverse-name.ts';
import { MasterFileError, parseMasterFile } from '../zone/master-file.ts';
import { labSurroundings } from './lab.ts';
import { realSurroundings, type Surroundings } from './surroundings.ts';
import type { ColorChoice } from './output.ts';
import { UsageError } from './usage-error.ts';

export interface WalkFlags {
  readonly lab?: string;
  readonly rootHints?: string;
  readonly ipv4Only?: true;
  readonly ipv6Only?: true;
  readonly port?: number;
  readonly timeout?: number;
  readonly tries?: number;
  readonly tcp?: true;
  readonly minimise?: true;
  readonly all?: true;
  readonly mixCase?: true;
  readonly bufsize?: number;
  readonly dnssec?: true;
  readonly nsid?: true;
  readonly cookie?: true;
  readonly subnet?: ClientSubnet;
  readonly type?: string;
  readonly reverse?: string;
  readonly system: boolean;
  readonly color: ColorChoice;
}

export function addWalkOptions(command: Command): Command {
  return command
    .option('-x, --reverse <address>', 'walk the reverse name of an address')
    .option('-t, --type <type>', 'the type, where it does not stand behind the name')
    .addOption(labOption())
    .option('--root-hints <file>', 'start from these root servers, a file as IANA publishes it')
    .addOption(new Option('-4, --ipv4-only', 'ask servers over IPv4 only').conflicts('ipv6Only'))
    .option('-6, --ipv6-only', 'ask servers over IPv6 only')
    .option('-p, --port <number>', 'the port that servers are asked at (53)', wholeNumber(1, 65535))
    .option(
      '--timeout <ms>',
      'wait this long for a server before the next is asked as well',
      wholeNumber(10, 60_000),
    )
    .option('--tries <n>', 'ask a silent server this many times', wholeNumber(1, 20))
    .option('--tcp', 'ask over TCP from the start')
    .option('--all', 'then ask every server of every zone on the path, at every address')
    .option('--minimise', 'tell servers no more of the name than they need (RFC 9156)')
    .option('--mix-case', 'ask in random upper and lower case, which a forger must guess as well')
    .option('--dnssec', 'ask for signatures as well (DO)')
    .option('--bufsize <octets>', 'the largest reply over UDP (1232)', wholeNumber(512, 65_535))
    .option('--nsid', 'ask which of several servers behind one address replies (RFC 5001)')
    .option('--cookie', 'send a cookie that a forger must guess as well (RFC 7873)')
    .option('--subnet <prefix>', 'ask as if from there, such as 192.0.2.0/24 (RFC 7871)', subnetOf)
    .option('--no-system', 'do not ask this computer for its answer')
    .addOption(
      new Option('--color <when>', 'colours')
        .choices(['auto', 'always', 'never'])
        .default('auto', 'auto: on a terminal'),
    );
}

/** The world stands behind `=` only (`main` sees to that), and the help says so. */
export function labOption(): Option {
  const option = new Option('--lab [world]', 'in the lab, the offline Internet');
  option.flags = '--lab[=world]';
  return option;
}

/** Name and type as typed: `-x` and `-t` may stand for the words. Throws UsageError. */
export function wordsOf(
  name: string | undefined,
  type: string | undefined,
  flags: WalkFlags,
): [string | undefined, string | undefined] {
  if (flags.reverse !== undefined && reverseName(flags.reverse) === undefined) {
    throw new UsageError(`-x wants an IPv4 or IPv6 address, and "${flags.reverse}" is none`);
  }
  if (flags.reverse !== undefined && name !== undefined && (type !== undefined || flags.type !== undefined)) {
    throw new UsageError(`-x ${flags.reverse} and the name ${name} exclude each other`);
  }
  if (flags.reverse !== undefined && name !== undefined) return [flags.reverse, name];
  if (type !== undefined && flags.type !== undefined)
    throw new UsageError(`the type is given twice: ${type} and -t ${flags.type}`);
  return [flags.reverse ?? name, type ?? flags.type];
}

export async function surroundingsOf(flags: WalkFlags): Promise<Surroundings> {
  const surroundings = await placeOf(flags);
  return flags.system ? surroundings : { ...surroundings, computer: undefined };
}

async function placeOf(flags: WalkFlags): Promise<Surroundings> {
  if (flags.lab !== undefined && flags.rootHints !== undefined)
    throw new UsageError('--lab and --root-hints exclude each other');
  if (flags.lab !== undefined) return labSurroundings(flags.lab);
  return realSurroundings(flags.rootHints === undefined ? undefined : await readHints(flags.rootHints));
}

export function walkOptionsOf(
  flags: WalkFlags,
  surroundings: Surroundings,
  signal: AbortSignal,
): WalkOptions {
  const families = flags.ipv4Only ? [4 as const] : flags.ipv6Only ? [6 as const] : [4 as const, 6 as const];
  return {
    ...surroundings.habits,
    hints: surroundings.hints,
    families,
    signal,
    limits: limitsOf(flags),
    ...(flags.port === undefined ? {} : { port: flags.port }),
    ...(flags.tcp ? { transport: 'tcp' } : {}),
    ...(flags.minimise ? { minimise: true } : {}),
    ...(flags.all ? { survey: true } : {}),
    ...(flags.mixCase ? { mixCase: true } : {}),
    ...ednsWishesOf(flags),
  };
}

/** What the OPT records of queries are to carry. */
export function ednsWishesOf(flags: WalkFlags): Partial<Asking> {
  return {
    ...(flags.bufsize === undefined ? {} : { udpPayloadSize: flags.bufsize }),
    ...(flags.dnssec ? { dnssecOk: true } : {}),
    ...(flags.nsid ? { nsid: true } : {}),
    ...(flags.cookie ? { cookies: true } : {}),
    ...(flags.subnet ? { subnet: flags.subnet } : {}),
  };
}

/** `192.0.2.0/24`, `2001:db8::/56`, an address alone; `0` for nobody (RFC 7871 7.1.2). */
function subnetOf(text: string): ClientSubnet {
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

/** `--timeout` sets the patience with each try, `--tries` how often a silent server is asked. */
function limitsOf({ timeout, tries }: WalkFlags): Partial<Limits> {
  const rounds = tries ?? LIMITS.rounds;
  if (timeout === undefined) return { rounds };
  const patience = { patienceMs: timeout, shortestPatienceMs: timeout, longestPatienceMs: timeout };
  // The budgets are made for the usual patience: more of it needs more of them.
  const factor = Math.max(1, timeout / LIMITS.patienceMs);
  const firstContactMs = LIMITS.firstContactMs * factor;
  return {
    ...patience,
    rounds,
    lastPatienceMs: timeout,
    firstContactMs,
    zoneBudgetMs: LIMITS.zoneBudgetMs * factor,
  };
}

async function readHints(path: string): Promise<ZoneServer[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}`);
  });
  try {
    const hints = hintsFromRecords(parseMasterFile(text, { origin: ROOT, file: path }));
    if (hints.some(({ addresses }) => addresses.length > 0)) return hints;
  } catch (error) {
    if (error instanceof MasterFileError) throw new UsageError(error.message);
    throw error;
  }
  throw new UsageError(
    `${path} names no root server with an address (lines like ". NS a.example." and "a.example. A 192.0.2.1")`,
  );
}

export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
  };
}
