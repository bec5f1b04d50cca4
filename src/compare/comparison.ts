/**
 * The verdict on two answers to one question, and the causes of their difference.
 */

/**
 * `same` also where only order or TTL differ; `one-sided` where one side has an answer and the other says
 * there is none.
 */
export type Verdict = 'same' | 'differs' | 'one-sided' | 'unavailable';

export interface Cause {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** One plain sentence, with the evidence: `/etc/hosts:3 says 10.9.8.7 …`. */
  readonly message: string;
  readonly rfc: string;
}

export interface Comparison {
  readonly verdict: Verdict;
  /** The most specific cause first; empty where both sides agree. */
  readonly findings: readonly Cause[];
}
