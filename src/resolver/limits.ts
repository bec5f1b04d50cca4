/**
 * Every limit of a walk, with its reason. A walk that meets one says so: a limit is a finding, not a silence.
 */

export interface Limits {
  /** Queries of one walk with all its sub-walks. A long but honest path needs some thirty. */
  readonly queries: number;
  /** Referrals on one path: a name has at most 127 labels, and real paths have under ten cuts. */
  readonly referrals: number;
  /** Aliases on the way to one answer: BIND, Unbound and PowerDNS follow eleven and give up at the twelfth. */
  readonly aliases: number;
  /** Sub-walks inside sub-walks for servers without glue. */
  readonly depth: number;
  /** Servers without addresses that are looked up for one zone (NXNSAttack, CVE-2020-12662). */
  readonly lookupsPerZone: number;
  /** How long to wait for a search for a server's addresses before the next begins as well. */
  readonly lookUpPatienceMs: number;
  /** How long to wait for a server before the next is asked as well, when nothing is known; a late reply still counts. */
  readonly patienceMs: number;
  /** Bounds of that wait once round trips are known: three of them, more in each round. */
  readonly shortestPatienceMs: number;
  readonly longestPatienceMs: number;
  readonly patienceGrowth: number;
  /** How often a silent server is asked; on a lossy path, each time half of the queries come to nothing. */
  readonly rounds: number;
  /** After the last try there is nothing better to do than to wait longer. */
  readonly lastPatienceMs: number;
  /** All that one zone may cost. */
  readonly zoneBudgetMs: number;
  /** The same for a minimised name: the whole one can still be asked for. */
  readonly minimisedBudgetMs: number;
  /** The same while no server at all has replied yet: then it is the network that is missing. */
  readonly firstContactMs: number;
  /** The whole walk. */
  readonly walkBudgetMs: number;
  /**
   * Queries of a survey, beyond those of the walk: thirteen root servers, thirteen of a top-level domain and a few more,
   * at two addresses each, with three questions for each address and the look-up of its name.
   */
  readonly surveyQueries: number;
  /** All that a survey may take, beyond the walk. */
  readonly surveyBudgetMs: number;
  /** Addresses that a survey asks at the same time: it is a visit, not a flood. */
  readonly surveyAtOnce: number;
  /** How often a survey asks an address that is silent. */
  readonly surveyTries: number;
  /** The least time between two queries of a survey to one address. */
  readonly surveyPauseMs: number;
  /** Names of servers of one zone that a survey looks up (NXNSAttack, CVE-2020-12662). */
  readonly surveyLookups: number;
  /** So many silent addresses of a family of which none ever answered: the rest of the family is not waited for. */
  readonly surveySilences: number;
}

/** The limits of a walk that is not told others. */
export const LIMITS: Limits = {
  queries: 150,
  referrals: 40,
  aliases: 11,
  depth: 6,
  lookupsPerZone: 8,
  lookUpPatienceMs: 1000,
  patienceMs: 200,
  shortestPatienceMs: 150,
  longestPatienceMs: 1000,
  patienceGrowth: 1.3,
  rounds: 8,
  lastPatienceMs: 1500,
  zoneBudgetMs: 6000,
  minimisedBudgetMs: 2400,
  firstContactMs: 2400,
  walkBudgetMs: 30_000,
  surveyQueries: 600,
  surveyBudgetMs: 60_000,
  surveyAtOnce: 4,
  surveyTries: 2,
  surveyPauseMs: 20,
  surveyLookups: 16,
  surveySilences: 4,
};
