/**
 * What one server replied to one question: as text, as JSON with the member names of RFC 8427, or the data alone.
 */

import { rcodeName, TYPE_ANY } from '../message/codes.ts';
import { messageToJson } from '../message/message-json.ts';
import { messageBlocks } from '../message/message-text.ts';
import { rcodeOf, type Question, type ResourceRecord } from '../message/message.ts';
import { printable } from '../message/printable-text.ts';
import { printRdata } from '../message/record-text.ts';
import type { Attempt } from '../transport/ask-server.ts';
import type { ServerAddress } from '../transport/exchange.ts';
import { count } from './cost-text.ts';
import { ednsWords } from './reply-edns.ts';
import { ALL_PARTS, shownBlocks, type ShownParts } from './shown-parts.ts';
import { securedJson, securedWords } from './secured-words.ts';
import { signatureJson, signatureWords } from './signature-words.ts';
import type { TsigKey } from '../transport/tsig.ts';
import type { Style } from './style.ts';
import { recordJson } from './record-json.ts';
import { questionJson } from './trace-document.ts';

export interface Asked {
  readonly question: Question;
  readonly server: ServerAddress;
  /** In order; the last is the one that counts. Not empty. */
  readonly attempts: readonly Attempt[];
  /** What signed the query. */
  readonly key?: TsigKey | undefined;
}

export function queryText(
  { server, attempts, key }: Asked,
  style: Style,
  shown: ShownParts = ALL_PARTS,
): string {
  const { result, transport, signature } = attempts.at(-1)!;
  if (result.kind !== 'reply') return '';
  const blocks = shownBlocks(messageBlocks(result.message), shown).map(({ lines }) => lines);
  const words = ednsWords(result.message).map((each) => `;; ${each}`);
  const time = `${result.elapsedMs.toFixed(1)} ms`;
  const from = `;; from ${server.address}#${server.port} over ${transport.toUpperCase()}: ${time}, ${count(result.octets.length, 'octet')}`;
  const secured = result.secured ? [`;; ${securedWords(result.secured)}`] : [];
  const signed = key && signature ? [`;; ${signatureWords(key, signature)}`] : [];
  const before = attempts.slice(0, -1).map((attempt) => `;; before: ${outcomeOf(attempt)}`);
  if (shown.has('stats')) blocks.push([...words, from, ...secured, ...signed, ...before]);
  const lines = blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
  return lines.map((line) => `${line.startsWith(';') ? style.dim(line) : line}\n`).join('');
}

function outcomeOf({ transport, result }: Attempt): string {
  const over = `over ${transport.toUpperCase()}`;
  if (result.kind !== 'reply') return `${over}, ${printable(result.detail)}`;
  const { header } = result.message;
  return `${over}, ${rcodeName(rcodeOf(result.message))}${header.tc ? ', truncated' : ''}`;
}

/** The data of the records that answer, one a line. */
export function queryShort(asked: Asked): string {
  return answersOf(asked)
    .filter(({ type }) => type === asked.question.type || asked.question.type === TYPE_ANY)
    .map((record) => `${printRdata(record)}\n`)
    .join('');
}

export function queryDocument(asked: Asked): object {
  const { question, server, attempts, key } = asked;
  const { transport, query, result, signature } = attempts.at(-1)!;
  const isReply = result.kind === 'reply';
  return {
    schema: 'rootwalk/query/1',
    question: questionJson(question),
    server,
    transport,
    status: isReply ? 'reply' : result.kind,
    message: isReply ? null : result.detail,
    rcode: isReply ? rcodeName(rcodeOf(result.message)) : null,
    answers: answersOf(asked).map(recordJson),
    rttMs: isReply || result.kind === 'malformed' ? Math.round(result.elapsedMs * 1000) / 1000 : null,
    attempts: attempts.map((attempt) => ({
      transport: attempt.transport,
      outcome: attempt.result.kind,
      elapsedMs: Math.round(attempt.result.elapsedMs * 1000) / 1000,
      rejected: attempt.result.rejected.map(({ reason, from }) => ({ reason, from })),
    })),
    ...(result.secured ? { secured: securedJson(result.secured) } : {}),
    ...(key && signature ? { tsig: signatureJson(key, signature) } : {}),
    query: base64(query),
    reply: 'octets' in result ? base64(result.octets) : null,
    ...(isReply ? messageToJson(result.message) : {}),
  };
}

function answersOf({ attempts }: Asked): readonly ResourceRecord[] {
  const { result } = attempts.at(-1)!;
  return result.kind === 'reply' ? result.message.answers : [];
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64');
}
