/**
 * Completion for bash: a function without anything but bash itself.
 */

import type { CommandEntry } from '../command-tree.ts';
import { completedCommands, valuesOf, wantsFile, type KnownWords } from './completed-words.ts';

export function bashCompletion(root: CommandEntry, known: KnownWords): string {
  const commands = completedCommands(root, known);
  const cases = commands.map(({ path, options, words, commands: below }) => {
    const flags = options.flatMap(({ short, long }) => [short, long]).filter((flag) => flag !== undefined);
    const names = below.map((each) => each.path.split(' ').at(-1)!);
    return `    '${path}') flags='${flags.join(' ')}' words='${[...names, ...words].join(' ')}' ;;`;
  });
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap((option) => {
      const { short, long, takes } = option;
      const choices = valuesOf(option, known);
      if (takes === 'nothing' || (choices.length === 0 && !wantsFile(option))) return [];
      const given = choices.length > 0 ? `values='${choices.join(' ')}'` : 'files=yes';
      return [short, long].flatMap((flag) => (flag ? [`    '${path} ${flag}') ${given} ;;`] : []));
    }),
  );
  const paths = commands.map(({ path }) => path).filter((path) => path !== '');
  return `# bash completion of rootwalk: eval "$(rootwalk completion bash)"
_rootwalk() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path='' flags='' words='' values='' files='' at
  # A word break of its own in bash: --lab=world is three words.
  if [[ $cur == '=' ]]; then cur='' prev=\${COMP_WORDS[COMP_CWORD-1]}
  elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${path:+$path }\${COMP_WORDS[at]}" in
${paths.map((path) => `      '${path}') path='${path}' ;;`).join('\n')}
    esac
  done
  case "$path $prev" in
${values.join('\n')}
  esac
  case "$path" in
${cases.join('\n')}
  esac
  if [[ -n $values ]]; then words=$values
  elif [[ -n $files ]]; then COMPREPLY=($(compgen -f -- "$cur")); return
  elif [[ $cur == -* ]]; then words=$flags
  elif [[ -z $words ]]; then COMPREPLY=($(compgen -f -- "$cur")); return; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -F _rootwalk rootwalk
`;
}
