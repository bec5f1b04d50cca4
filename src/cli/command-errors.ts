/**
 * Errors of commander as ours are: one line each, whatever command they are of, with the help that says more.
 */

import type { Command, CommanderError } from 'commander';

/** Silences the commands; gives what to say of their errors instead. */
export function commandErrors(program: Command): (error: CommanderError) => string {
  let failed = program;
  const silence = (command: Command): void => {
    const note = (): void => {
      failed = command;
    };
    command.exitOverride().configureOutput({ outputError: note, writeErr: note });
    command.commands.forEach(silence);
  };
  silence(program);
  return (error) => complaint(error, failed);
}

function complaint({ code, message }: CommanderError, command: Command): string {
  const path = pathOf(command);
  const names = command.commands.map((each) => each.name());
  // It would have printed its help, for want of a command.
  if (code === 'commander.help') return `${path} needs one of its commands: ${names.join(', ')}`;
  const more = names.length > 0 ? 'commands' : 'options';
  return `${message.replace(/^error: /, '')} (${path} --help shows the ${more})`;
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
