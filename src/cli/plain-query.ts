/**
 * Which lines `query` can do by itself (query-alone.ts), without what it loads only sometimes: the lab, words of dig, the
 * formats yaml and dig, TLS, HTTPS and TSIG. Any other line, and any that is wrong, is for the whole program.
 */

const WORDS: ReadonlySet<string> = new Set(
  `-x --reverse -t --type -c --class -p --port --timeout --tries --tcp --ignore-truncation --mix-case --no-edns
   --no-recurse -4 --ipv4-only -6 --ipv6-only --cd --show --bufsize --dnssec --nsid --cookie --subnet -o --output
   --color --help -h`.split(/\s+/),
);

const FORMATS: ReadonlySet<string> = new Set(['text', 'short', 'json']);

export function isPlainQuery(words: readonly string[]): boolean {
  if (words[0] !== 'query') return false;
  return words.every((word, at) => {
    if (word === '-f' || word === '--format') return FORMATS.has(words[at + 1] ?? '');
    return (/^[^+-]/.test(word) && !word.includes('://')) || WORDS.has(word);
  });
}
