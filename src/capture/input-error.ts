/**
 * The one error of this room: an input from which no message can be had, in one sentence for the person who
 * gave it.
 */

export class InputError extends Error {
  override readonly name = 'InputError';
}
