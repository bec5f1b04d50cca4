/**
 * The word of a list that somebody may have meant who mistyped it.
 */

/** The candidate that differs least from the text, or undefined where none is near. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const farthest = Math.max(1, Math.floor(text.length / 3));
  const typed = text.toLowerCase();
  const scored = candidates
    .map((candidate) => ({ candidate, word: candidate.toLowerCase() }))
    // The distance is at least what one is longer: a long text costs no more than a candidate's length.
    .filter(({ word }) => Math.abs(word.length - typed.length) <= farthest)
    .map(({ candidate, word }) => ({ candidate, distance: editDistance(typed, word) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = scored;
  return best && best.distance <= farthest ? best.candidate : undefined;
}

/** Levenshtein distance, with a swap of neighbours counted as one. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
