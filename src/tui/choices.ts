/**
 * What is chosen in the panes, as a part of the state.
 */

/** A survey that is chosen in the list below the hops; opened, one of its rows is. */
export interface ChosenSurvey {
  /** Which of the surveys of the walk. */
  readonly place: number;
  readonly row: number;
  /** What the row says is read, and the list of the exchanges behind it. */
  readonly isRowOpen: boolean;
  /** Which of them is chosen. */
  readonly exchange: number;
  /** It is read as a hop is, in the tabs. */
  readonly isExchangeOpen: boolean;
}

/** What is chosen and open of the causes of a difference, by their places in the comparison. */
export interface CauseChoice {
  /** A place after the last that is shown: the others. */
  readonly chosen: number;
  /** Null until one was opened or closed by hand: the first where there is room. */
  readonly opened: readonly number[] | null;
  readonly areAllShown: boolean;
}
