/**
 * The further questions that tell causes apart, asked only where two answers differ and nothing simpler explains it:
 * few, all at once, each to a server that is concerned.
 */

import { RCODE } from '../message/codes.ts';
import { optionOf } from '../message/edns.ts';
import type { ClientSubnet } from '../message/kinds/client-subnet.ts';
import { recordsOf, type Message, type Question } from '../message/message.ts';
import { nameOctets, parentOf, ROOT, type Name } from '../message/name.ts';
import { CLIENT_SUBNET } from '../message/options/client-subnet.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { SOA } from '../message/records/soa.ts';
import { kindOfAddress } from './address-kinds.ts';
import { valuesSaid } from './answer-sides.ts';
import { compareAnswers } from './compare-answers.ts';
import type { Circumstances, Walked } from './circumstances.ts';
import type { ProbeResults } from './probe-results.ts';
import { claimsAuthority, remainingTtl } from './server-facts.ts';
import { IPV4ONLY } from './translation.ts';

/** What the probes ask with; `ask` gives undefined for silence and never throws. */
export interface ProbePorts {
  readonly ask: (
    question: Question,
    /** `192.0.2.53#53` */
    server: string,
    how: { readonly recursionDesired: boolean; readonly subnet?: ClientSubnet },
  ) => Promise<Message | undefined>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  /** A label of letters that nobody has guessed. */
  readonly randomLabel: () => string;
}

/** A cache has counted down by one when this is over. */
const LATER_MS = 1100;
const MOST_AUTHORITIES = 8;
/** Networks in other parts of the world, of the root servers K, M and L: only their place matters. */
const PLACES: readonly string[] = ['193.0.14.0', '202.12.27.0', '199.7.83.0'];
const PLACE_BITS = 24;
/** An address for documentation (RFC 5737): no name server can be there. */
const NOWHERE = '192.0.2.254';
const LONGEST_NAME = 200;
const WITH_RECURSION = { recursionDesired: true } as const;

/** Causes that are plain to see and need no further question. */
const PLAIN: ReadonlySet<string> = new Set([
  'HOSTS_FILE',
  'LITERAL_ADDRESS',
  'MDNS_ONLY',
  'NDOTS',
  'SEARCH_LIST',
  'LOCAL_ZONE',
  'NSS_ORDER',
  'VALIDATION_FAILED',
  'SPLIT_HORIZON',
]);

export async function gatherProbes(circumstances: Circumstances, ports: ProbePorts): Promise<ProbeResults> {
  // Where nobody replied, further questions would only take longer.
  if (circumstances.verdict === 'same' || circumstances.voice.kind === 'silence') return {};
  if (compareAnswers(circumstances).findings.some(({ code }) => PLAIN.has(code))) return {};
  const parts = await Promise.all([
    aboutTranslation(circumstances, ports),
    aboutNonsense(circumstances, ports),
    aboutTtl(circumstances, ports),
    aboutAuthorities(circumstances, ports),
    aboutPlaces(circumstances, ports),
    aboutVersion(circumstances, ports),
    aboutNowhere(circumstances, ports),
  ]);
  return Object.assign({}, ...parts) as ProbeResults;
}

type Part = Promise<ProbeResults>;

async function aboutTranslation(circumstances: Circumstances, { ask }: ProbePorts): Part {
  const { question, voice, walk, speaker } = circumstances;
  if (question.type !== AAAA.code || voice.kind !== 'answer' || walk.kind === 'answer' || !speaker) return {};
  const asked = { ...question, name: IPV4ONLY };
  const reply = await ask(asked, speaker.server, WITH_RECURSION);
  return { ipv4only: valuesSaid(asked, reply) };
}

async function aboutNonsense(circumstances: Circumstances, { ask, randomLabel }: ProbePorts): Part {
  const { question, voice, walk, speaker } = circumstances;
  const isMadeUp = walk.kind === 'denial' && voice.kind === 'answer';
  const isRefused = speaker?.rcode === RCODE.REFUSED;
  if (!speaker || (!isMadeUp && !isRefused)) return {};
  const name = nonsenseName(question.name, randomLabel(), isRefused);
  if (nameOctets(name) > LONGEST_NAME) return {};
  const asked = { ...question, name };
  return { nonsense: { name, said: valuesSaid(asked, await ask(asked, speaker.server, WITH_RECURSION)) } };
}

/**
 * Beside the name: to ask for one below it would make some resolvers look at the name anew, and lose what they remember
 * of it. Elsewhere, to see who is refused.
 */
function nonsenseName(name: Name, label: string, isRefused: boolean): Name {
  if (isRefused) return `${label}.com.`;
  const above = parentOf(name);
  return above === ROOT ? `${label}.` : `${label}.${above}`;
}

