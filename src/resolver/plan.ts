/**
 * Who is asked next for one question to one zone, and how: follow-ups first (TCP after a truncated reply, no EDNS after
 * FORMERR), then the known addresses, then servers whose addresses must be looked up, then the silent ones again.
 */

import { sourceNow, type DelegatedServer, type Delegation, type KnownAddress } from './delegation.ts';
import { RCODE } from '../message/codes.ts';
import { isAtOrBelow } from '../message/name.ts';
import { UDP_PAYLOAD_OCTETS } from '../message/query-message.ts';
import type { FinishedHop, Try } from './hop.ts';
import type { Run } from './run.ts';
import { familyOf, inOrder, type Candidate } from './selection.ts';

/** Ask an address, or first find a server's addresses. */
export type Step = { readonly ask: Try } | { readonly lookUp: DelegatedServer };

/** So many datagrams that were not the reply, and no reply: somebody is guessing, and TCP cannot be guessed. */
const MANY_REJECTIONS = 16;

/** From this round on, silence is taken to mean that EDNS is what keeps the server from replying. */
const PLAIN_FROM_ROUND = 2;

export class Plan {
  readonly #run: Run;
  readonly #delegation: Delegation;
  readonly #remembered: 'remembered' | 'new';
  readonly #followUps: Try[] = [];
  /** Addresses that said something unusable or cannot be reached: they are not asked again. */
  readonly #spent = new Set<string>();
  /** The address that was asked last. */
  #last: string | undefined;
  readonly #sentCookieAgain = new Set<string>();
  /** Where a reply over UDP came in other letters, until TCP shows whose they are. */
  readonly #changedLetters = new Set<string>();
  #queue: Candidate[];
  #round = 0;
  #parentSideAdded = false;
  #lookups = 0;
  /** Their search is under way. */
  readonly #sought = new Set<DelegatedServer>();
  /** What stood in the way besides the replies, as sentences. */
  readonly obstacles: string[] = [];
  /** The limit that kept servers from being looked up, as a sentence. */
  limit: string | undefined;

  constructor(run: Run, delegation: Delegation, remembered: 'remembered' | 'new') {
    this.#run = run;
    this.#delegation = delegation;
    this.#remembered = remembered;
    this.#queue = this.#inOrder(delegation.servers);
  }

