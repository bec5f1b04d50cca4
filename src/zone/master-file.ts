/**
 * Master files (RFC 1035 5): text to records, with $ORIGIN, $TTL (RFC 2308 4), inherited owners, classes and
 * TTLs. Root hints files are master files too. What a set of records means as a zone is left to `makeZone`.
 */

import { CLASS_IN, typeName } from '../message/codes.ts';
import { secondsOf } from '../message/kinds/integers.ts';
import { scanNameToken } from '../message/kinds/domain-name.ts';
import { TYPE_OPT } from '../message/edns.ts';
import { isRecord, type ResourceRecord } from '../message/message.ts';
import { scanName, type Name } from '../message/name.ts';
import { readRdataAlone, scanAfterOwner } from '../message/record-text.ts';
import { isKnownType } from '../message/records/table.ts';
import { SOA } from '../message/records/soa.ts';
import { entries, ScanError, Tokens, type Entry, type Token } from '../message/tokens.ts';
import { WireError } from '../message/wire-error.ts';

export interface MasterFileOptions {
  /** What completes relative names until $ORIGIN says otherwise. */
  readonly origin: Name;
  /** Named in errors. */
  readonly file?: string;
}

/** Text that is no master file: which file, which line, and one sentence. */
export class MasterFileError extends Error {
  override readonly name = 'MasterFileError';
  readonly file: string | undefined;
  readonly line: number;
  readonly sentence: string;

  constructor(file: string | undefined, line: number, sentence: string) {
    super(file === undefined ? `line ${line}: ${sentence}` : `${file}:${line}: ${sentence}`);
    this.file = file;
    this.line = line;
    this.sentence = sentence;
  }
}

/** The records of a master file, in its order. Throws MasterFileError. */
export function parseMasterFile(text: string, options: MasterFileOptions): ResourceRecord[] {
  const records: ResourceRecord[] = [];
  const state: State = { origin: scanName(options.origin), class: CLASS_IN };
  let line = 1;
  try {
    // Editors may put a byte order mark in front; it is no part of the first owner.
    for (const entry of entries(text.replace(/^\uFEFF/, ''))) {
      line = entry.line;
      const record = isDirective(entry) ? obey(entry, state) : scanEntry(entry, state);
      if (record) records.push(record);
    }
  } catch (error) {
    if (error instanceof ScanError)
      throw new MasterFileError(options.file, error.line ?? line, error.message);
    throw error;
  }
  return records;
}

/** What one entry leaves to the next. */
interface State {
  origin: Name;
  class: number;
  owner?: Name;
  /** From $TTL: it stands for every record after it that states none. */
  defaultTtl?: number;
  /** The last TTL that a record stated (RFC 1035 5.1), for files without $TTL. */
  statedTtl?: number;
}

/** Stands for "no TTL in the text" while a record is scanned: no TTL is negative. */
const NOT_STATED = -1;
/** RFC 2181 8. */
const MAXIMUM_TTL = 0x7fffffff;

function isDirective(entry: Entry): boolean {
  const first = entry.tokens[0]!;
  return !entry.indented && !first.quoted && first.text.startsWith('$');
}

function obey(entry: Entry, state: State): undefined {
  const directive = entry.tokens[0]!;
  const tokens = new Tokens(entry.tokens.slice(1), state.origin);
  switch (directive.text.toUpperCase()) {
    case '$ORIGIN':
      state.origin = scanNameToken(tokens);
      break;
    case '$TTL':
      state.defaultTtl = scanTtl(tokens.next('a TTL'));
      break;
    case '$INCLUDE':
      throw new ScanError('$INCLUDE is not followed: put the records of that file here', directive);
    default:
      throw new ScanError(`${directive.text} is not understood: $ORIGIN and $TTL are`, directive);
  }
  tokens.expectDone();
}

function scanTtl(token: Token): number {
  const ttl = secondsOf(token.text);
  if (ttl === undefined) throw new ScanError(`"${token.text}" is no TTL`, token);
  return checkedTtl(ttl, token);
}

function checkedTtl(ttl: number, token: Token | undefined): number {
  if (ttl > MAXIMUM_TTL)
    throw new ScanError(`a TTL of ${ttl} seconds: at most ${MAXIMUM_TTL} (RFC 2181 8)`, token);
  return ttl;
}

function scanEntry(entry: Entry, state: State): ResourceRecord {
  const tokens = new Tokens(entry.tokens, state.origin);
  const first = tokens.peek();
  const owner = entry.indented ? state.owner : scanNameToken(tokens);
  if (owner === undefined) throw new ScanError('the first record has no owner name', first);
  state.owner = owner;
  const ttl = state.defaultTtl ?? state.statedTtl ?? NOT_STATED;
  const record = scanAfterOwner(tokens, owner, { origin: state.origin, ttl, class: state.class });
  checkType(record, first);
  state.class = record.class;
  const timed = record.ttl === NOT_STATED ? { ...record, ttl: ttlOfSoa(record, first) } : record;
  state.statedTtl = checkedTtl(timed.ttl, first);
  return timed;
}

function checkType(record: ResourceRecord, place: Token | undefined): void {
  const { type } = record;
  // RFC 6895 3.1: 0 is reserved, OPT and 128 to 255 stand in messages only.
  if (type === 0 || type === TYPE_OPT || (type >= 128 && type <= 255)) {
    throw new ScanError(`${typeName(type)} is a type for messages, not for zones`, place);
  }
  if (isKnownType(type, record.class) && 'octets' in record.rdata) refuseMissingRdata(type, place);
}

function refuseMissingRdata(type: number, place: Token | undefined): void {
  try {
    readRdataAlone(new Uint8Array(), type);
  } catch (error) {
    if (error instanceof WireError)
      throw new ScanError(`a record of type ${typeName(type)} without any data`, place);
    throw error;
  }
}

/**
 * A file that states no TTL yet takes the last field of its SOA, as servers did before RFC 2308 gave it
 * another use.
 */
function ttlOfSoa(record: ResourceRecord, place: Token | undefined): number {
  if (isRecord(record, SOA)) return record.rdata.minimum;
  throw new ScanError('no TTL: neither this record, nor one before it, nor $TTL states one', place);
}
