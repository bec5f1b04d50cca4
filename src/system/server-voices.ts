/**
 * Every name server of this computer, asked at the same time, each for the names of the search list in turn
 * until one has an answer: who is silent, refuses or says something else than the others keeps nobody waiting.
 */

import { RCODE, TYPE_ANY } from '../message/codes.ts';
import { flagNames } from '../message/header.ts';
import { EXTENDED_ERROR } from '../message/options/extended-error.ts';
import { rcodeOf, recordsOf, type Message, type Question } from '../message/message.ts';
import { sameName, type Name } from '../message/name.ts';
import { SOA } from '../message/records/soa.ts';
import { TXT } from '../message/records/txt.ts';
import type { ExchangeResult } from '../transport/exchange.ts';
import type { NameServer } from './name-servers.ts';
import { askStub, nsidOf, type StubDependencies, type StubReply } from './stub-query.ts';
import type { ServerAnswer } from './system-answer.ts';

/** What one server said about each name that it was asked for; undefined for no reply. */
export interface Voice {
  readonly answer: ServerAnswer;
  readonly said: readonly { readonly name: Name; readonly message: Message | undefined }[];
}

export interface VoicesOptions extends StubDependencies {
  /** When every server must have answered. */
  readonly deadlineMs: number;
  /** Once this is fulfilled and a server has answered, the others have until `patienceMs` and no longer. */
  readonly enough: Promise<unknown>;
  readonly patienceMs: number;
  /** Also asks each server for the names of RFC 4892: two more queries to each. */
  readonly identity: 'nsid' | 'chaos';
}

export async function askAll(
  question: Question,
  names: readonly Name[],
  servers: readonly NameServer[],
  options: VoicesOptions,
): Promise<Voice[]> {
  const outOfPatience = new AbortController();
  const { signal } = options;
  const signals = [outOfPatience.signal, ...(signal ? [signal] : [])];
  const deps = { ...options, signal: AbortSignal.any(signals) };
  const voices = servers.map((server) => askOne(question, names, server, deps));
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const answered = Promise.any(voices.map(answeredOrNever));
  Promise.all([options.enough, answered]).then(
    () => {
      if (isOver) return;
      const leftMs = Math.max(0, options.patienceMs - options.nowMs());
      timer = setTimeout(() => outOfPatience.abort(), leftMs);
    },
    // Nobody answered: then the deadline counts.
    () => undefined,
  );
  try {
    return await Promise.all(voices);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}

async function answeredOrNever(voice: Promise<Voice>): Promise<void> {
  const { answer } = await voice;
  if (answer.outcome !== 'reply') throw new Error('no reply');
}

async function askOne(
  question: Question,
  names: readonly Name[],
  server: NameServer,
  options: VoicesOptions,
): Promise<Voice> {
  const startMs = options.nowMs();
  const said: { name: Name; message: Message | undefined }[] = [];
  const replies = new Map<Name, StubReply>();
  let queries = 0;
  for (const name of names) {
    const reply = await askStub({ ...question, name }, server, options.deadlineMs, options);
    queries += reply.queries;
    replies.set(name, reply);
    said.push({ name, message: reply.message });
    // Who does not answer for one name will not for the next.
    if (!reply.message || hasAnswer(reply.message, question)) break;
  }
  const told = tellingName(question, said);
  const reply = replies.get(told)!;
  const isFailure = reply.message !== undefined && rcodeOf(reply.message) === RCODE.SERVFAIL;
  const asked = { ...question, name: told };
  const unchecked = isFailure
    ? await askStub(asked, server, options.deadlineMs, options, { checkingDisabled: true })
    : undefined;
  const chaos =
    options.identity === 'chaos' && reply.message
      ? await Promise.all(['version.bind.', 'id.server.'].map((name) => chaosText(name, server, options)))
      : [];
  queries += (unchecked?.queries ?? 0) + chaos.length;
  const waitedMs = options.nowMs() - startMs;
  const facts = { ...server, name: told, queries, unchecked: uncheckedOf(unchecked) };
  const identity = { nsid: nsidOf(reply.message), version: chaos[0] ?? null, id: chaos[1] ?? null };
  return { answer: serverAnswer(reply, facts, identity, waitedMs), said };
}

/** The name whose reply tells most: that which has an answer, else the one in question, else the last. */
function tellingName(question: Question, said: Voice['said']): Name {
  const answered = said.find(({ message }) => message && hasAnswer(message, question));
  const own = said.find(({ name, message }) => message && sameName(name, question.name));
  return (answered ?? own ?? said.at(-1))?.name ?? question.name;
}

export function hasAnswer({ answers }: Message, { type, class: wanted }: Question): boolean {
  return answers.some((record) => record.class === wanted && (record.type === type || type === TYPE_ANY));
}

function serverAnswer(
  { result, message, transport }: StubReply,
  facts: NameServer & Pick<ServerAnswer, 'name' | 'queries' | 'unchecked'>,
  identity: ServerAnswer['identity'],
  waitedMs: number,
): ServerAnswer {
  const { address, port, ...known } = facts;
  return {
    ...known,
    server: `${address}#${port}`,
    outcome: result.kind === 'timeout' ? 'silence' : result.kind,
    detail: detailOf(result, waitedMs),
    transport,
    rcode: message ? rcodeOf(message) : null,
    flags: message ? flagNames(message.header) : [],
    answers: message?.answers ?? [],
    authorities: message?.authorities ?? [],
    ...policyZoneOf(message),
    extendedErrors: message ? extendedErrorsOf(message) : [],
    identity,
    rttMs: result.kind === 'timeout' ? waitedMs : result.elapsedMs,
  };
}

function detailOf(result: ExchangeResult, waitedMs: number): string {
  if (result.kind === 'reply') return '';
  if (result.kind !== 'timeout') return result.detail;
  return `no reply within ${(Math.round(waitedMs / 100) / 10).toFixed(1)} s`;
}

/** A reply may have several of them (RFC 8914 2). */
function extendedErrorsOf({ edns }: Message): ServerAnswer['extendedErrors'] {
  const options = (edns?.options ?? []).filter(({ code }) => code === EXTENDED_ERROR.code);
  return options.map(({ values }) => {
    const { infoCode, extraText } = values as { infoCode: number; extraText: string };
    return { code: infoCode, text: extraText };
  });
}

function policyZoneOf(message: Message | undefined): Pick<ServerAnswer, 'policyZone'> {
  const [soa] = message ? recordsOf(message.additionals, SOA) : [];
  return soa ? { policyZone: soa.name } : {};
}

function uncheckedOf(reply: StubReply | undefined): ServerAnswer['unchecked'] {
  return reply?.message ? { rcode: rcodeOf(reply.message), answers: reply.message.answers } : null;
}

const CLASS_CH = 3;

/** `version.bind` and `id.server` in class CH (RFC 4892); null where the server keeps it to itself. */
async function chaosText(name: Name, server: NameServer, options: VoicesOptions): Promise<string | null> {
  const question = { name, type: TXT.code, class: CLASS_CH };
  const { message } = await askStub(question, server, options.deadlineMs, options);
  const record = message?.answers.find(({ type, class: given }) => type === TXT.code && given === CLASS_CH);
  const { strings } = (record?.rdata ?? {}) as { strings?: readonly Uint8Array[] };
  return strings ? strings.map((octets) => String.fromCharCode(...octets)).join('') : null;
}
