/**
 * Which search an event is about. Events name the question, the purpose and the hop that made the search necessary; two
 * searches for the addresses of one server differ only in the type, and a minimised query tells less of the name
 * (RFC 9156).
 */

import type { Question } from '../../message/message.ts';
import { isBelow, sameName } from '../../message/name.ts';
import type { Hop, HopStart, Purpose } from '../events.ts';
import type { Knowledge, Search, Try } from './knowledge.ts';

interface About {
  readonly question: Question;
  readonly purpose: Purpose;
  readonly parent: number | null;
}

/** The searches from the walk itself to the current one: what is worked on, and what for. */
export function stackOf({ searches, current }: Knowledge): number[] {
  const stack: number[] = [];
  for (let place = current; place !== null; place = searches[place]!.above) stack.unshift(place);
  return stack;
}

/** The searches beside the stack that wait for a reply. */
export function besideStack(knowledge: Knowledge): number[] {
  const stack = new Set(stackOf(knowledge));
  return knowledge.searches.flatMap(({ tries }, place) =>
    !stack.has(place) && tries.some(({ outcome }) => outcome === null) ? [place] : [],
  );
}

/** With that search as the current one; it begins here if none like it is under way. */
export function turnedTo(knowledge: Knowledge, about: About): Knowledge & { readonly current: number } {
  const { question: wanted, purpose, parent } = about;
  const known = knowledge.searches.findLastIndex(
    (search) => !search.isDone && isFor(search, about) && sameQuestion(search.sought, wanted),
  );
  if (known !== -1) return { ...knowledge, current: known };
  const search: Search = {
    wanted,
    sought: wanted,
    aliases: [],
    purpose,
    parent,
    above: aboveOf(knowledge, about),
    cut: null,
    tries: [],
    settledBy: null,
    hearsay: null,
    isDone: false,
  };
  return { ...knowledge, searches: [...knowledge.searches, search], current: knowledge.searches.length };
}

/** The search that a query belongs to; -1 where it is part of none that is known. */
export function searchOfQuery({ searches, cuts, current }: Knowledge, hop: HopStart): number {
  const isInZone = ({ cut }: Search): boolean => {
    const zone = cut === null ? undefined : cuts.get(cut)?.zone;
    return zone !== undefined && sameName(zone, hop.zone);
  };
  const isPossible = (search: Search): boolean =>
    // A survey visits zones that nobody searches in.
    !search.isDone && isFor(search, hop) && (hop.purpose !== 'survey' || isInZone(search));
  const exact = searches.findLastIndex(
    (search) => isPossible(search) && sameQuestion(search.sought, hop.question),
  );
  if (exact !== -1) return exact;
  const isLess = (search: Search): boolean => isPossible(search) && isLessThan(hop, search);
  // Of two searches for one server, one asks for both and the other waits: that has no tries.
  const asking = searches.findLastIndex(
    (search) => isLess(search) && isInZone(search) && search.settledBy === null && search.tries.length > 0,
  );
  if (asking !== -1) return asking;
  return current !== null && isLess(searches[current]!) ? current : searches.findLastIndex(isLess);
}

/** The search that an exchange was part of; -1 where there is none. */
export function searchOfHop({ searches }: Knowledge, hop: number): number {
  return searches.findLastIndex(({ tries }) => tries.some((each) => each.hop === hop));
}

/** True where the query tells less of the name than the search is for (RFC 9156). */
export function isLessThan({ question }: HopStart, { sought }: Search): boolean {
  return isBelow(sought.name, question.name);
}

export function withSearch(knowledge: Knowledge, place: number, change: Partial<Search>): Knowledge {
  const search = knowledge.searches[place];
  return search
    ? { ...knowledge, searches: knowledge.searches.with(place, { ...search, ...change }) }
    : knowledge;
}

export function withTry(knowledge: Knowledge, place: number, { id: hop, server }: HopStart): Knowledge {
  const attempt: Try = { hop, server: server.name, address: server.address, outcome: null, rttMs: null };
  return withSearch(knowledge, place, { tries: [...knowledge.searches[place]!.tries, attempt] });
}

/** The try stands last then: it is what happened last. */
export function withOutcome(knowledge: Knowledge, place: number, { id, outcome, rttMs }: Hop): Knowledge {
  const { tries } = knowledge.searches[place]!;
  const others = tries.filter(({ hop }) => hop !== id);
  const own = tries.filter(({ hop }) => hop === id).map((each) => ({ ...each, outcome, rttMs }));
  return withSearch(knowledge, place, { tries: [...others, ...own] });
}

function isFor({ purpose, parent }: Search, about: About): boolean {
  return purpose === about.purpose && parent === about.parent;
}

function sameQuestion(a: Question, b: Question): boolean {
  return a.type === b.type && sameName(a.name, b.name);
}

/** The address of a server is looked up for the newest search that is to ask it; otherwise for who has that referral. */
function aboveOf({ searches, cuts }: Knowledge, { question, parent, purpose }: About): number | null {
  if (purpose === 'answer' || searches.length === 0) return null;
  const mayAsk = ({ cut, isDone }: Search): boolean => {
    const known = cut === null ? undefined : cuts.get(cut);
    const isNamed = known?.servers.some(({ name }) => sameName(name, question.name)) ?? false;
    return !isDone && isNamed && known?.hop === parent;
  };
  const above = searches.findLastIndex(mayAsk);
  if (above !== -1) return above;
  return Math.max(0, parent === null ? 0 : searches.findLastIndex(({ settledBy }) => settledBy === parent));
}
