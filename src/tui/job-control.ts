/**
 * The port through which the explorer is stopped and continued as the shell's other jobs are (POSIX job control). What a
 * process and its signals are is left to who implements it.
 */

export interface JobControl {
  /** Stops here, with all that was started for it; resolves when it goes on. */
  stop(): Promise<void>;
  /** Tells what is done to it from outside, until what is given back is called. */
  listen(listener: JobListener): () => void;
}

interface JobListener {
  /** It is to stop: the listener is expected to call `stop` when the terminal is given back. */
  readonly asked: () => void;
  /** It goes on, having been stopped without a word before: what is on the terminal is not known. */
  readonly continued: () => void;
}
