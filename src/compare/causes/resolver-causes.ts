/**
 * Causes in how the resolvers do: dead, slow, unwilling, or strict about signatures; and whether it is they who answer.
 */

import { RCODE, rcodeName } from '../../message/codes.ts';
import type { ServerAnswer } from '../../system/system-answer.ts';
import type { CauseEntry } from '../cause-entry.ts';
import type { Circumstances } from '../circumstances.ts';
import { hasExtendedError } from '../server-facts.ts';
import { addressOf, listed, replyEvidence, resolverOf, spelled, spoken } from '../words.ts';

/** DNSSEC's own among the extended errors (RFC 8914 4.2, 4.3, 4.6 to 4.13). */
const VALIDATION_ERRORS = [1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 25, 27];
const SLOW_MS = 1000;
const SLOW_FACTOR = 5;

export const VALIDATION_FAILED: CauseEntry = {
  code: 'VALIDATION_FAILED',
  severity: 'error',
  rfc: 'RFC 4035 5.5',
  means: 'The resolver checks signatures (DNSSEC), and those of this name do not hold: it gives no answer.',
  advice:
    'The operator of the zone must mend its signatures; until then nobody who checks them can find the name.',
  find: ({ question, speaker, walk }) => {
    if (speaker?.rcode !== RCODE.SERVFAIL || walk.kind === 'silence') return undefined;
    const { unchecked } = speaker;
    const worksUnchecked = unchecked?.rcode === RCODE.NOERROR || unchecked?.rcode === RCODE.NXDOMAIN;
    const isSaid = hasExtendedError(speaker, VALIDATION_ERRORS);
    if (!worksUnchecked && !isSaid) return undefined;
    return {
      message: `${resolverOf(speaker)} refuses to believe what it finds for ${spoken(question.name)}: the signatures of the zone do not hold (DNSSEC); the servers say ${listed(walk)}`,
      evidence: [
        replyEvidence(speaker),
        ...(unchecked ? [`without checking (CD): ${rcodeName(unchecked.rcode)}`] : []),
      ],
    };
  },
};

export const RESOLVER_DOWN: CauseEntry = {
  code: 'RESOLVER_DOWN',
  severity: 'error',
  rfc: 'RFC 1123 6.1.3.3',
  means: 'A name server of this computer does not reply: every lookup waits for it in vain first.',
  advice: 'Start it, or take it out of resolv.conf.',
  find: (circumstances) => {
    const { servers, system, voice } = circumstances;
    const dead = servers.filter(
      ({ outcome, role }) => role === 'listed' && (outcome === 'silence' || outcome === 'unreachable'),
    );
    const listedServers = servers.filter(({ role }) => role === 'listed');
    if (dead.length === 0) return allDown(system, voice);
    if (onlySlow(circumstances)) return undefined;
    const who =
      dead.length === 1
        ? `${resolverOf(dead[0]!)} does not reply`
        : `the resolvers ${dead.map(addressOf).join(', ')} do not reply`;
    const others = listedServers.length - dead.length;
    const what =
      others > 0
        ? `${who}, so lookups wait until the next one is asked`
        : `this computer cannot look names up now: ${who}`;
    return { message: what, evidence: dead.map(deadEvidence) };
  },
};

/** Where the servers were not asked one by one, the computer's own words must do. */
function allDown(
  system: Circumstances['system'],
  voice: Circumstances['voice'],
): ReturnType<CauseEntry['find']> {
  const isDown =
    voice.kind === 'silence' &&
    system?.rcode === null &&
    /^no (answer|name server)|timed? ?out/.test(voice.words);
  if (!isDown) return undefined;
  const names =
    system.nameServers.length === 0 ? 'no name servers' : `name servers: ${system.nameServers.join(', ')}`;
  return { message: `this computer cannot look names up now: ${voice.words} (${names})`, evidence: [] };
}

/** The one name server that there is, where it did not answer our own query in time, and the computer has an answer of it. */
function onlySlow({ servers, system, voice }: Circumstances): ServerAnswer | undefined {
  const [only, ...others] = servers.filter(({ role }) => role === 'listed');
  const hasAnswer = system?.source === 'dns' && voice.kind === 'answer';
  return hasAnswer && others.length === 0 && only?.outcome === 'silence' ? only : undefined;
}

