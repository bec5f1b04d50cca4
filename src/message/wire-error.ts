/**
 * The one error of reading and writing the wire format: which rule was broken, at which octet of the message.
 */

/** What can be wrong with octets that claim to be a DNS message, by a name that `dissect` and `explain` use too. */
export type WireErrorCode =
  | 'truncated'
  | 'forward-pointer'
  | 'pointer-loop'
  | 'too-many-pointers'
  | 'reserved-label-type'
  | 'label-too-long'
  | 'name-too-long'
  | 'rdata-overrun'
  | 'rdata-trailing'
  | 'bad-value'
  | 'two-opts'
  | 'opt-not-root'
  | 'opt-misplaced'
  | 'trailing-garbage'
  | 'message-too-long';

/** Thrown by `decode` and `encode`; `offset` counts octets from the first octet of the message. */
export class WireError extends Error {
  readonly code: WireErrorCode;
  readonly offset: number;

  constructor(code: WireErrorCode, offset: number, message: string) {
    super(`${message} (octet ${offset})`);
    this.name = 'WireError';
    this.code = code;
    this.offset = offset;
  }
}
