/**
 * The member `likeDig` of the trace document: what `dig +trace` would have done in place of the walk. Its inverse is
 * `likeDigFromJson`.
 */

import type { DigAsk } from '../compare/dig-choice.ts';
import type { DigEnding } from '../compare/dig-ending.ts';
import type { DigNote } from '../compare/dig-notes.ts';
import type { LikeDig } from '../compare/like-dig.ts';

interface LikeDigJson {
  readonly ending: DigEnding;
  readonly message: string;
  readonly hops: readonly {
    readonly hop: number;
    /** The addresses that dig chooses from by chance at this step. */
    readonly asks: readonly DigAsk[];
    /** True where what dig shows, or does not show, would mislead. */
    readonly misleads: boolean;
    /** The notes in one line. */
    readonly message: string;
    readonly notes: readonly DigNote[];
  }[];
}

export function likeDigJson({ hops, ending, message }: LikeDig): LikeDigJson {
  return {
    ending,
    message,
    hops: hops.map(({ hop, asks, notes }) => ({
      hop,
      asks,
      misleads: notes.some((note) => note.misleads),
      message: notes.map(({ text }) => text).join('; '),
      notes: notes.map(({ text, misleads }) => ({ text, misleads })),
    })),
  };
}
