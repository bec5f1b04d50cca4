/**
 * Spans: which octets of a message are which field. A recorder is handed to the reader only by `dissect`; plain
 * decoding carries none and pays nothing for it.
 */

/** One named stretch of a message. Offsets count from the first octet of the message; `end` is exclusive. */
export interface Span {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** First and last bit (0 is the most significant) where the field is smaller than its octets. */
  readonly bits?: readonly [first: number, last: number];
  readonly value: string;
  readonly means: string;
  readonly rfc: string;
  /** For a compression pointer: the offset it points to. */
  readonly pointsTo?: number;
  readonly children: readonly Span[];
}

export interface SpanDetails {
  readonly value?: string;
  readonly means?: string;
  readonly rfc?: string;
  readonly pointsTo?: number;
  readonly bits?: readonly [first: number, last: number];
}

/** Builds the span tree while a reader moves on. Open and close nest; what was left open is closed by `closeTo`. */
export class SpanRecorder {
  readonly #roots: Span[] = [];
  readonly #open: { label: string; start: number; children: Span[] }[] = [];

  get depth(): number {
    return this.#open.length;
  }

  get spans(): readonly Span[] {
    return this.#roots;
  }

  open(label: string, start: number): void {
    this.#open.push({ label, start, children: [] });
  }

  close(end: number, details: SpanDetails = {}): void {
    const span = this.#open.pop();
    if (span) this.#add({ ...span, ...details, end });
  }

  leaf(label: string, start: number, end: number, details: SpanDetails = {}): void {
    this.#add({ label, start, children: [], ...details, end });
  }

  /**
   * After an error: what the innermost open span has not covered up to `end` becomes an `unread` leaf, and every span
   * above `depth` is closed there, so that the leaves still tile the message.
   */
  abandon(depth: number, end: number, means: string): void {
    const innermost = this.#open.at(-1);
    const covered = innermost
      ? (innermost.children.at(-1)?.end ?? innermost.start)
      : (this.#roots.at(-1)?.end ?? 0);
    if (covered < end) this.leaf('unread', covered, end, { means });
    while (this.#open.length > depth) this.close(end);
  }

  #add(span: Partial<Span> & Pick<Span, 'label' | 'start' | 'end' | 'children'>): void {
    const parent = this.#open.at(-1);
    (parent ? parent.children : this.#roots).push({ value: '', means: '', rfc: '', ...span });
  }
}
