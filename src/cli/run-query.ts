/**
 * What `rootwalk query` does: reads the words, asks, and prints what came.
 */

import { CLASS_IN, classCode, RCODE, rcodeName, typeCode } from '../message/codes.ts';
import { rcodeOf, type Message, type Question } from '../message/message.ts';
import { printable } from '../message/printable-text.ts';
import { jsonText } from '../render/json-text.ts';
import { queryDocument, queryShort, queryText, type Asked } from '../render/query.ts';
import { ALL_PARTS } from '../render/shown-parts.ts';
import { attemptsOf } from '../lookup/query-server.ts';
import type { Attempt } from '../transport/ask-server.ts';
import type { AskedServer } from '../lookup/encrypted-server.ts';
import type { QueryFlags } from './commands/query.ts';
import { ednsWishesOf } from './edns-options.ts';
import { printEndpoint } from '../transport/endpoint.ts';
import { EXIT } from './exit-status.ts';
import { statusAsExpected } from './expect-options.ts';
import type { Seen } from '../compare/expectations.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { surroundingsOf, wordsOf } from './options.ts';
import { outputOf, type Output } from './output.ts';
import type { TsigKey } from '../transport/tsig.ts';
import { signatureProblem } from '../render/signature-words.ts';
import { transfer, TYPE_AXFR } from './run-transfer.ts';
import { queriedServer } from './queried-server.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { targetOf } from './target.ts';
import { UsageError } from './usage-error.ts';

/** Gives the exit status: by the response code and the answer, or that nobody replied. Throws UsageError. */
export async function query(
  words: readonly string[],
  flags: QueryFlags,
  invocation: Invocation,
): Promise<number> {
  const { question, serverWord } = readWords(words, flags);
  refuseEdnsWishes(flags);
  const { lab, color } = flags;
  const surroundings = await surroundingsOf(
    { ...(lab === undefined ? {} : { lab }), color, system: true },
    invocation.signal,
  );
  try {
    const tsig = await keyOf(flags, invocation.signal);
    const server = await queriedServer(serverWord, question, surroundings, flags, invocation.signal);
    if (question.type === TYPE_AXFR) return await transfer(question, server, tsig, flags, invocation);
    const attempts = await ask(question, server, tsig, surroundings, flags, invocation.signal);
    if (invocation.signal.aborted) return interruptedStatus(invocation);
    const { address, port } = server;
    const asked = { question, server: { address, port }, attempts, key: tsig };
    const output = outputOf(flags);
    await print(asked, flags, output);
    tell(asked, flags, invocation);
    return statusAsExpected(statusOf(attempts), flags, seenIn(attempts), invocation);
  } finally {
    await surroundings.close();
  }
}

/** `example.com MX @192.0.2.1`, in any order but that the type and the class stand behind the name. */
function readWords(
  words: readonly string[],
  flags: QueryFlags,
): { readonly question: Question; readonly serverWord: string | undefined } {
  const servers = words.filter((word) => word.startsWith('@'));
  if (servers.length > 1)
    throw new UsageError(`query asks one server: ${servers.join(' ')}; compare asks several`);
  const [first, ...rest] = words.filter((word) => !word.startsWith('@'));
  const reversed = flags.reverse === undefined ? rest : [first, ...rest].filter((word) => word !== undefined);
  let { type, class: questionClass } = flags;
  for (const word of reversed) {
    if (type === undefined && typeCode(word) !== undefined) type = word;
    else if (questionClass === undefined && classCode(word) !== undefined) questionClass = word;
    else if (type === undefined) type = word;
    else throw new UsageError(`"${word}" is one word too many: rootwalk query NAME [TYPE] [CLASS] [@SERVER]`);
  }
  const [name] = wordsOf(flags.reverse === undefined ? first : undefined, undefined, { ...flags, ...SYSTEM });
  if (name === undefined) throw new UsageError('a name is missing: rootwalk query NAME [TYPE] [@SERVER]');
  const { question } = targetOf(name, type);
  return { question: { ...question, class: classOf(questionClass) }, serverWord: servers[0] };
}

async function keyOf({ tsigFile }: QueryFlags, signal: AbortSignal): Promise<TsigKey | undefined> {
  if (tsigFile === undefined) return undefined;
  return (await import('./tsig-option.ts')).tsigKeyOf(tsigFile, signal);
}

