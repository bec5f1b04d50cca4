/**
 * `rootwalk/message`: DNS messages as values, without anything of the machine, so that it runs in a browser too.
 */

export { decode } from './message/decode.ts';
export { dissect, type Dissection, type Problem } from './message/dissect.ts';
export { encode } from './message/encode.ts';
export { messageFromJson, MessageJsonError, octetsFromJson } from './message/message-from-json.ts';
export { messageToJson, type MessageJson } from './message/message-json.ts';
export type { Message, Question, ResourceRecord } from './message/message.ts';
export { NameError } from './message/name.ts';
export { encodeQuery, type QueryFlags } from './message/query-message.ts';
export { printRecord, scanRecord } from './message/record-text.ts';
export type { Span } from './message/spans.ts';
export { ScanError } from './message/tokens.ts';
export { WireError, type WireErrorCode } from './message/wire-error.ts';
