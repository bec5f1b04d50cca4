/**
 * Causes in what a resolver is told to say: names that it blocks, answers by itself, or makes addresses for.
 */

import { RCODE } from '../../message/codes.ts';
import { AAAA } from '../../message/records/aaaa.ts';
import { isAtOrBelow, sameName } from '../../message/name.ts';
import { kindOfAddress } from '../address-kinds.ts';
import type { Side } from '../answer-sides.ts';
import type { CauseEntry } from '../cause-entry.ts';
import type { Circumstances } from '../circumstances.ts';
import {
  claimsAuthority,
  hasExtendedError,
  isMadeUpDenial,
  isMadeUpZone,
  negativeFacts,
} from '../server-facts.ts';
import { specialZoneOf } from '../special-names.ts';
import { prefixIn, untranslated } from '../translation.ts';
import { listed, listedValues, replyEvidence, resolverOf, spelled, spoken } from '../words.ts';

/** Blocked, Censored, Filtered, Prohibited (RFC 8914 4.16 to 4.19). */
const FILTER_ERRORS = [15, 16, 17, 18];

export const DNS64: CauseEntry = {
  code: 'DNS64',
  severity: 'info',
  rfc: 'RFC 6147 2',
  means: 'The resolver makes IPv6 addresses of the IPv4 ones, for networks that have IPv6 only.',
  advice: 'Nothing: a translator (NAT64) carries what is sent there to the IPv4 address.',
  find: ({ question, voice, speaker, probes, walk }) => {
    if (question.type !== AAAA.code || voice.kind !== 'answer' || walk.kind === 'answer') return undefined;
    const prefix = probes.ipv4only?.map(prefixIn).find((each) => each !== undefined);
    if (!prefix || !speaker) return undefined;
    const inside = voice.values.map((value) => untranslated(value, prefix));
    if (inside.some((value) => value === undefined)) return undefined;
    const ipv4 = inside.filter((value) => value !== undefined);
    return {
      message: `${resolverOf(speaker)} makes IPv6 addresses of the IPv4 ones (DNS64): ${listed(voice)} stands for ${listedValues(ipv4)}; the name itself has no IPv6 address`,
      evidence: [
        `ipv4only.arpa: ${listedValues(probes.ipv4only ?? [])}, so the prefix is ${prefix.text} (RFC 7050)`,
      ],
    };
  },
};

export const LOCAL_ZONE: CauseEntry = {
  code: 'LOCAL_ZONE',
  severity: 'info',
  rfc: 'RFC 6303 3',
  means: 'The name is one that computers or resolvers answer by themselves, without asking DNS.',
  advice: 'Nothing, where the name is private; else tell the resolver not to keep that zone.',
  find: (circumstances) => ownName(circumstances) ?? zoneOfResolver(circumstances),
};

/** localhost and the computer's own name need no resolver at all. */
function ownName({ question, system, voice, verdict }: Circumstances): ReturnType<CauseEntry['find']> {
  const isLocalhost = isAtOrBelow(question.name, 'localhost.');
  if (!system || verdict === 'same') return undefined;
  if (system.source !== 'myhostname' && !(voice.kind === 'answer' && isLocalhost)) return undefined;
  const name = spoken(question.name);
  const what = isLocalhost
    ? `${name} always means the computer itself`
    : `${name} is a name of this computer`;
  return { message: `${what}: ${listed(voice)}, without asking DNS`, evidence: [] };
}

function zoneOfResolver({
  question,
  speaker,
  voice,
  walk,
  verdict,
}: Circumstances): ReturnType<CauseEntry['find']> {
  const special = specialZoneOf(question.name);
  if (!special || !speaker || verdict === 'same') return undefined;
  const isOwn = voice.kind === 'denial' ? isMadeUpDenial(speaker, question) : claimsAuthority(speaker);
  const facts = negativeFacts(speaker, question);
  const isOfSpecialZone = facts && sameName(facts.zone, special.zone) && isMadeUpZone(facts);
  if (!isOwn && !isOfSpecialZone) return undefined;
  return {
    message: `${resolverOf(speaker)} answers names under ${spoken(special.zone)} by itself and asks nobody (${special.rfc}): ${spelled(voice)}; the servers say ${listed(walk)}`,
    evidence: [replyEvidence(speaker)],
  };
}

export const FILTERED: CauseEntry = {
  code: 'FILTERED',
  severity: 'warning',
  rfc: 'RFC 8914 4.16',
  means:
    'The resolver keeps the name from being found: it denies it, or gives an address that leads nowhere.',
  advice: 'Ask whoever runs the resolver, or ask another one.',
  find: (circumstances) =>
    circumstances.verdict === 'same'
      ? undefined
      : (blocked(circumstances) ?? sinkhole(circumstances) ?? refusedAlone(circumstances)),
};

