/**
 * The table of EDNS options: one line here and one file beside it is all that an option needs.
 */

import { ALGORITHMS_UNDERSTOOD } from './algorithms-understood.ts';
import { CHAIN } from './chain.ts';
import { CLIENT_SUBNET } from './client-subnet.ts';
import { CLIENT_TAG } from './client-tag.ts';
import { COOKIE } from './cookie.ts';
import { DEVICE_ID } from './device-id.ts';
import { DIGESTS_UNDERSTOOD } from './digests-understood.ts';
import { EXPIRE } from './expire.ts';
import { EXTENDED_ERROR } from './extended-error.ts';
import { KEY_TAG } from './key-tag.ts';
import { LONG_LIVED_QUERY } from './long-lived-query.ts';
import { NSEC3_HASHES_UNDERSTOOD } from './nsec3-hashes-understood.ts';
import { NSID } from './nsid.ts';
import type { OptionType } from './option-type.ts';
import { PADDING } from './padding.ts';
import { REPORT_CHANNEL } from './report-channel.ts';
import { SERVER_TAG } from './server-tag.ts';
import { TCP_KEEPALIVE } from './tcp-keepalive.ts';
import { UMBRELLA_IDENTITY } from './umbrella-identity.ts';
import { UNKNOWN_OPTION } from './unknown.ts';
import { UPDATE_LEASE } from './update-lease.ts';
import { ZONE_VERSION } from './zone-version.ts';

export const OPTION_TYPES = [
  LONG_LIVED_QUERY,
  UPDATE_LEASE,
  NSID,
  ALGORITHMS_UNDERSTOOD,
  DIGESTS_UNDERSTOOD,
  NSEC3_HASHES_UNDERSTOOD,
  CLIENT_SUBNET,
  EXPIRE,
  COOKIE,
  TCP_KEEPALIVE,
  PADDING,
  CHAIN,
  KEY_TAG,
  EXTENDED_ERROR,
  CLIENT_TAG,
  SERVER_TAG,
  REPORT_CHANNEL,
  ZONE_VERSION,
  UMBRELLA_IDENTITY,
  DEVICE_ID,
] as const;

const byCode = new Map<number, OptionType>(
  OPTION_TYPES.map((type) => [type.code, type as OptionType<never> as OptionType]),
);

/** The layout of an option; unknown options share one that keeps their octets. */
export function optionTypeOf(code: number): OptionType {
  return byCode.get(code) ?? UNKNOWN_OPTION;
}

/** The number of a name, an alias or `OPT65001`, in any case; undefined for anything else. */
export function optionCode(text: string): number | undefined {
  const wanted = text.toUpperCase();
  const named = [...byCode.values()].find(({ mnemonic, aliases = [] }) =>
    [mnemonic, ...aliases].some((name) => name.toUpperCase() === wanted),
  );
  const numbered = /^OPT(\d{1,5})$/.exec(wanted);
  if (named || !numbered) return named?.code;
  return Number(numbered[1]) <= 0xffff ? Number(numbered[1]) : undefined;
}

/** `NSID`, `EDE` …; `OPT65001` for one that is not in the table. */
export function optionName(code: number): string {
  return byCode.get(code)?.mnemonic ?? `OPT${code}`;
}
