/**
 * The explorer steps aside: the terminal is as it was before, for as long as something else has it; then the whole screen
 * is drawn anew.
 */

import type { JobControl } from './job-control.ts';
import type { LetGo } from './terminal-hold.tsx';

export class Aside {
  readonly #draw: () => void;
  readonly #fail: (error: unknown) => void;
  #letGo: LetGo | undefined;
  isAside = false;

  /** `draw` is called when `isAside` has changed: what else was switched on in the terminal is to be off meanwhile. */
  constructor(draw: () => void, fail: (error: unknown) => void) {
    this.#draw = draw;
    this.#fail = fail;
  }

  readonly held = (letGo: LetGo): void => {
    this.#letGo = letGo;
  };

  async stand(meanwhile: () => void | Promise<void>): Promise<void> {
    if (this.isAside || !this.#letGo) return;
    this.isAside = true;
    try {
      this.#draw();
      await this.#letGo(meanwhile);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.isAside = false;
      this.#draw();
    }
  }

  /** What is done to the process from outside; gives what ends the listening. */
  listen(jobControl: JobControl): () => void {
    return jobControl.listen({
      asked: () => void this.stand(() => jobControl.stop()),
      continued: () => void this.stand(() => {}),
    });
  }
}
