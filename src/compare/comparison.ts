/**
 * The verdict on two answers to one question, and the causes of their difference.
 */

/**
 * `same` also where only order or TTL differ; `one-sided` where one side has an answer and the other says
 * there is none.
 */
export type Verdict = 'same' | 'differs' | 'one-sided' | 'unavailable';

/** Why two sides differ. */
export interface Cause {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** One plain sentence: `/etc/hosts:3 gives 10.9.8.7 for www.example.com, so DNS is never asked`. */
  readonly message: string;
  readonly rfc: string;
  /** What shows it, a line each: lines of files, TTLs, flags, extended errors. */
  readonly evidence?: readonly string[];
}

/** Whether two sides agree, and why not. */
export interface Comparison {
  readonly verdict: Verdict;
  /** The most specific cause first. Where both sides agree, what is not well all the same. */
  readonly findings: readonly Cause[];
}