function blocked(circumstances: Circumstances): ReturnType<CauseEntry['find']> {
  const { question, speaker, walk } = circumstances;
  if (walk.kind !== 'answer' || !speaker) return undefined;
  const how = howFiltered(circumstances);
  if (how === undefined) return undefined;
  return {
    message: `${resolverOf(speaker)} blocks ${spoken(question.name)}: it ${how}; the servers say ${listed(walk)}`,
    evidence: [replyEvidence(speaker)],
  };
}

function howFiltered({ question, speaker, voice }: Circumstances): string | undefined {
  const says = voice.kind === 'answer' ? `gives ${listed(voice)}` : `says "${voice.words}"`;
  // Who refuses everything to this client may give the same reason: see `refusedAlone`.
  if (speaker!.rcode !== RCODE.REFUSED && hasExtendedError(speaker!, FILTER_ERRORS))
    return `${says} and that it does so on purpose`;
  if (voice.kind === 'answer') {
    const kinds = voice.values.map(kindOfAddress);
    const isNowhere = kinds.every((kind) => kind === 'unspecified' || kind === 'loopback');
    return isNowhere ? `gives ${listed(voice)}, which leads nowhere` : undefined;
  }
  if (voice.kind === 'denial' && isMadeUpDenial(speaker!, question))
    return `says "${voice.words}" by itself, without the SOA record of the zone`;
  return undefined;
}

/** Claimed authority for a public name, or a TTL that never goes down: made up here, to lead somewhere else. */
function sinkhole({ question, speaker, voice, walk, probes }: Circumstances): ReturnType<CauseEntry['find']> {
  if (walk.kind !== 'answer' || voice.kind !== 'answer' || !speaker || isPrivate(voice)) return undefined;
  const { later } = probes;
  const standsStill = later !== undefined && later.thenTtl >= later.firstTtl && later.afterMs >= 1000;
  if (!claimsAuthority(speaker) && !standsStill) return undefined;
  const still = standsStill
    ? [`TTL ${later.firstTtl}, and still ${later.thenTtl} a second later: no cache`]
    : [];
  return {
    message: `${resolverOf(speaker)} gives ${listed(voice)} for ${spoken(question.name)}, of its own making; the servers say ${listed(walk)}`,
    evidence: [...still, replyEvidence(speaker)],
  };
}

/** A resolver that refuses everything is another matter: this one answers other names. */
function refusedAlone({ question, speaker, walk, probes }: Circumstances): ReturnType<CauseEntry['find']> {
  const answersOthers = probes.nonsense !== undefined && probes.nonsense.said !== null;
  if (walk.kind !== 'answer' || speaker?.rcode !== RCODE.REFUSED || !answersOthers) return undefined;
  return {
    message: `${resolverOf(speaker)} blocks ${spoken(question.name)}: it refuses this name and answers others; the servers say ${listed(walk)}`,
    evidence: [replyEvidence(speaker)],
  };
}

export const NXDOMAIN_REWRITTEN: CauseEntry = {
  code: 'NXDOMAIN_REWRITTEN',
  severity: 'warning',
  rfc: 'RFC 4924 2.5.2',
  means: 'The resolver makes up an address for names that do not exist.',
  advice: 'Ask another resolver: programs rely on hearing that a name does not exist.',
  find: ({ question, speaker, voice, walk, probes }) => {
    if (walk.kind !== 'denial' || voice.kind !== 'answer' || !speaker || isPrivate(voice)) return undefined;
    const { nonsense } = probes;
    const isSame =
      nonsense?.said &&
      nonsense.said.length > 0 &&
      nonsense.said.some((value) => voice.values.includes(value));
    if (!isSame && !claimsAuthority(speaker)) return undefined;
    const probe = isSame
      ? [`${spoken(nonsense.name)}, which nobody can have registered: ${listedValues(nonsense.said)}`]
      : [];
    return {
      message: `${resolverOf(speaker)} makes up ${listed(voice)} for ${spoken(question.name)}, which does not exist`,
      evidence: [...probe, replyEvidence(speaker)],
    };
  },
};

export const SPLIT_HORIZON: CauseEntry = {
  code: 'SPLIT_HORIZON',
  severity: 'info',
  rfc: 'RFC 9499 6',
  means: 'The name has one answer inside a network and another one outside.',
  advice: 'Nothing, where that is meant; from outside the public answer is the one that counts.',
  find: ({ question, voice, walk, who, verdict }) => {
    if (verdict === 'same' || voice.kind !== 'answer' || !isPrivate(voice) || isPrivate(walk))
      return undefined;
    return {
      message: `${spoken(question.name)} means ${listed(voice)} inside this network, an address of its own, and outside the servers say ${spelled(walk)}`,
      evidence: [`${who}: private address (RFC 1918, RFC 4193)`],
    };
  },
};

function isPrivate(side: Side): boolean {
  return side.kind === 'answer' && side.values.some((value) => kindOfAddress(value) === 'private');
}
