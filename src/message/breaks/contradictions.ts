/**
 * What is wrong with a message that decodes: a header that contradicts what stands behind it. No decoder stumbles over
 * such a thing, so it is no WireError; a server refuses it or gets it wrong.
 */

import { OPCODE_QUERY, RCODE } from '../codes.ts';
import type { Message } from '../message.ts';
import type { ContradictionCode } from '../registry/problems.ts';
import { COUNT_AT } from './octet-edits.ts';

export interface Contradiction {
  readonly code: ContradictionCode;
  readonly offset: number;
  readonly message: string;
  readonly rfc: string;
}

const FLAGS_AT = 2;
/** A query without a question may still carry a cookie, to learn the server's (RFC 7873 5.4). */
const COOKIE = 10;
const TYPE_IXFR = 251;
const RCODE_NXDOMAIN = 3;

/** Messages of other opcodes use the same fields for something else, and are let be. */
export function contradictions(message: Message): Contradiction[] {
  if (message.header.opcode !== OPCODE_QUERY) return [];
  return [responseBit(message), questionCount(message)].filter((found) => found !== undefined);
}

function responseBit(message: Message): Contradiction | undefined {
  const { header, answers, authorities, edns } = message;
  // An incremental transfer says in the authority section of its query what the client has (RFC 1995 3).
  const asksForTransfer = message.questions[0]?.type === TYPE_IXFR;
  const hasRecords = answers.length > 0 || authorities.length > 0;
  const saysSomething = header.aa || header.ra || header.tc || header.rcode !== 0 || edns?.extendedRcode;
  const problem = (text: string): Contradiction => {
    return { code: 'response-bit', offset: FLAGS_AT, message: text, rfc: 'RFC 1035 4.1.1' };
  };
  if (!header.qr && ((hasRecords && !asksForTransfer) || saysSomething)) {
    return problem(
      'QR says that this is a query, yet it has what only responses have: records, AA, TC, RA or a response code',
    );
  }
  if (header.qr && !hasRecords && !saysSomething) {
    return problem(
      'QR says that this is a response, yet it has nothing of one: no record, no AA, TC or RA, no error',
    );
  }
  return undefined;
}

function questionCount({ header, questions, edns }: Message): Contradiction | undefined {
  const problem = (code: ContradictionCode, message: string): Contradiction => {
    return { code, offset: COUNT_AT.questions, message, rfc: 'RFC 9619 4' };
  };
  if (questions.length > 1) {
    return problem(
      'two-questions',
      `${questions.length} questions, where a message with opcode QUERY has at most one`,
    );
  }
  if (questions.length === 1) return undefined;
  if (!header.qr) {
    const asksForCookie = edns?.options.some(({ code }) => code === COOKIE);
    return asksForCookie ? undefined : problem('zero-questions', 'a query without a question');
  }
  // Who could not or would not read the query may leave its question out.
  const readTheQuestion =
    [RCODE.NOERROR, RCODE_NXDOMAIN].some((code) => code === header.rcode) && !edns?.extendedRcode;
  return readTheQuestion
    ? problem(
        'zero-questions',
        'a response without its question, which only the later messages of a zone transfer may leave out (RFC 5936 2.2.1)',
      )
    : undefined;
}
