/**
 * The record types as completions: those that people ask for most come first.
 */

import { typeCode, typeMnemonics } from '../../message/codes.ts';
import { TYPE_OPT } from '../../message/edns.ts';

const COMMON = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'SOA', 'TXT', 'HTTPS', 'SRV', 'CAA', 'PTR', 'DS', 'DNSKEY'];

/** RFC 6895 3.1: from 249 on they are asked of one server; ANY is not the same everywhere either. */
const FIRST_QTYPE = 249;
const LAST_QTYPE = 255;

/** Every mnemonic that a walk can be made for. */
export function typeWords(): readonly string[] {
  const others = typeMnemonics().filter((mnemonic) => !COMMON.includes(mnemonic) && isWalked(mnemonic));
  return [...COMMON, ...others];
}

function isWalked(mnemonic: string): boolean {
  const code = typeCode(mnemonic)!;
  return code !== TYPE_OPT && (code < FIRST_QTYPE || code > LAST_QTYPE);
}
