/**
 * The symbols that the explorer draws with. Each has a word beside it that says the same.
 */

/** Two columns each. */
export const TREE = { branch: '├ ', last: '└ ', through: '│ ', nothing: '  ' } as const;

/** Before the outcome of a hop. */
export const OUTCOMES = {
  waiting: '…',
  onwards: '→',
  good: '✓',
  alias: '⇒',
  none: '∅',
  missing: '✗',
  bad: '!',
} as const;

export const MARKS = { chosen: '▸', finding: '▲', note: '·', folded: '+' } as const;

/** A full column and its eighths, the narrowest first. */
export const BAR = { full: '█', parts: ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'], silent: '░' } as const;