function deadEvidence(server: ServerAnswer): string {
  const from = server.from && 'file' in server.from ? ` (${server.from.file}:${server.from.line})` : '';
  return `${addressOf(server)}${from}: ${server.detail}`;
}

export const RESOLVER_SLOW: CauseEntry = {
  code: 'RESOLVER_SLOW',
  severity: 'warning',
  rfc: '',
  means: 'A name server of this computer takes long to reply.',
  advice: 'Ask again: what it had to look up first it may know by then. If it stays slow, ask another one.',
  find: (circumstances) => {
    const late = onlySlow(circumstances);
    if (late)
      return {
        message: `${resolverOf(late)} is slow: it answered programs, and our own query not in time`,
        evidence: [deadEvidence(late)],
      };
    const { servers } = circumstances;
    const replied = servers.filter(({ outcome, role }) => outcome === 'reply' && role === 'listed');
    const fastest = Math.min(...replied.map(({ rttMs }) => rttMs));
    const slow = replied.find(
      ({ rttMs }) => rttMs >= SLOW_MS && (replied.length === 1 || rttMs >= SLOW_FACTOR * fastest),
    );
    if (!slow) return undefined;
    return {
      message: `${resolverOf(slow)} is slow: it took ${(slow.rttMs / 1000).toFixed(1)} s to reply`,
      evidence: replied.map((server) => `${addressOf(server)}: ${server.rttMs.toFixed(0)} ms`),
    };
  },
};

export const RESOLVER_LAME: CauseEntry = {
  code: 'RESOLVER_LAME',
  severity: 'error',
  rfc: 'RFC 1035 4.1.1',
  means: 'A name server of this computer does not resolve names for it: it refuses, or offers no recursion.',
  advice: 'Name a resolver that serves this computer, or allow it there.',
  find: ({ servers, probes }) => {
    const lame = servers.find((server) => server.role === 'listed' && isLame(server));
    if (!lame || (lame.rcode === RCODE.REFUSED && (probes.nonsense?.said ?? null) !== null)) return undefined;
    const what =
      lame.rcode === RCODE.REFUSED
        ? 'refuses to answer this computer'
        : 'does not look names up for others (RA is missing)';
    return { message: `${resolverOf(lame)} ${what}`, evidence: [replyEvidence(lame)] };
  },
};

function isLame({ outcome, rcode, flags, answers }: ServerAnswer): boolean {
  if (outcome !== 'reply') return false;
  return rcode === RCODE.REFUSED || (!flags.includes('ra') && !flags.includes('aa') && answers.length === 0);
}

export const RESOLVER_FAILED: CauseEntry = {
  code: 'RESOLVER_FAILED',
  severity: 'error',
  rfc: 'RFC 1035 4.1.1',
  means: 'The name server of this computer was reached and failed.',
  advice: 'Ask again; if it goes on, look at its log, or ask another one.',
  find: ({ question, voice, who, speaker, walk }) => {
    if (voice.kind !== 'failure') return undefined;
    const by = speaker ? ` (${addressOf(speaker)})` : '';
    return {
      message: `${who} gets no answer for ${spoken(question.name)}: ${spelled(voice)}${by}; the authoritative servers say ${listed(walk)}`,
      evidence: speaker ? [replyEvidence(speaker)] : [],
    };
  },
};

export const INTERCEPTED: CauseEntry = {
  code: 'INTERCEPTED',
  severity: 'warning',
  rfc: 'RFC 4924 2.5.1',
  means: 'Something on the way answers DNS queries whatever server they are meant for.',
  advice: 'Ask over TLS or HTTPS, or from another network.',
  find: ({ probes: { nowhere } }) => {
    if (!nowhere?.isAnswered) return undefined;
    return {
      message: `something on the way answers in the place of other servers: even ${nowhere.address}, where there is none, seems to reply`,
      evidence: [`a query to ${nowhere.address} port 53 was answered`],
    };
  },
};
