/**
 * Every limit of a walk, with its reason. A walk that meets one says so: a limit is a finding, not a silence.
 */

export interface Limits {
  /** Queries of one walk with all its sub-walks. A long but honest path needs some thirty. */
  readonly queries: number;
  /** Referrals on one path: a name has at most 127 labels, and real paths have under ten cuts. */
  readonly referrals: number;
  /** Aliases on the way to one answer; BIND and Unbound stop at about this many. */
  readonly aliases: number;
  /** Sub-walks inside sub-walks for servers without glue. */
  readonly depth: number;
  /** Servers without addresses that are looked up for one zone (NXNSAttack, CVE-2020-12662). */
  readonly lookupsPerZone: number;
  /** How long to wait for a server before the next is asked as well, by round; a late reply still counts. */
  readonly patienceMs: readonly number[];
  /** After the last try there is nothing better to do than to wait longer. */
  readonly lastPatienceMs: number;
  /** All that one zone may cost. */
  readonly zoneBudgetMs: number;
  /** The same while no server at all has replied yet: then it is the network that is missing. */
  readonly firstContactMs: number;
  /** The whole walk. */
  readonly walkBudgetMs: number;
}

export const LIMITS: Limits = {
  queries: 150,
  referrals: 40,
  aliases: 16,
  depth: 6,
  lookupsPerZone: 8,
  patienceMs: [400, 800, 1000],
  lastPatienceMs: 1500,
  zoneBudgetMs: 6000,
  firstContactMs: 2000,
  walkBudgetMs: 30_000,
};
