/**
 * The options that several commands share, and what they mean for a walk.
 */

import { Option, type Command } from 'commander';
import { LIMITS, type Limits } from '../resolver/limits.ts';
import { hintsFromRecords } from '../resolver/root-hints.ts';
import type { WalkOptions } from '../resolver/walk.ts';
import type { ZoneServer } from '../resolver/events.ts';
import { ROOT } from '../message/name.ts';
import { reverseName } from '../message/reverse-name.ts';
import { colorOption } from './color-option.ts';
import { addEdnsOptions, ednsWishesOf, type EdnsFlags } from './edns-options.ts';
import { realSurroundings, type Surroundings } from '../lookup/surroundings.ts';
import type { ColorChoice } from './output.ts';
import { readWhole } from './read-whole.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

export interface WalkFlags extends EdnsFlags {
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
  readonly type?: string;
  readonly reverse?: string;
  readonly system: boolean;
  readonly color: ColorChoice;
}

export function addWalkOptions(command: Command): Command {
  return addEdnsOptions(command)
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
    .option('--no-system', 'do not ask this computer for its answer')
    .addOption(colorOption());
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

export async function surroundingsOf(flags: WalkFlags, signal: AbortSignal): Promise<Surroundings> {
  const surroundings = await placeOf(flags, signal);
  return flags.system ? surroundings : { ...surroundings, computer: undefined };
}

async function placeOf(flags: WalkFlags, signal: AbortSignal): Promise<Surroundings> {
  if (flags.lab !== undefined && flags.rootHints !== undefined)
    throw new UsageError('--lab and --root-hints exclude each other');
  if (flags.lab !== undefined) return (await import('./lab.ts')).labSurroundings(flags.lab);
  return realSurroundings(
    flags.rootHints === undefined ? undefined : await readHints(flags.rootHints, signal),
  );
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
    limits: { ...surroundings.patience, ...limitsOf(flags) },
    ...(flags.port === undefined ? {} : { port: flags.port }),
    ...(flags.tcp ? { transport: 'tcp' } : {}),
    ...(flags.minimise ? { minimise: true } : {}),
    ...(flags.all ? { survey: true } : {}),
    ...(flags.mixCase ? { mixCase: true } : {}),
    ...ednsWishesOf(flags),
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

/** The root zone itself has two of them. */
const LARGEST_HINTS_MEBIBYTES = 16;

async function readHints(path: string, signal: AbortSignal): Promise<ZoneServer[]> {
  const { MasterFileError, parseMasterFile } = await import('../zone/master-file.ts');
  const text = new TextDecoder().decode(await readWhole(path, LARGEST_HINTS_MEBIBYTES, signal));
  try {
    const hints = hintsFromRecords(parseMasterFile(text, { origin: ROOT, file: path }));
    if (hints.some(({ addresses }) => addresses.length > 0)) return hints;
  } catch (error) {
    if (error instanceof MasterFileError) throw new UsageError(error.message);
    throw error;
  }
  throw new UsageError(
    `${path} names no root server with an address (lines like ". 3600000 NS a.example." and "a.example. 3600000 A 192.0.2.1")`,
  );
}
