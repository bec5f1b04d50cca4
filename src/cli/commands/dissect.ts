/**
 * `rootwalk dissect [INPUT]`: every octet of a message explained, as text, JSON or a page.
 */

import { Option, type Command } from 'commander';
import { INPUT_KINDS, type Kind } from '../../capture/input.ts';
import type { WrapFlags } from '../built-layers.ts';
import { colorOption } from '../color-option.ts';
import type { Invocation } from '../invocation.ts';
import { wholeNumber } from '../whole-number.ts';
import type { ColorChoice } from '../output.ts';

export const DISSECTION_FORMATS = ['text', 'short', 'json', 'ndjson', 'html'] as const;
export type DissectionFormat = (typeof DISSECTION_FORMATS)[number];

export interface ShowFlags extends WrapFlags {
  readonly format: DissectionFormat;
  readonly layers?: true;
  readonly secondOpinion?: true;
  readonly output?: string;
  readonly color: ColorChoice;
}

export interface DissectFlags extends ShowFlags {
  readonly from?: Kind;
  readonly message?: number;
  readonly strict?: true;
}

export function addDissectCommand(program: Command, invocation: Invocation): void {
  const command = program
    .command('dissect')
    .description(
      'explain every octet of a message: a file, hex, a hex dump, base64, a pcap or pcapng, or stdin',
    )
    .argument('[input]', 'a file, - for stdin, or the octets themselves as hex or base64')
    .addOption(
      new Option('--from <kind>', 'what the input is, instead of recognising it').choices(INPUT_KINDS),
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print it').choices(DISSECTION_FORMATS).default('text'),
    )
    .option('--message <n>', 'only this one of several messages, counted from 1', wholeNumber(1, 1e9))
    .option('--strict', 'end with status 8 where a message has a problem');
  addShowOptions(command).action(async (input: string | undefined, flags: DissectFlags) => {
    // No other command pays for the reading of captures.
    const { dissectInput } = await import('../dissect-input.ts');
    invocation.status = await dissectInput(input, flags, invocation);
  });
}

/** What `dissect` and `build` share: how a dissection is shown. */
export function addShowOptions(command: Command): Command {
  return command
    .option('--layers', 'show the layers around the message too, built where the input has none')
    .option('--source <address#port>', 'where built layers say that the message comes from')
    .option('--destination <address#port>', 'where they say that it goes to')
    .option('--tcp', 'build them with TCP instead of UDP')
    .option('--second-opinion', 'say where dns-packet reads the same octets otherwise')
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .addOption(colorOption());
}
