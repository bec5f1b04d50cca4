/**
 * The causes of a difference, as a catalogue: the most specific first, and the general ones for when none of
 * those applies. A new cause is one more row.
 */

import type { Question } from '../message/message.ts';
import { isAtOrBelow, ROOT, sameName, type Name } from '../message/name.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { Side } from './answer-sides.ts';
import type { Cause, Verdict } from './comparison.ts';

export interface Circumstances {
  readonly question: Question;
  readonly system: SystemAnswer;
  /** What the authoritative servers say. */
  readonly walk: Side;
  readonly computer: Side;
  readonly verdict: Verdict;
}

/** Every specific cause that applies, or else the general one. */
export function causesOf(circumstances: Circumstances): Cause[] {
  const specific = found(SPECIFIC_CAUSES, circumstances);
  return specific.length > 0 ? specific : found(GENERAL_CAUSES, circumstances);
}

interface CauseEntry extends Omit<Cause, 'message'> {
  applies(circumstances: Circumstances): boolean;
  /** One plain sentence that quotes its evidence. */
  sentence(circumstances: Circumstances): string;
}

const SPECIFIC_CAUSES: readonly CauseEntry[] = [
  {
    code: 'HOSTS_FILE',
    severity: 'info',
    rfc: 'RFC 1123 6.1.3.8',
    applies: ({ system }) => system.source === 'hosts',
    sentence: ({ question, system, computer }) => {
      const [first, ...more] = system.evidence;
      const place = first ? `${first.file}:${first.line}` : 'the hosts file';
      const places = more.length > 0 ? `${place} (and ${counted(more.length, 'more line')})` : place;
      return `${places} gives ${listed(computer)} for ${spoken(question.name)}, so DNS is never asked`;
    },
  },
  {
    code: 'LITERAL_ADDRESS',
    severity: 'info',
    rfc: 'RFC 3493 6.1',
    applies: ({ system }) => system.source === 'literal',
    sentence: ({ question, computer }) =>
      `this computer reads ${spoken(question.name)} as the address ${listed(computer)} and looks nothing up`,
  },
  {
    code: 'LOCAL_ZONE',
    severity: 'info',
    rfc: 'RFC 6761 6.3',
    applies: ({ system, question, computer }) =>
      system.source === 'myhostname' ||
      (computer.kind === 'answer' && isAtOrBelow(question.name, 'localhost.')),
    sentence: ({ question, computer }) =>
      isAtOrBelow(question.name, 'localhost.')
        ? `${spoken(question.name)} always means the computer itself: ${listed(computer)}, without asking DNS`
        : `${spoken(question.name)} is a name of this computer: ${listed(computer)}, without asking DNS`,
  },
  {
    code: 'SEARCH_LIST',
    severity: 'info',
    rfc: 'RFC 1535',
    applies: ({ system, computer, question }) =>
      computer.kind === 'answer' && searchedName(system, question) !== undefined,
    sentence: ({ question, system, computer, walk }) => {
      const other = spoken(searchedName(system, question) ?? question.name);
      const turned = `this computer's search list turned ${spoken(question.name)} into ${other}`;
      return `${turned}, which has ${listed(computer)}; of the name itself the servers say ${listed(walk)}`;
    },
  },
  {
    code: 'RESOLVER_DOWN',
    severity: 'error',
    rfc: 'RFC 1123 6.1.3.3',
    applies: ({ system, computer }) =>
      computer.kind === 'silence' &&
      system.rcode === null &&
      /^no (answer|name server)|timed? ?out/.test(computer.words),
    sentence: ({ system, computer }) =>
      `this computer cannot look names up now: ${spelled(computer)} (${nameServersOf(system)})`,
  },
  {
    code: 'RESOLVER_FAILED',
    severity: 'error',
    rfc: 'RFC 1035 4.1.1',
    applies: ({ computer }) => computer.kind === 'failure',
    sentence: ({ question, system, computer, walk }) => {
      const who = system.server ?? nameServersOf(system);
      const gets = `this computer gets no answer for ${spoken(question.name)}: ${spelled(computer)} (${who})`;
      return `${gets}; the authoritative servers say ${listed(walk)}`;
    },
  },
  {
    code: 'WALK_FAILED',
    severity: 'warning',
    rfc: 'RFC 1034 5.3.3',
    applies: ({ walk }) => walk.kind === 'silence',
    sentence: ({ walk }) => `there is nothing to hold this computer's answer against: ${spelled(walk)}`,
  },
];

const GENERAL_CAUSES: readonly CauseEntry[] = [
  {
    code: 'NAME_MISSING_HERE',
    severity: 'warning',
    rfc: 'RFC 2308 2',
    applies: ({ walk, computer }) => walk.kind === 'answer' && computer.kind === 'denial',
    sentence: ({ question, walk, computer }) =>
      `${spoken(question.name)} has ${listed(walk)}, but this computer says: ${spelled(computer)}`,
  },
  {
    code: 'NAME_ONLY_HERE',
    severity: 'warning',
    rfc: 'RFC 2308 2',
    applies: ({ walk, computer }) => walk.kind === 'denial' && computer.kind === 'answer',
    sentence: ({ question, walk, computer }) =>
      `${spoken(question.name)} has ${listed(computer)} here alone; the servers say: ${spelled(walk)}`,
  },
  {
    code: 'ANSWERS_DIFFER',
    severity: 'warning',
    rfc: 'RFC 2181 5',
    applies: ({ verdict }) => verdict === 'differs',
    sentence: ({ question, walk, computer }) =>
      `for ${spoken(question.name)} this computer says ${listed(computer)}, the servers ${listed(walk)}`,
  },
];

/** Every cause there is, for the explanations. */
export const CAUSES: readonly Omit<Cause, 'message'>[] = [...SPECIFIC_CAUSES, ...GENERAL_CAUSES];

function found(entries: readonly CauseEntry[], circumstances: Circumstances): Cause[] {
  return entries
    .filter((entry) => entry.applies(circumstances))
    .map((entry) => {
      const { code, severity, rfc } = entry;
      return { code, severity, rfc, message: entry.sentence(circumstances) };
    });
}

/** The name that the search list led to, where that is not the one that was asked for. */
function searchedName({ tried }: SystemAnswer, { name }: Question): Name | undefined {
  const answered = tried.at(-1);
  return answered === undefined || sameName(answered, name) ? undefined : answered;
}

const MAXIMUM_LISTED = 4;
const MAXIMUM_VALUE = 80;

/** `192.0.2.1, 192.0.2.2 and 5 more`, or the words of a side without an answer. */
function listed(side: Side): string {
  if (side.kind !== 'answer') return `"${side.words}"`;
  const shown = side.values.slice(0, MAXIMUM_LISTED).map(clipped);
  const more = side.values.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function spelled(side: Side): string {
  return side.kind === 'answer' ? listed(side) : side.words;
}

function clipped(value: string): string {
  return value.length > MAXIMUM_VALUE ? `${value.slice(0, MAXIMUM_VALUE)}…` : value;
}

/** The name as people say it, without the final dot. */
function spoken(name: Name): string {
  return name === ROOT ? 'the root' : name.replace(/\.$/, '');
}

function nameServersOf({ nameServers }: SystemAnswer): string {
  return nameServers.length === 0 ? 'no name servers' : `name servers: ${nameServers.join(', ')}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
