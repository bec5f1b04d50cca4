/**
 * Job control for this process: Ctrl-Z stops it, `fg` continues it. There is none on Windows.
 */

import type { JobControl } from '../tui/job-control.ts';

export function jobControl(): JobControl | undefined {
  return process.platform === 'win32' ? undefined : { stop, listen };
}

let isStopping = false;

async function stop(): Promise<void> {
  isStopping = true;
  // Whoever listens for it keeps it from stopping anything.
  const listeners = process.listeners('SIGTSTP');
  process.removeAllListeners('SIGTSTP');
  // To the whole job, as the terminal does for Ctrl-Z: the shell waits for npm too, where that has started us. The
  // process stands still inside of this call, unless there is no shell that could continue it: then nothing happens.
  process.kill(0, 'SIGTSTP');
  for (const listener of listeners) process.on('SIGTSTP', listener);
  // What changed the size of the terminal meanwhile was told to others.
  process.emit('SIGWINCH');
  // SIGCONT is told in the next turn of the loop; it is the end of this stop and no news.
  await nextTurn();
  await nextTurn();
  isStopping = false;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const listen: JobControl['listen'] = ({ asked, continued }) => {
  const onContinued = (): void => {
    if (isStopping) return;
    process.emit('SIGWINCH');
    continued();
  };
  process.on('SIGTSTP', asked);
  process.on('SIGCONT', onContinued);
  return () => {
    process.off('SIGTSTP', asked);
    process.off('SIGCONT', onContinued);
  };
};
