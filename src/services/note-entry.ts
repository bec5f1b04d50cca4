/**
 * A row of the catalogue of notes.
 */

export interface NoteEntry {
  readonly severity: 'info' | 'warning' | 'error';
  /** Empty where no RFC speaks of it. */
  readonly rfc: string;
  /** What it is, in one plain sentence. */
  readonly means: string;
  /** What the operator of the name can do. */
  readonly advice: string;
}
