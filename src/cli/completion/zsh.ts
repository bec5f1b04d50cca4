/**
 * Completion for zsh: the same words, with what each option does beside it.
 */

import type { CommandEntry } from '../command-tree.ts';
import { completedCommands, valuesOf, wantsFile, type KnownWords } from './completed-words.ts';

export function zshCompletion(root: CommandEntry, known: KnownWords): string {
  const commands = completedCommands(root, known);
  const paths = commands.map(({ path }) => path).filter((path) => path !== '');
  const cases = commands.map(({ path, options, words, commands: below }) => {
    const flags = options.flatMap(({ short, long, description }) =>
      [short, long].flatMap((flag) => (flag ? [quoted(`${flag}:${description}`)] : [])),
    );
    const names = below.map((each) => quoted(`${each.path.split(' ').at(-1)!}:${each.description}`));
    return `    ${quoted(path)}) flags=(${flags.join(' ')}) names=(${names.join(' ')}) words_=(${words.map(quoted).join(' ')}) ;;`;
  });
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap((option) => {
      const choices = valuesOf(option, known);
      if (option.takes === 'nothing' || (choices.length === 0 && !wantsFile(option))) return [];
      const given = choices.length > 0 ? `values=(${choices.map(quoted).join(' ')})` : 'files=1';
      return [option.short, option.long].flatMap((flag) =>
        flag ? [`    ${quoted(`${path} ${flag}`)}) ${given} ;;`] : [],
      );
    }),
  );
  return `#compdef rootwalk
# zsh completion of rootwalk: rootwalk completion zsh > a folder of $fpath, as _rootwalk
_rootwalk() {
  local path_='' word prev=\${words[CURRENT-1]} cur=\${words[CURRENT]} files=''
  local -a flags names words_ values
  for word in \${words[2,CURRENT-1]}; do
    case "\${path_:+$path_ }$word" in
${paths.map((path) => `      ${quoted(path)}) path_=${quoted(path)} ;;`).join('\n')}
    esac
  done
  if [[ $cur == --*=* ]]; then prev=\${cur%%=*}; compset -P '*='; fi
  case "$path_ $prev" in
${values.join('\n')}
  esac
  case "$path_" in
${cases.join('\n')}
  esac
  if (( \${#values} )); then compadd -a values
  elif [[ -n $files ]]; then _files
  elif [[ $cur == -* ]]; then _describe option flags
  else
    (( \${#names} )) && _describe command names
    (( \${#words_} )) && compadd -a words_ || _files
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _rootwalk "$@"; else compdef _rootwalk rootwalk; fi
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