/** What an OPT record carries cannot be sent without one. */
function refuseEdnsWishes(flags: QueryFlags): void {
  const wished = (['bufsize', 'dnssec', 'nsid', 'cookie', 'subnet'] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (!flags.edns && wished) throw new UsageError(`--no-edns and --${wished} exclude each other`);
}

const SYSTEM = { system: true } as const;

function classOf(text: string | undefined): number {
  if (text === undefined) return CLASS_IN;
  const code = classCode(text);
  if (code === undefined) throw new UsageError(`"${text}" is no class: there is IN, CH and HS`);
  return code;
}

function ask(
  question: Question,
  server: AskedServer,
  tsig: TsigKey | undefined,
  place: Surroundings,
  flags: QueryFlags,
  signal: AbortSignal,
): Promise<Attempt[]> {
  return attemptsOf(question, server, {
    ...ednsWishesOf(flags),
    place,
    signal,
    ...(tsig ? { tsig } : {}),
    edns: flags.edns,
    recurse: flags.recurse,
    timeoutMs: flags.timeout,
    tries: flags.tries,
    ...(flags.tcp ? { transport: 'tcp' } : {}),
    ...(flags.cd ? { checkingDisabled: true } : {}),
    ...(flags.ignoreTruncation ? { keepTruncated: true } : {}),
    ...(flags.mixCase ? { mixCase: true } : {}),
  });
}

async function print(asked: Asked, flags: QueryFlags, output: Output): Promise<void> {
  await output.write(await printed(asked, flags, output));
  await output.finish();
}

async function printed(asked: Asked, { format, show }: QueryFlags, output: Output): Promise<string> {
  switch (format) {
    case 'json':
      return `${jsonText(queryDocument(asked), 2)}\n`;
    case 'yaml':
      return (await import('../render/yaml-text.ts')).yamlText(queryDocument(asked));
    case 'short':
      return queryShort(asked);
    case 'dig':
      return (await import('../render/query-dig.ts')).queryAsDig(asked, show ?? ALL_PARTS, new Date());
    case 'text':
      return queryText(asked, output.style, show);
  }
}

/** Why there is no message to show, or why short output is empty. */
function tell({ server, attempts }: Asked, { format }: QueryFlags, invocation: Invocation): void {
  const { result, signature } = attempts.at(-1)!;
  if (signature && signature.kind !== 'verified')
    invocation.complain(`${printEndpoint(server)}: ${signatureProblem(signature)}`);
  // Text and JSON have it in them.
  const objection = result.secured?.objection ?? null;
  if (objection !== null && (format === 'short' || format === 'dig'))
    invocation.complain(`${printEndpoint(server)} was not verified: ${objection}`);
  if (result.kind === 'reply') {
    const { message } = result;
    if (format === 'short' && message.answers.length === 0)
      invocation.complain(`${printEndpoint(server)}: ${rcodeName(rcodeOf(message))}, no records`);
    return;
  }
  const times = attempts.length > 1 ? ` (asked ${attempts.length} times)` : '';
  invocation.complain(`${printEndpoint(server)}: ${printable(result.detail)}${times}`);
}

/** What the expectations are held against. */
function seenIn(attempts: readonly Attempt[]): Seen {
  const { result } = attempts.at(-1)!;
  const message = result.kind === 'reply' ? result.message : undefined;
  return {
    answers: message?.answers ?? [],
    rcode: message ? rcodeOf(message) : null,
    verdict: null,
    findings: [],
    elapsedMs: attempts.reduce((sum, attempt) => sum + attempt.result.elapsedMs, 0),
  };
}

function statusOf(attempts: readonly Attempt[]): number {
  const { result, signature } = attempts.at(-1)!;
  if (result.kind === 'malformed' || (signature && signature.kind !== 'verified')) return EXIT.failed;
  return result.kind === 'reply' ? statusOfReply(result.message) : EXIT.noReply;
}

function statusOfReply(message: Message): number {
  const rcode = rcodeOf(message);
  if (rcode === RCODE.NXDOMAIN) return EXIT.nxdomain;
  if (rcode !== RCODE.NOERROR) return EXIT.failed;
  return message.answers.length > 0 ? EXIT.answer : EXIT.nodata;
}
