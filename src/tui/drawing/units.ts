/**
 * Amounts as the screen shows them.
 */

/** `3.2 ms`, `312 ms`, `1.0 s`; a dash where there is none. */
export function printMilliseconds(ms: number | null): string {
  if (ms === null) return '–';
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  return ms < 999.5 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `1 query`, `7 queries`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
