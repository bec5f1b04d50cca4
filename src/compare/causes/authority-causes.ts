/**
 * Causes on the side of the zone: its servers disagree, answer each asker differently, or cannot be reached from here.
 */

import { lowerCased } from '../../message/name.ts';
import { recordsOf } from '../../message/message.ts';
import { CNAME } from '../../message/records/cname.ts';
import { sameValues } from '../answer-sides.ts';
import type { CauseEntry } from '../cause-entry.ts';
import { addressOf, listed, listedValues, spelled, spoken } from '../words.ts';

export const AUTHORITIES_DIFFER: CauseEntry = {
  code: 'AUTHORITIES_DIFFER',
  severity: 'warning',
  rfc: 'RFC 1034 4.3.5',
  means: 'The servers of the zone give different answers: it depends on which of them is asked.',
  advice: 'The operator of the zone should look at its transfers: some servers have another version.',
  find: ({ question, voice, walk, who, probes, verdict }) => {
    const { authorities = [] } = probes;
    if (verdict === 'same') return undefined;
    const values = voice.kind === 'answer' ? voice.values : [];
    if (voice.kind !== 'answer' && voice.kind !== 'denial') return undefined;
    const alike = authorities.find(({ said }) => said !== null && sameValues(said, values));
    const other = authorities.find(({ said }) => said !== null && !sameValues(said, values));
    if (!alike || !other) return undefined;
    const name = spoken(alike.server);
    return {
      message: `the servers of the zone disagree about ${spoken(question.name)}: ${name} says ${spelled(voice)}, as ${who} does, and others ${listed(walk)}`,
      evidence: authorities.map(
        ({ server, address, said }) =>
          `${spoken(server)} at ${address}: ${said === null ? 'silent' : listedValues(said) || 'nothing'}`,
      ),
    };
  },
};

export const BOTH_VALID: CauseEntry = {
  code: 'BOTH_VALID',
  severity: 'info',
  rfc: 'RFC 7871 5',
  means: 'The name answers each asker differently, by where they are: both answers are right.',
  advice: 'Nothing: that is how large sites lead each visitor to a server nearby.',
  find: ({ question, voice, walk, who, probes, verdict }) => {
    const { subnets = [] } = probes;
    if (verdict !== 'differs' || voice.kind !== 'answer' || walk.kind !== 'answer') return undefined;
    const sayings = subnets.filter(({ said }) => said !== null && said.length > 0);
    const depends = new Set(sayings.map(({ said }) => said!.toSorted().join())).size > 1;
    const isLikeVoice = sayings.some(({ said }) => sameValues(said!, voice.values));
    if (!depends && !isLikeVoice) return undefined;
    return {
      message: `${spoken(question.name)} answers each asker by where they are: ${who} gets ${listed(voice)}, the walk ${listed(walk)}, and both are right`,
      evidence: sayings.map(
        ({ subnet, said, scope }) => `asked for ${subnet}: ${listedValues(said!)} (meant for /${scope})`,
      ),
    };
  },
};

export const ALIAS_DIVERGES: CauseEntry = {
  code: 'ALIAS_DIVERGES',
  severity: 'info',
  rfc: 'RFC 1034 3.6.2',
  means: 'The alias (CNAME) that leads to the answer is another one here than at the servers.',
  advice: 'See where each of them leads: one may be older, or chosen by place.',
  find: ({ question, speaker, walked: { ending }, who, verdict }) => {
    if (verdict === 'same' || !speaker) return undefined;
    const targets = recordsOf(speaker.answers, CNAME).map(({ rdata }) => lowerCased(rdata.target));
    const walked = ending.aliases.map(lowerCased);
    const at = targets.findIndex((target, i) => target !== walked[i]);
    if (at < 0 || walked.length === 0) return undefined;
    const from = at === 0 ? question.name : targets[at - 1]!;
    return {
      message: `${spoken(from)} is an alias that leads ${who} to ${spoken(targets[at]!)}, and the walk ${walked[at] === undefined ? 'nowhere else' : `to ${spoken(walked[at])}`}`,
      evidence: [
        `${addressOf(speaker)}: ${targets.map(spoken).join(' → ')}`,
        `the walk: ${walked.map(spoken).join(' → ')}`,
      ],
    };
  },
};

export const IPV6_ONLY_PATH: CauseEntry = {
  code: 'IPV6_ONLY_PATH',
  severity: 'warning',
  rfc: 'RFC 3901 1',
  means: 'The servers of the zone have IPv6 addresses only, and this computer has no way there.',
  advice: 'Nothing here; the operator of the zone can add a server that is reached over IPv4.',
  find: ({ walk, walked: { ending, isIpv6OutOfReach }, voice }) => {
    if (walk.kind !== 'silence' || voice.kind !== 'answer' || !isIpv6OutOfReach) return undefined;
    return {
      message: `the servers of ${spoken(ending.zone)} can be reached over IPv6 only, which this computer cannot do; its resolver can, and says ${listed(voice)}`,
      evidence: [ending.message],
    };
  },
};

export const WALK_FAILED: CauseEntry = {
  code: 'WALK_FAILED',
  severity: 'warning',
  rfc: 'RFC 1034 5.3.3',
  means: 'The walk came to no answer: there is nothing to hold the other one against.',
  advice: 'See where the walk ended, and why.',
  find: (circumstances) => {
    const { walk, voice, who, question } = circumstances;
    if (walk.kind !== 'silence' || IPV6_ONLY_PATH.find(circumstances)) return undefined;
    const name = spoken(question.name);
    // What is behind a colon is said in full where the walk ends, and in the evidence.
    const [first = ''] = walk.words.split(/\. Also: |: /);
    const what =
      voice.kind === 'answer'
        ? `${who} has an answer for ${name}, and the walk came to none to compare it with`
        : `nobody has an answer for ${name}, neither ${who} nor the walk`;
    return {
      message: `${what}: ${first.replace(/\.$/, '')}`,
      evidence: [walk.words],
    };
  },
};
