/**
 * What the OPT record of a reply says (RFC 6891), in words and as JSON: the reasons of the server (RFC 8914), its name
 * (RFC 5001), its cookie (RFC 7873), whom the answer is for (RFC 7871), and whatever else it carries.
 */

import { printOption, type Edns, type EdnsOption } from '../message/edns.ts';
import { printHex } from '../message/hex.ts';
import type { Message } from '../message/message.ts';
import { CLIENT_SUBNET } from '../message/options/client-subnet.ts';
import { COOKIE } from '../message/options/cookie.ts';
import { EXTENDED_ERROR } from '../message/options/extended-error.ts';
import { NSID } from '../message/options/nsid.ts';
import type { OptionType } from '../message/options/option-type.ts';
import { optionName, optionTypeOf } from '../message/options/table.ts';
import { printable } from '../message/printable-text.ts';
import { extendedErrorName, extendedErrorText } from '../message/registry/extended-errors.ts';

type Json = Readonly<Record<string, unknown>>;

/** A server may say 65 thousand octets; people read the beginning. */
const LONGEST_WORDS = 240;

/** One phrase for each option; empty for an OPT record without any. Safe for a terminal. */
export function ednsWords({ edns }: Message): string[] {
  const words = edns?.options.map(wordsOf) ?? [];
  return words.map((text) => (text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text));
}

export function ednsJson(edns: Edns): Json {
  const { udpPayloadSize, version, dnssecOk, options } = edns;
  const extendedErrors = valuesOf(options, EXTENDED_ERROR).map(({ infoCode, extraText }) => ({
    code: infoCode,
    name: extendedErrorName(infoCode) ?? null,
    text: extraText,
  }));
  const [nsid] = valuesOf(options, NSID);
  return {
    version,
    udpPayloadSize,
    dnssecOk,
    extendedErrors,
    nsid: nsid ? { hex: printHex(nsid.identifier), text: plainText(nsid.identifier) ?? null } : null,
    options: options.map(({ code, values }) => ({
      code,
      name: optionName(code),
      data: optionTypeOf(code).print(values),
    })),
  };
}

function wordsOf(option: EdnsOption): string {
  const { code, values } = option;
  const as = <T>(type: OptionType<T>): T | undefined => (code === type.code ? (values as T) : undefined);
  const error = as(EXTENDED_ERROR);
  if (error) {
    const text = error.extraText === '' ? '' : `: ${printable(error.extraText)}`;
    return `extended error ${extendedErrorText(error.infoCode)}${text}`;
  }
  const nsid = as(NSID);
  if (nsid)
    return `the server calls itself ${plainText(nsid.identifier) ?? printHex(nsid.identifier)} (NSID)`;
  const cookie = as(COOKIE);
  if (cookie) {
    const { length } = cookie.server;
    return `our cookie came back${length > 0 ? `, with one of the server (${length} octets)` : ''}`;
  }
  const subnet = as(CLIENT_SUBNET)?.subnet;
  if (subnet) {
    const { address, sourcePrefixLength, scopePrefixLength } = subnet;
    return scopePrefixLength === 0
      ? `the answer is for everybody, not only ${address}/${sourcePrefixLength} (client subnet)`
      : `the answer is for ${address}/${scopePrefixLength} (client subnet)`;
  }
  return printable(printOption(option));
}

function valuesOf<T>(options: readonly EdnsOption[], type: OptionType<T>): T[] {
  return options.flatMap(({ code, values }) => (code === type.code ? [values as T] : []));
}

/** The octets as text where they are plain ASCII, as most server names are. */
function plainText(octets: Uint8Array): string | undefined {
  const text = octets.length > LONGEST_WORDS ? '' : String.fromCharCode(...octets);
  return /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(text) ? text : undefined;
}
