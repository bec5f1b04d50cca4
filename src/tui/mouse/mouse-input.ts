/**
 * Stands between a terminal's keyboard and Ink: mouse reports are told apart and never reach Ink, which would take pieces
 * of them for keys. Everything else of the stream is the stream itself.
 */

import type { MouseEvent } from './mouse-event.ts';
import { FIRST_SCAN, isWaitingForKey, scanned, waited, type Scan } from './mouse-scanner.ts';

/** How long an Esc may wait for the rest of a report: longer than a report takes, too short to be noticed. */
const ESCAPE_MS = 30;

/** The same stream without mouse reports. `tell` is called while Ink reads. */
export function withoutMouse<Stream extends NodeJS.ReadableStream>(
  stream: Stream,
  tell: (event: MouseEvent) => void,
): Stream {
  let scan: Scan = FIRST_SCAN;
  let ready = '';
  let waiting: NodeJS.Timeout | undefined;
  const escapeIsKey = (): void => {
    const { keys, scan: next } = waited(scan);
    scan = next;
    ready += keys;
    stream.emit('readable');
  };
  const read = (): string | null => {
    // The type of `read` does not say that it gives null where there is nothing to read.
    const next = (): string | Buffer | null => stream.read();
    for (let chunk = next(); chunk !== null; chunk = next()) {
      clearTimeout(waiting);
      const { keys, events, scan: after } = scanned(scan, chunk.toString());
      scan = after;
      ready += keys;
      events.forEach(tell);
      if (isWaitingForKey(scan)) waiting = setTimeout(escapeIsKey, ESCAPE_MS);
    }
    const keys = ready;
    ready = '';
    return keys === '' ? null : keys;
  };
  return new Proxy(stream, {
    get(target, key) {
      if (key === 'read') return read;
      const value: unknown = Reflect.get(target, key, target);
      // The stream's methods know the stream only.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
