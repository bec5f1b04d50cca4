/**
 * The resolver of the C library as a lab computer has it: the name servers of resolv.conf in turn for each
 * name of the search list in turn, and the failures that the GNU C library makes of what they say
 * (res_search, res_send).
 */

import { RCODE } from '../message/codes.ts';
import { rcodeOf, type Message } from '../message/message.ts';
import type { Name } from '../message/name.ts';
import type { LookupSettings } from '../system/lookup-settings.ts';
import { namesToTry } from '../system/search-list.ts';

/** Asks the name server at an address; undefined where it is silent. */
export type LabStub = (server: string, name: Name, type: number) => Promise<Message | undefined>;

export interface Resolved<T> {
  readonly found: T | undefined;
  /** `unavail` where the last name that was tried met with no answer at all. */
  readonly status: 'success' | 'notfound' | 'unavail';
  /** True where the failure is not the name's: another time may bring an answer. */
  readonly mayComeBack: boolean;
}

/**
 * Tries the names that the C library makes of one, until `take` finds something in the replies about a name;
 * there is one reply for each of `types` whose server had any.
 */
export async function resolveLike<T>(
  name: string,
  types: readonly number[],
  { settings, stub }: { readonly settings: LookupSettings; readonly stub: LabStub },
  take: (replies: readonly Message[], tried: Name) => T | undefined,
): Promise<Resolved<T>> {
  const { names, asIs } = namesToTry(name, settings);
  const { nameServers } = settings.resolvConf;
  const failures = new Map<Name, Failure>();
  let isOver = false;
  for (const tried of names) {
    // Silence or a refusal ends the search, but for the name as it is.
    if (isOver && tried !== asIs) continue;
    const said = await Promise.all(types.map((type) => askInTurn(nameServers, tried, type, stub)));
    const replies = said.flatMap(({ reply }) => (reply ? [reply] : []));
    const found = take(replies, tried);
    if (found !== undefined) return { found, status: 'success', mayComeBack: false };
    const failure = failureOf(said);
    failures.set(tried, failure);
    isOver = failure === 'silence';
  }
  const all = [...failures.values()];
  const isLastUnanswered = UNANSWERED.has(all.at(-1) ?? 'denial');
  return {
    found: undefined,
    status: isLastUnanswered ? 'unavail' : 'notfound',
    mayComeBack: UNANSWERED.has(decisive(all, asIs !== undefined && names[0] === asIs)),
  };
}

type Failure = 'denial' | 'no data' | 'server failure' | 'silence';

const UNANSWERED: ReadonlySet<Failure> = new Set(['server failure', 'silence']);

/** Which of several failures the caller hears of: that of the name as it is, where it was tried first. */
function decisive(failures: readonly Failure[], isFirstAsIs: boolean): Failure {
  if (isFirstAsIs) return failures[0] ?? 'denial';
  if (failures.includes('no data')) return 'no data';
  return failures.includes('server failure') ? 'server failure' : (failures.at(-1) ?? 'denial');
}

interface Said {
  readonly reply: Message | undefined;
  /** The response code of the last server that would not answer. */
  readonly lastRcode: number | undefined;
}

/** A server that is silent, fails or refuses does not speak for the next. */
async function askInTurn(servers: readonly string[], name: Name, type: number, stub: LabStub): Promise<Said> {
  let lastRcode: number | undefined;
  for (const server of servers) {
    const reply = await stub(server, name, type);
    if (reply && !WILL_NOT.has(rcodeOf(reply))) return { reply, lastRcode };
    lastRcode = reply ? rcodeOf(reply) : lastRcode;
  }
  return { reply: undefined, lastRcode };
}

const WILL_NOT: ReadonlySet<number> = new Set([RCODE.SERVFAIL, RCODE.NOTIMP, RCODE.REFUSED]);

function failureOf(said: readonly Said[]): Failure {
  const rcodes = said.flatMap(({ reply }) => (reply ? [rcodeOf(reply)] : []));
  if (rcodes.includes(RCODE.NOERROR)) return 'no data';
  if (rcodes.includes(RCODE.NXDOMAIN)) return 'denial';
  return said.some(({ lastRcode }) => lastRcode === RCODE.SERVFAIL) ? 'server failure' : 'silence';
}