async function aboutTtl(circumstances: Circumstances, { ask, sleep, now }: ProbePorts): Part {
  const { question, speaker, voice, walk } = circumstances;
  const firstTtl = speaker && remainingTtl(speaker);
  if (voice.kind !== 'answer' || walk.kind === 'silence') return {};
  if (firstTtl === undefined || claimsAuthority(speaker!)) return {};
  const startedMs = now();
  await sleep(LATER_MS);
  const reply = await ask({ ...question, name: speaker!.name }, speaker!.server, WITH_RECURSION);
  const thenTtl = reply && remainingTtl(reply);
  return thenTtl === undefined ? {} : { later: { firstTtl, thenTtl, afterMs: now() - startedMs } };
}

async function aboutAuthorities(circumstances: Circumstances, { ask }: ProbePorts): Part {
  const { question, voice, walk, walked } = circumstances;
  if (walk.kind === 'silence' || voice.kind === 'silence' || voice.kind === 'failure') return {};
  const asked = { ...question, name: walked.ending.aliases.at(-1) ?? question.name };
  const all = [...walked.authorities, ...(await placed(circumstances, ask))];
  const authorities = await Promise.all(
    all.slice(0, MOST_AUTHORITIES).map(async ({ server, address }) => {
      const reply = await ask(asked, atDnsPort(address), { recursionDesired: false });
      return { server, address, said: valuesSaid(asked, reply) };
    }),
  );
  return { authorities };
}

/** Servers that the walk did not need: their addresses are the resolver's to find. */
async function placed(
  { walked: { unplaced = [] }, question, speaker }: Circumstances,
  ask: ProbePorts['ask'],
): Promise<Walked['authorities']> {
  if (!speaker) return [];
  const found = await Promise.all(
    unplaced.slice(0, MOST_AUTHORITIES).map(async (server) => {
      const reply = await ask({ ...question, name: server, type: A.code }, speaker.server, WITH_RECURSION);
      const [record] = recordsOf(reply?.answers ?? [], A);
      return record ? [{ server, address: record.rdata.address }] : [];
    }),
  );
  return found.flat();
}

async function aboutPlaces(circumstances: Circumstances, { ask }: ProbePorts): Part {
  const { question, verdict, walked } = circumstances;
  const [authority] = walked.authorities;
  if (verdict !== 'differs' || !authority || !isAddressType(question)) return {};
  const asked = { ...question, name: walked.ending.aliases.at(-1) ?? question.name };
  const subnets = await Promise.all(
    subnetsFor(circumstances).map(async (subnet) => {
      const reply = await ask(asked, atDnsPort(authority.address), { recursionDesired: false, subnet });
      const scope = optionOf(reply?.edns, CLIENT_SUBNET)?.subnet.scopePrefixLength ?? 0;
      const text = `${subnet.address}/${subnet.sourcePrefixLength}`;
      // A server that takes no notice of the subnet says the same to all: that shows nothing.
      return { subnet: text, said: scope > 0 ? valuesSaid(asked, reply) : null, scope };
    }),
  );
  return { subnets };
}

/** Where the resolver is, as the Internet sees it, and other places. */
function subnetsFor({ speaker }: Circumstances): ClientSubnet[] {
  const own = speaker ? hostOf(speaker.server) : '';
  const isPublic = kindOfAddress(own) === 'public' && !own.includes(':');
  const networks = [...(isPublic ? [own.replace(/\d+$/, '0')] : []), ...PLACES];
  return networks.map((address) => ({
    family: 1,
    sourcePrefixLength: PLACE_BITS,
    scopePrefixLength: 0,
    address,
  }));
}

async function aboutVersion(circumstances: Circumstances, { ask }: ProbePorts): Part {
  const { question, voice, walk, walked } = circumstances;
  const [authority] = walked.authorities;
  if (walk.kind !== 'answer' || voice.kind !== 'denial' || !authority) return {};
  const asked = { ...question, name: walked.ending.zone, type: SOA.code };
  const reply = await ask(asked, atDnsPort(authority.address), { recursionDesired: false });
  const [soa] = reply ? recordsOf(reply.answers, SOA) : [];
  return soa ? { soa: { serial: soa.rdata.serial, ttl: soa.ttl, minimum: soa.rdata.minimum } } : {};
}

async function aboutNowhere({ question, system }: Circumstances, { ask }: ProbePorts): Part {
  if (!system) return {};
  const reply = await ask(question, atDnsPort(NOWHERE), WITH_RECURSION);
  return { nowhere: { address: NOWHERE, isAnswered: reply !== undefined } };
}

function isAddressType({ type }: Question): boolean {
  return type === A.code || type === AAAA.code;
}

/** `192.0.2.53` of `192.0.2.53#53`. */
function hostOf(server: string): string {
  return server.replace(/#\d+$/, '');
}

function atDnsPort(address: string): string {
  return `${address}#53`;
}
