/**
 * Sends octets as they are, however broken, to one server, and shows what comes back.
 */

import { dissect } from '../message/dissect.ts';
import { rcodeOf } from '../message/message.ts';
import { printable } from '../message/printable-text.ts';
import type { DissectionSource } from '../render/dissection.ts';
import type { ExchangeResult, ServerAddress } from '../transport/exchange.ts';
import type { BuildFlags } from './commands/build.ts';
import type { DissectionFormat } from './commands/dissect.ts';
import { DISSECTION_FORMATS } from './commands/dissect.ts';
import { printEndpoint } from '../transport/endpoint.ts';
import { EXIT } from './exit-status.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { surroundingsOf } from './options.ts';
import { show, shown } from './show-dissection.ts';
import { serverOf } from './server-word.ts';
import { UsageError } from './usage-error.ts';

/** Gives the exit status: by the response code of the reply, or that nobody answered. */
export async function sendMessage(
  octets: Uint8Array,
  serverText: string,
  flags: BuildFlags,
  invocation: Invocation,
): Promise<number> {
  const format = replyFormat(flags.format);
  const { lab, color, timeout } = flags;
  const surroundings = await surroundingsOf(
    { ...(lab === undefined ? {} : { lab }), color, system: false },
    invocation.signal,
  );
  try {
    const server = await serverOf(serverText, surroundings, lab);
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
    return invocation.signal.aborted ? interruptedStatus(invocation) : statusOf(result);
  } finally {
    await surroundings.close();
  }
}

function replyFormat(format: BuildFlags['format'] = 'text'): DissectionFormat {
  const known = DISSECTION_FORMATS.find((name) => name === format);
  if (known) return known;
  throw new UsageError(`--send shows the reply: --format ${DISSECTION_FORMATS.join(', ')}, not ${format}`);
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
