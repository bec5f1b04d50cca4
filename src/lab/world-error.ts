/** A world that cannot be used; the message says which file and what is wrong. */

export class WorldError extends Error {
  override readonly name = 'WorldError';
}
