/**
 * The keys of service parameters as zone text names them (RFC 9460 2.1).
 */

import { lookupsOf } from '../registry/registered-code.ts';
import { SVCB_KEYS } from '../registry/svcb-keys.ts';

const KEYS = lookupsOf(SVCB_KEYS);

/** RFC 9460 2.1: a registered name, or `key` and the number without leading zeros. */
export function keyName(key: number): string {
  return KEYS.nameOf(key) ?? `key${key}`;
}

export function keyNumber(name: string): number | undefined {
  if (name !== name.toLowerCase()) return undefined;
  const match = /^key(0|[1-9]\d{0,4})$/.exec(name);
  if (!match) return KEYS.codeOf(name);
  return Number(match[1]) <= 0xffff ? Number(match[1]) : undefined;
}
