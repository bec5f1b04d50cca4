/**
 * How far the surveys of a walk are: told with each of their queries.
 */

/** An address counts once for each zone. */
export interface SurveyProgress {
  /** Addresses that nothing more will be asked of. */
  readonly done: number;
  /** Addresses that are known so far: zones may name more servers. */
  readonly known: number;
}
