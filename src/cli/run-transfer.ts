/**
 * `rootwalk query ZONE AXFR @SERVER`: the whole zone as a server gives it away, as lines of a zone file or as JSON. What is
 * not whole is not printed.
 */

import { rcodeName } from '../message/codes.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { encodeQuery } from '../message/query-message.ts';
import { printRecord } from '../message/record-text.ts';
import { jsonText } from '../render/json-text.ts';
import { recordJson } from '../render/record-json.ts';
import { securedWords } from '../render/secured-words.ts';
import type { AskedServer } from '../lookup/encrypted-server.ts';
import { printEndpoint } from '../transport/endpoint.ts';
import { realChance, realClock } from '../transport/real-machine.ts';
import { transferZone, type TransferResult } from '../transport/transfer.ts';
import { signedQuery, TsigVerifier, type TsigKey } from '../transport/tsig.ts';
import { signatureProblem } from '../render/signature-words.ts';
import type { QueryFlags } from './commands/query.ts';
import { EXIT } from './exit-status.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { outputOf } from './output.ts';
import { UsageError } from './usage-error.ts';

export const TYPE_AXFR = 252;

/** Gives the exit status. Throws UsageError. */
export async function transfer(
  question: Question,
  { encryption, ...server }: AskedServer,
  key: TsigKey | undefined,
  flags: QueryFlags,
  invocation: Invocation,
): Promise<number> {
  const { format, lab, timeout } = flags;
  if (lab !== undefined)
    throw new UsageError(
      'no server of the lab gives its zone away; rootwalk lab init copies a world with its zone files',
    );
  if (encryption?.transport === 'https')
    throw new UsageError('a zone comes over TCP or TLS: @SERVER or @tls://SERVER');
  if (format === 'dig' || format === 'short')
    throw new UsageError(`a zone is printed as text, json or yaml, and not as ${format}`);
  const id = realChance.integer(0x10000);
  const plain = encodeQuery(question, { id, recursionDesired: false, edns: undefined });
  const nowSeconds = (): number => Math.floor(Date.now() / 1000);
  const signed = key && signedQuery(plain, key, nowSeconds());
  const verifier = key && signed && new TsigVerifier(key, signed.mac, nowSeconds);
  const { signal } = invocation;
  const result = await transferZone(
    {
      server,
      question,
      query: signed?.octets ?? plain,
      ...(verifier
        ? {
            objection: (octets, place) => {
              const verdict = verifier.check(octets, place);
              return verdict.kind === 'verified' ? undefined : signatureProblem(verdict);
            },
          }
        : {}),
      // A server may have to read the zone first.
      timeoutMs: timeout * 5,
      signal,
      ...(encryption ? { encryption } : {}),
    },
    { clock: realClock },
  );
  if (signal.aborted) return interruptedStatus(invocation);
  if (result.kind !== 'zone') {
    invocation.complain(`${printEndpoint(server)}: ${whyNot(result)}`);
    return result.kind === 'timeout' || result.kind === 'unreachable' ? EXIT.noReply : EXIT.failed;
  }
  const output = outputOf(flags);
  await output.write(await printed(result.records, format));
  await output.finish();
  if (result.secured?.objection) invocation.complain(securedWords(result.secured));
  return EXIT.answer;
}

function whyNot(result: Exclude<TransferResult, { kind: 'zone' }>): string {
  if (result.kind !== 'refused') return result.detail;
  const why = result.detail === undefined ? '' : `: ${result.detail}`;
  return `the server does not give the zone away: ${rcodeName(result.rcode)}${why}`;
}

/** As the server sent it, with its SOA record at the beginning only. */
async function printed(records: readonly ResourceRecord[], format: QueryFlags['format']): Promise<string> {
  if (format === 'text') return records.map((record) => `${printRecord(record)}\n`).join('');
  const list = records.map(recordJson);
  return format === 'yaml'
    ? (await import('../render/yaml-text.ts')).yamlText(list)
    : `${jsonText(list, 2)}\n`;
}