  /** How long to wait for a try before the next step. */
  patienceMs({ candidate }: Try): number {
    const { limits, health } = this.#run;
    const rttMs = health.rttOf(candidate.address);
    const firstMs = rttMs === undefined ? limits.patienceMs : Math.max(limits.shortestPatienceMs, 3 * rttMs);
    return Math.min(limits.longestPatienceMs, firstMs * limits.patienceGrowth ** this.#round);
  }

  /** The next step; `known addresses`: only if there is one that was not asked in this round. */
  next(from: 'anything' | 'known addresses'): Step | undefined {
    const followUp = this.#followUps.shift();
    if (followUp) return { ask: followUp };
    if (this.#queue.length === 0 && from === 'anything') {
      const server = this.#unknownServer();
      if (server) return { lookUp: server };
      if (!this.#addParentSide()) this.#nextRound();
    }
    const candidate = this.#queue.shift();
    if (!candidate) return undefined;
    const { asking, withoutEdns, changesLetters } = this.#run;
    const { address } = candidate;
    const plain = withoutEdns.has(address) || this.#round >= PLAIN_FROM_ROUND;
    const mixed = asking.mixCase && !changesLetters.has(address);
    // Silence may be a forger's doing who does not know our cookie: without it, only a connection is to be trusted.
    const mustConnect = plain && asking.cookies && !withoutEdns.has(address);
    const how = {
      transport: mustConnect ? 'tcp' : this.#run.transport,
      edns: plain ? 'plain' : 'edns',
      letters: mixed ? 'mixed' : 'as-they-are',
      // Silence may mean that fragments of a large reply get lost on the way.
      udpPayloadSize:
        this.#round > 0 ? Math.min(asking.udpPayloadSize, UDP_PAYLOAD_OCTETS) : asking.udpPayloadSize,
    } as const;
    const listenTo = this.#round > 0 ? ({ listenTo: 'server' } as const) : {};
    const why = this.#why(candidate);
    this.#last = address;
    return { ask: { candidate, ...how, ...listenTo, why } };
  }

  /** What a finished exchange means for the next step. */
  learn({ try: attempt, hop }: FinishedHop): void {
    const { candidate, transport, edns } = attempt;
    if (hop.outcome === 'truncated' && transport === 'udp') {
      this.#followUps.push({ ...attempt, transport: 'tcp', why: 'the reply over UDP was truncated' });
    } else if ((hop.outcome === 'formerr' || hop.outcome === 'notimp') && edns === 'edns') {
      // RFC 6891 7: a server that does not know EDNS says so; without it, it may well answer.
      this.#run.withoutEdns.add(candidate.address);
      this.#followUps.push({ ...attempt, edns: 'plain', why: 'the server could not read a query with EDNS' });
    }
    if (hop.rcode === RCODE.BADCOOKIE) this.#followUps.push(...this.#afterBadCookie(attempt));
    const isOverUdp = transport === 'udp';
    const isUnproven = hop.rejected.some(({ reason }) => reason === 'no-cookie' || reason === 'wrong-cookie');
    if (isOverUdp && isUnproven && hop.reply === null) {
      const why = 'what came did not have the right cookie: over TCP nobody can forge a reply';
      this.#followUps.push({ ...attempt, transport: 'tcp', why });
    } else if (hop.reply === null && hop.rejected.some(({ reason }) => reason === 'wrong-case')) {
      this.#followUps.push(this.#afterOtherLetters(attempt));
    } else if (hop.rejected.length > MANY_REJECTIONS && hop.reply === null && isOverUdp) {
      this.#followUps.push({ ...attempt, transport: 'tcp', why: 'too many forged datagrams over UDP' });
    }
    const isLost = hop.outcome === 'timeout' || hop.outcome === 'unreachable';
    if (!isOverUdp && isLost && this.#changedLetters.delete(candidate.address)) {
      const why = 'it does not answer over TCP: over UDP again, past what comes in other letters';
      const patient = { letters: 'mixed-to-the-end', atMostMs: this.#run.limits.longestPatienceMs } as const;
      this.#followUps.push({ ...attempt, ...patient, transport: 'udp', why });
    }
    if (hop.outcome !== 'timeout') this.#spent.add(candidate.address);
  }

  /** TCP, which nobody can forge from afar, shows whether the letters are the server's doing; only then they may be. */
  #afterOtherLetters(attempt: Try): Try {
    const { address } = attempt.candidate;
    if (attempt.letters === 'mixed-to-the-end') {
      this.#run.changesLetters.add(address);
      const why = 'the server never keeps the letters of the question';
      const { atMostMs: _, ...plain } = attempt;
      return { ...plain, letters: 'as-they-are', why };
    }
    this.#changedLetters.add(address);
    const why =
      'what came changed the letters of the question: over TCP it shows whether the server does that';
    return { ...attempt, transport: 'tcp', why };
  }

  /** RFC 7873 5.3: once more with the cookie that came along; a server that is not content then is asked over TCP. */
  #afterBadCookie(attempt: Try): Try[] {
    const { address } = attempt.candidate;
    if (attempt.transport === 'tcp' || attempt.edns === 'plain') return [];
    if (this.#sentCookieAgain.has(address))
      return [{ ...attempt, transport: 'tcp', why: 'the server does not accept its own cookie over UDP' }];
    this.#sentCookieAgain.add(address);
    return [{ ...attempt, why: 'the server wants its cookie back (BADCOOKIE), and has just sent it' }];
  }

  lookedUp(server: DelegatedServer, found: readonly KnownAddress[] | string): void {
    server.lookedUp = true;
    this.#sought.delete(server);
    if (typeof found === 'string') this.obstacles.push(found);
    else server.addresses.push(...found.filter(({ address }) => !isKnownFor(server, address)));
    this.#queue.push(...this.#inOrder([server]));
  }

  #unknownServer(): DelegatedServer | undefined {
    const { zone, servers } = this.#delegation;
    const inVain = ({ address }: KnownAddress): boolean => this.#spent.has(address);
    // First those without an address; then those whose glue led nowhere: the zone they are in may know better.
    const unknown = servers.filter((each) => !each.lookedUp && !this.#sought.has(each));
    const server =
      unknown.find(({ addresses }) => addresses.length === 0) ??
      unknown.find((each) => each.addresses.every(inVain) && !isAtOrBelow(each.name, zone));
    const { lookupsPerZone } = this.#run.limits;
    if (!server) return undefined;
    if (this.#lookups < lookupsPerZone) {
      this.#lookups++;
      this.#sought.add(server);
      return server;
    }
    this.limit = `no more than ${lookupsPerZone} servers without glue are looked up for one zone (CVE-2020-12662)`;
    return undefined;
  }

  /** What other referrals of this walk gave as addresses of the same servers, where their own zone knew better but wrong. */
  #addParentSide(): boolean {
    if (this.#parentSideAdded) return false;
    this.#parentSideAdded = true;
    const { servers } = this.#delegation;
    for (const { name, addresses } of servers) {
      const known = new Set(addresses.map(({ address }) => address));
      const more = this.#run.glueOf(name).filter((address) => !known.has(address));
      addresses.push(...more.map((address): KnownAddress => ({ address, source: 'glue' })));
      this.#queue.push(...more.map((address): Candidate => ({ name, address, source: 'glue' })));
    }
    return this.#queue.length > 0;
  }

  #nextRound(): void {
    if (this.#round + 1 >= this.#run.limits.rounds) return;
    this.#round++;
    this.#queue = this.#inOrder(this.#delegation.servers);
  }

  #inOrder(servers: readonly DelegatedServer[]): Candidate[] {
    const candidates = servers.flatMap(({ name, addresses }) =>
      addresses.map(({ address, source }) => ({
        name,
        address,
        source: sourceNow(source, this.#remembered),
      })),
    );
    const fresh = candidates.filter(({ address }) => !this.#spent.has(address));
    return inOrder(fresh, this.#run.health, this.#run.chance);
  }

  #why({ address }: Candidate): string {
    const family = `IPv${familyOf(address)}`;
    if (this.#round >= PLAIN_FROM_ROUND)
      return 'asked again without EDNS: some servers drop what they do not know';
    if (this.#round > 0) return `asked again, round ${this.#round + 1}: silent so far`;
    if (this.#last === undefined) return `the first choice (${family})`;
    const before = this.#spent.has(this.#last) ? 'was of no use' : 'has not replied yet';
    return `the next server (${family}): the one before ${before}`;
  }
}

/** Two walks may have waited for the same search. */
function isKnownFor({ addresses }: DelegatedServer, address: string): boolean {
  return addresses.some((known) => known.address === address);
}
