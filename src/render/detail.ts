/**
 * How much a text tells: what is worth a look, or, for `-v`, also why and what to do.
 */

export type Detail = 'first' | 'all';
