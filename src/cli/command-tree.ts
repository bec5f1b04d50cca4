/**
 * The commands as plain data, read from commander: for shells that complete and for the man page.
 */

import type { Command, Option } from 'commander';

export interface CommandEntry {
  /** `lab list`; empty for rootwalk itself. */
  readonly path: string;
  readonly description: string;
  readonly words: readonly WordEntry[];
  readonly options: readonly OptionEntry[];
  readonly commands: readonly CommandEntry[];
}

export interface WordEntry {
  readonly name: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
}

export interface OptionEntry {
  /** `-f, --format <format>` */
  readonly flags: string;
  readonly short: string | undefined;
  readonly long: string | undefined;
  readonly description: string;
  readonly choices: readonly string[];
  readonly takes: 'nothing' | 'a value' | 'perhaps a value';
  /** Text of the value that stands without the option; empty where there is none. */
  readonly usually: string;
}

export function commandTree(command: Command, path: readonly string[] = []): CommandEntry {
  return {
    path: path.join(' '),
    description: command.description(),
    words: command.registeredArguments.map((word) => ({
      name: word.name(),
      description: word.description,
      choices: word.argChoices ?? [],
      isRequired: word.required,
      isVariadic: word.variadic,
    })),
    options: command.options.filter(({ hidden }) => !hidden).map(optionEntry),
    commands: command.commands.map((each) => commandTree(each, [...path, each.name()])),
  };
}

function optionEntry(option: Option): OptionEntry {
  const { flags, short, long, description, argChoices, required, optional, defaultValue } = option;
  return {
    flags,
    short,
    long,
    description,
    choices: argChoices ?? [],
    takes: required ? 'a value' : optional ? 'perhaps a value' : 'nothing',
    usually: ['string', 'number'].includes(typeof defaultValue) ? String(defaultValue) : '',
  };
}

/** The command and all below it. */
export function allCommands(entry: CommandEntry): CommandEntry[] {
  return [entry, ...entry.commands.flatMap(allCommands)];
}
