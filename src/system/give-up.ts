/**
 * Waiting that ends: the C library's lookups cannot be cancelled, so their callers stop waiting instead.
 */

export type Waited<T> = { readonly value: T } | { readonly gaveUp: 'late' | 'aborted' };

/** The value, or why nobody waits for it any more. What the promise does after that is nobody's business. */
export async function waitAtMost<T>(
  promise: Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Waited<T>> {
  if (signal?.aborted) return { gaveUp: 'aborted' };
  const { promise: over, resolve } = Promise.withResolvers<Waited<T>>();
  const abort = (): void => resolve({ gaveUp: 'aborted' });
  const timer = setTimeout(() => resolve({ gaveUp: 'late' }), timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise.then((value) => ({ value })), over]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
