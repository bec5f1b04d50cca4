/**
 * `rootwalk dissect [INPUT]`: every octet of a message explained, as text, JSON or a page.
 */

import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CapturedMessage } from '../../capture/captured-message.ts';
import { INPUT_KINDS, type Input, type Kind } from '../../capture/input.ts';
import { dissectMessage, type DissectedMessage, type DissectionSource } from '../../render/dissection.ts';
import { dissectionToJson } from '../../render/dissection-json.ts';
import { dissectionShort, dissectionText } from '../../render/dissection-text.ts';
import { jsonText } from '../../render/json-text.ts';
import { builtLayers, type WrapFlags } from '../built-layers.ts';
import { printEndpoint } from '../endpoint.ts';
import { EXIT } from '../exit-status.ts';
import { inputOf } from '../input.ts';
import type { Invocation } from '../invocation.ts';
import { fileOutput, streamOutput, type ColorChoice, type Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';

export const DISSECTION_FORMATS = ['text', 'short', 'json', 'ndjson', 'html'] as const;
export type DissectionFormat = (typeof DISSECTION_FORMATS)[number];

export interface ShowFlags extends WrapFlags {
  readonly format: DissectionFormat;
  readonly layers?: true;
  readonly secondOpinion?: true;
  readonly output?: string;
  readonly color: ColorChoice;
}

interface DissectFlags extends ShowFlags {
  readonly from?: Kind;
  readonly message?: number;
  readonly strict?: true;
}

export function addDissectCommand(program: Command, invocation: Invocation): void {
  const command = program
    .command('dissect')
    .description('explain every octet of a message: a file, hex, a hex dump, base64, a pcap or pcapng, or stdin')
    .argument('[input]', 'a file, - for stdin, or the octets themselves as hex or base64')
    .addOption(new Option('--from <kind>', 'what the input is, instead of recognising it').choices(INPUT_KINDS))
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(DISSECTION_FORMATS).default('text'))
    .option('--message <n>', 'only this one of several messages, counted from 1', messageNumber)
    .option('--strict', 'end with status 8 where a message has a problem');
  addShowOptions(command).action(async (input: string | undefined, flags: DissectFlags) => {
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
    .addOption(
      new Option('--color <when>', 'colours')
        .choices(['auto', 'always', 'never'])
        .default('auto', 'auto: on a terminal'),
    );
}

async function dissectInput(
  word: string | undefined,
  flags: DissectFlags,
  invocation: Invocation,
): Promise<number> {
  const input = await inputOf(word, flags.from);
  for (const problem of input.problems) invocation.complain(problem);
  const chosen = chosenMessages(input, flags.message);
  const sources = chosen.map((message) => sourceOf(input, message));
  const dissected = await Promise.all(
    chosen.map((message, i) => shown(message.octets, sources[i]!, message.layers, flags)),
  );
  await show(dissected, flags);
  const hasProblem = dissected.some(({ problems }) => problems.length > 0);
  return flags.strict && hasProblem ? EXIT.expectation : EXIT.answer;
}

function chosenMessages({ messages }: Input, number: number | undefined): readonly CapturedMessage[] {
  if (number === undefined) return messages;
  const message = messages[number - 1];
  if (message) return [message];
  throw new UsageError(`there is no message ${number}: the input has ${messages.length}`);
}

function sourceOf({ kind, why }: Input, message: CapturedMessage): DissectionSource {
  const { where, timeMs, source, destination, transport, problems } = message;
  return {
    kind,
    why,
    where,
    ...(timeMs === undefined ? {} : { timeMs }),
    ...(source && destination ? { source: printEndpoint(source), destination: printEndpoint(destination) } : {}),
    ...(transport ? { transport } : {}),
    problems,
  };
}

/** A message dissected with all that the flags want shown of it. */
export async function shown(
  octets: Uint8Array,
  source: DissectionSource,
  layers: CapturedMessage['layers'],
  flags: ShowFlags,
): Promise<DissectedMessage> {
  const around = flags.layers ? (layers.length > 0 ? layers : builtLayers(octets, flags)) : [];
  const dissected = dissectMessage(octets, source, around);
  if (!flags.secondOpinion) return dissected;
  // The other decoder is loaded only where it is asked.
  const { secondOpinion } = await import('../../render/second-opinion.ts');
  return { ...dissected, secondOpinion: secondOpinion(octets, dissected.message) };
}

export async function show(dissected: readonly DissectedMessage[], flags: ShowFlags): Promise<void> {
  const output =
    flags.output === undefined
      ? streamOutput(process.stdout, flags.color)
      : fileOutput(flags.output, flags.color);
  if (flags.format === 'json' || flags.format === 'html') await output.write(await wholeDocument(dissected, flags.format));
  else for (const [i, one] of dissected.entries()) await output.write(piece(one, i, flags, output));
  await output.finish();
}

/** One message is an object, several are a list of them. */
async function wholeDocument(dissected: readonly DissectedMessage[], format: 'json' | 'html'): Promise<string> {
  if (format === 'html') {
    const { dissectionHtml } = await import('../../render/dissection-html.ts');
    return dissectionHtml(dissected);
  }
  const documents = dissected.map(dissectionToJson);
  return `${jsonText(documents.length === 1 ? documents[0] : documents, 2)}\n`;
}

function piece(one: DissectedMessage, i: number, flags: ShowFlags, output: Output): string {
  if (flags.format === 'ndjson') return `${jsonText(dissectionToJson(one))}\n`;
  const text =
    flags.format === 'short'
      ? dissectionShort(one)
      : dissectionText(one, output.style, flags.output === undefined ? columnsOf(process.stdout) : PLAIN_COLUMNS);
  return i === 0 ? text : `\n${text}`;
}

const PLAIN_COLUMNS = 80;
const FEWEST_COLUMNS = 60;
const MOST_COLUMNS = 160;

function columnsOf({ isTTY, columns }: NodeJS.WriteStream): number {
  return isTTY ? Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, columns)) : PLAIN_COLUMNS;
}

function messageNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}
