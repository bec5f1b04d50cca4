/**
 * A deliberate fault by name: octets in, broken octets out. Each is the mirror of a problem that a dissection names, so
 * that whoever breaks a message can see what is said about it, here and by a server.
 */

export interface Break {
  readonly name: string;
  /** One plain sentence: what it does to the message. */
  readonly does: string;
  /** The code of the problem that a dissection then reports. */
  readonly problem: string;
  /** Undefined where the message has no room for it. */
  readonly apply: (octets: Uint8Array) => Uint8Array | undefined;
}
