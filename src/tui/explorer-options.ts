/**
 * What the explorer is given from outside: the terminal, what it explores, how it looks, and the ports to what it may touch.
 */

import type { Look } from './drawing/look.ts';
import type { JobControl } from './job-control.ts';
import type { PlaceHabits, WalkWishes } from './options/walk-wishes.ts';
import type { ExplorerSession } from './session.ts';
import type { Habits } from './first-state.ts';
import type { TerminalOutput } from './terminal-output.ts';
import type { WriteFile } from './wish/grant.ts';

export interface ExplorerOptions {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: TerminalOutput;
  /** Where the one line about an error goes once the screen is restored; `stdout` by default. */
  readonly stderr?: NodeJS.WritableStream;
  readonly session: ExplorerSession;
  /** The first question, as typed; without one the explorer asks. */
  readonly initial: { readonly name: string; readonly type: string } | undefined;
  readonly title?: string;
  /** How walks ask until they are told otherwise. */
  readonly wishes?: WalkWishes;
  /** The lab world to begin in; null: not in the lab. */
  readonly place?: string | null;
  /** How walks ask in that place unless it is chosen otherwise. */
  readonly habitsThere?: PlaceHabits;
  /** What was asked for in earlier runs, the newest first, and where to put down what is asked for now. */
  readonly history?: HistoryPort;
  /** Names to complete with that no walk has told yet. */
  readonly names?: readonly string[];
  /** Undefined: nothing can be saved. */
  readonly writeFile?: WriteFile;
  readonly look: Look;
  readonly habits?: Habits;
  /** For a screen reader: lines that follow each other, and no screen. */
  readonly isSpoken?: boolean;
  /** Aborted to end from outside; a number as its reason is the exit status, 143 (SIGTERM) otherwise. */
  readonly abort?: AbortSignal;
  /** Without it, nothing stops the explorer for a while. */
  readonly jobControl?: JobControl | undefined;
}

/** Keeps what was asked for from run to run; it is told each text when its walk begins. */
export interface HistoryPort {
  readonly texts: readonly string[];
  remember(text: string): void;
}
