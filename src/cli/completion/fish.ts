/**
 * Completion for fish: a line for each word, with what it does.
 */

import type { CommandEntry } from '../command-tree.ts';
import { completedCommands, valuesOf, wantsFile, type KnownWords } from './completed-words.ts';

export function fishCompletion(root: CommandEntry, known: KnownWords): string {
  const lines = completedCommands(root, known).flatMap(({ path, options, words, commands }) => {
    const condition = conditionOf(path, commands);
    const names = commands.map((each) =>
      line(condition, ['-a', each.path.split(' ').at(-1)!, '-d', each.description]),
    );
    const own = words.length > 0 ? [line(condition, ['-a', words.join(' ')])] : [];
    const flags = options.map((option) => {
      const values = valuesOf(option, known);
      return line(condition, [
        ...(option.short ? ['-s', option.short.slice(1)] : []),
        ...(option.long ? ['-l', option.long.slice(2)] : []),
        ...(option.takes === 'a value' ? ['-r'] : []),
        ...(values.length > 0 ? ['-f', '-a', values.join(' ')] : []),
        ...(wantsFile(option) ? ['-F'] : []),
        '-d',
        option.description,
      ]);
    });
    return [...names, ...own, ...flags];
  });
  return `# fish completion of rootwalk: rootwalk completion fish | source
complete -c rootwalk -e
complete -c rootwalk -f
${lines.join('\n')}
`;
}

function conditionOf(path: string, below: readonly CommandEntry[]): string {
  if (path === '') return '__fish_use_subcommand';
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  const names = below.map((each) => each.path.split(' ').at(-1)!);
  const none = names.length > 0 ? [`not __fish_seen_subcommand_from ${names.join(' ')}`] : [];
  return [...seen, ...none].join('; and ');
}

function line(condition: string, parts: readonly string[]): string {
  const words = parts.map((part) => (/^-[a-zA-Z]$/.test(part) ? part : quoted(part)));
  return `complete -c rootwalk -n ${quoted(condition)} ${words.join(' ')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
