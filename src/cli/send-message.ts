/**
 * Sends octets as they are, however broken, to one server, and shows what comes back.
 */

import { lookup } from 'node:dns/promises';
import { dissect } from '../message/dissect.ts';
import { rcodeOf } from '../message/message.ts';
import { NameError, sameName, scanName } from '../message/name.ts';
import { printable } from '../message/printable-text.ts';
import type { DissectionSource } from '../render/dissection.ts';
import type { ExchangeResult, ServerAddress } from '../transport/exchange.ts';
import type { BuildFlags } from './commands/build.ts';
import type { DissectionFormat } from './commands/dissect.ts';
import { DISSECTION_FORMATS } from './commands/dissect.ts';
import { partsOf, printEndpoint, scanEndpoint } from './endpoint.ts';
import { EXIT } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { surroundingsOf } from './options.ts';
import { show, shown } from './show-dissection.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

const DNS_PORT = 53;

/** Gives the exit status: by the response code of the reply, or that nobody answered. */
export async function sendMessage(
  octets: Uint8Array,
  serverText: string,
  flags: BuildFlags,
  invocation: Invocation,
): Promise<number> {
  const format = replyFormat(flags.format);
  const { lab, color, timeout } = flags;
  const surroundings = await surroundingsOf({ ...(lab === undefined ? {} : { lab }), color, system: false });
  try {
    const server = await serverOf(serverText.replace(/^@/, ''), surroundings, lab !== undefined);
    const transport = flags.tcp ? 'tcp' : 'udp';
    const result = await surroundings.ports.exchange({
      server,
      transport,
      query: octets,
      timeoutMs: timeout,
      signal: invocation.signal,
    });
    const replies = repliesOf(result, server, transport);
    const showFlags = { ...flags, format };
    const dissected = await Promise.all(
      replies.map(({ octets: reply, source }) => shown(reply, source, undefined, showFlags)),
    );
    if (dissected.length > 0) await show(dissected, showFlags);
    tell(result, server, invocation);
    return invocation.signal.aborted ? EXIT.interrupted : statusOf(result);
  } finally {
    await surroundings.close();
  }
}

function replyFormat(format: BuildFlags['format'] = 'text'): DissectionFormat {
  const known = DISSECTION_FORMATS.find((name) => name === format);
  if (known) return known;
  throw new UsageError(`--send shows the reply: --format ${DISSECTION_FORMATS.join(', ')}, not ${format}`);
}

/** An address, or a name: of this computer's making, or in the lab of a root server. */
async function serverOf(text: string, { hints }: Surroundings, inLab: boolean): Promise<ServerAddress> {
  const endpoint = scanEndpoint(text, DNS_PORT);
  if (endpoint) return endpoint;
  const { host, port = String(DNS_PORT) } = partsOf(text);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 0xffff || host === '') {
    throw new UsageError(`"${text}" is no server: @192.0.2.1, @192.0.2.1#5353, @[2001:db8::1]:53 or a name`);
  }
  const address = inLab ? hintedAddress(host, hints) : await lookedUp(host);
  if (address === undefined) throw new UsageError(`the lab knows no root server ${host}: give an address`);
  return { address, port: Number(port) };
}

function hintedAddress(host: string, hints: Surroundings['hints']): string | undefined {
  try {
    const name = scanName(host);
    return hints.find((hint) => sameName(hint.name, name))?.addresses[0]?.address;
  } catch (error) {
    if (error instanceof NameError) throw new UsageError(error.message);
    throw error;
  }
}

async function lookedUp(host: string): Promise<string> {
  try {
    return (await lookup(host)).address;
  } catch (error) {
    throw new UsageError(
      `${host} has no address here: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

interface Reply {
  readonly octets: Uint8Array;
  readonly source: DissectionSource;
}

/** What came: the reply, or else what was no reply to this query, with the reason. */
function repliesOf(result: ExchangeResult, server: ServerAddress, transport: string): Reply[] {
  const source = (why: string, from: string, problems: readonly string[] = []): DissectionSource => {
    return { kind: 'reply', why, where: `from ${from} over ${transport.toUpperCase()}`, problems };
  };
  if (result.kind === 'reply' || result.kind === 'malformed') {
    const why = `after ${result.elapsedMs.toFixed(1)} ms`;
    return [{ octets: result.octets, source: source(why, printEndpoint(server)) }];
  }
  return result.rejected.map(({ reason, octets, from }) => {
    return { octets, source: source('', from, [`this is no reply to what was sent: ${reason}`]) };
  });
}

function tell(result: ExchangeResult, server: ServerAddress, invocation: Invocation): void {
  if (result.kind === 'reply' || result.kind === 'malformed') return;
  const detail = result.detail === '' ? 'nothing came back' : result.detail;
  invocation.complain(`${printEndpoint(server)}: ${printable(detail)}`);
}

const RCODE_NXDOMAIN = 3;

function statusOf(result: ExchangeResult): number {
  if (result.kind === 'malformed') return EXIT.failed;
  if (result.kind !== 'reply') return result.rejected.length > 0 ? EXIT.failed : EXIT.noReply;
  const { message } = dissect(result.octets);
  const rcode = message ? rcodeOf(message) : undefined;
  if (rcode === RCODE_NXDOMAIN) return EXIT.nxdomain;
  return rcode === 0 ? EXIT.answer : EXIT.failed;
}
