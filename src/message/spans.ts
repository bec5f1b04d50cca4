/**
 * Spans: which octets of a message are which field. A recorder is handed to the reader only by `dissect`; plain
 * decoding carries none and pays nothing for it. Texts are made when they are looked at: recording costs no text.
 */

/** One named stretch of a message. Offsets count from the first octet of the message; `end` is exclusive. */
export interface Span {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** First and last bit (0 is the most significant) where the field is smaller than its octets. */
  readonly bits?: readonly [first: number, last: number] | undefined;
  readonly value: string;
  readonly means: string;
  readonly rfc: string;
  /** For a compression pointer: the offset it points to. */
  readonly pointsTo?: number | undefined;
  readonly children: readonly Span[];
}

/** What is known of a span besides its place: its value as text, or a way to print the raw value that goes with it. */
export interface SpanDetails {
  readonly value?: string;
  print?(raw: unknown): string;
  readonly means?: string;
  readonly rfc?: string;
  readonly pointsTo?: number;
  readonly bits?: readonly [first: number, last: number];
}

/** Builds the span tree while a reader moves on. Open and close nest. */
export class SpanRecorder {
  readonly #roots: RecordedSpan[] = [];
  readonly #open: RecordedSpan[] = [];

  get depth(): number {
    return this.#open.length;
  }

  get spans(): readonly Span[] {
    return this.#roots;
  }

  open(label: string, start: number): void {
    const span = new RecordedSpan(label, start, start, NOTHING, undefined);
    this.#add(span);
    this.#open.push(span);
  }

  close(end: number, details: SpanDetails = NOTHING, raw?: unknown): void {
    const span = this.#open.pop();
    if (span) span.finish(end, details, raw);
  }

  leaf(label: string, start: number, end: number, details: SpanDetails = NOTHING, raw?: unknown): void {
    this.#add(new RecordedSpan(label, start, end, details, raw));
  }

  /**
   * After an error: what the innermost open span has not covered up to `end` becomes an `unread` leaf, and every span
   * above `depth` is closed there, so that the leaves still tile the message.
   */
  abandon(depth: number, end: number, means: string): void {
    const innermost = this.#open.at(-1);
    const before = innermost ? innermost.children.at(-1) : this.#roots.at(-1);
    const covered = before?.end ?? innermost?.start ?? 0;
    if (covered < end) this.leaf('unread', covered, end, { means });
    while (this.#open.length > depth) this.close(end);
  }

  #add(span: RecordedSpan): void {
    const parent = this.#open.at(-1);
    if (parent) parent.add(span);
    else this.#roots.push(span);
  }
}

const NOTHING: SpanDetails = {};
const NO_CHILDREN: RecordedSpan[] = [];

class RecordedSpan implements Span {
  readonly label: string;
  readonly start: number;
  end: number;
  children: RecordedSpan[];
  #details: SpanDetails;
  #raw: unknown;

  constructor(label: string, start: number, end: number, details: SpanDetails, raw: unknown) {
    this.label = label;
    this.start = start;
    this.end = end;
    this.children = NO_CHILDREN;
    this.#details = details;
    this.#raw = raw;
  }

  get value(): string {
    return this.#details.print ? this.#details.print(this.#raw) : (this.#details.value ?? '');
  }

  get means(): string {
    return this.#details.means ?? '';
  }

  get rfc(): string {
    return this.#details.rfc ?? '';
  }

  get bits(): readonly [first: number, last: number] | undefined {
    return this.#details.bits;
  }

  get pointsTo(): number | undefined {
    return this.#details.pointsTo;
  }

  /** The members of a Span, as JSON wants them. */
  toJSON(): Span {
    const { label, start, end, bits, value, means, rfc, pointsTo, children } = this;
    const optional = { ...(bits ? { bits } : {}), ...(pointsTo === undefined ? {} : { pointsTo }) };
    return { label, start, end, ...optional, value, means, rfc, children };
  }

  add(child: RecordedSpan): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else this.children.push(child);
  }

  finish(end: number, details: SpanDetails, raw: unknown): void {
    this.end = end;
    this.#details = details;
    this.#raw = raw;
  }
}
