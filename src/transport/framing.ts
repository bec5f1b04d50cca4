/**
 * DNS over a stream: each message behind two octets of length (RFC 1035 4.2.2), however the stream cuts them up.
 */

export function frame(message: Uint8Array): Uint8Array {
  const framed = new Uint8Array(message.length + 2);
  framed[0] = message.length >>> 8;
  framed[1] = message.length;
  framed.set(message, 2);
  return framed;
}

/** Collects what a stream delivers and gives out whole messages. Holds at most one unfinished message. */
export class FrameReader {
  #pending: Uint8Array = new Uint8Array(0);

  /** The messages that this piece completes. */
  push(piece: Uint8Array): Uint8Array[] {
    const octets = new Uint8Array(this.#pending.length + piece.length);
    octets.set(this.#pending);
    octets.set(piece, this.#pending.length);
    const messages: Uint8Array[] = [];
    let at = 0;
    while (at + 2 <= octets.length) {
      const end = at + 2 + ((octets[at]! << 8) | octets[at + 1]!);
      if (end > octets.length) break;
      messages.push(octets.slice(at + 2, end));
      at = end;
    }
    this.#pending = octets.slice(at);
    return messages;
  }
}
