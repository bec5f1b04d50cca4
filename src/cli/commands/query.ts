/**
 * `rootwalk query NAME [TYPE] [CLASS] [@SERVER]`: one question to one server, and the whole message that comes back.
 */

import { InvalidArgumentError, Option, type Command } from 'commander';
import { addEdnsOptions, type EdnsFlags } from '../edns-options.ts';
import { colorOption } from '../color-option.ts';
import { addEncryptionOptions, type EncryptionFlags } from '../encryption-options.ts';
import { addExpectOptions, type ExpectFlags } from '../expect-options.ts';
import type { Invocation } from '../invocation.ts';
import { labOption } from '../options.ts';
import type { ColorChoice } from '../output.ts';
import { SHOWN_PARTS, type ShownPart, type ShownParts } from '../../render/shown-parts.ts';
import type { query } from '../run-query.ts';
import { nearest } from '../usage-error.ts';
import { wholeNumber } from '../whole-number.ts';

const FORMATS = ['text', 'short', 'json', 'yaml', 'dig'] as const;

export interface QueryFlags extends EdnsFlags, ExpectFlags, EncryptionFlags {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly color: ColorChoice;
  readonly lab?: string;
  readonly reverse?: string;
  readonly type?: string;
  readonly class?: string;
  readonly port?: number;
  readonly timeout: number;
  readonly tries: number;
  readonly tcp?: true;
  readonly tls?: true;
  readonly tsigFile?: string;
  readonly mixCase?: true;
  readonly edns: boolean;
  readonly recurse: boolean;
  readonly cd?: true;
  readonly ipv4Only?: true;
  readonly ipv6Only?: true;
  /** What of the message the formats text and dig show. */
  readonly show?: ShownParts;
  readonly ignoreTruncation?: true;
}

/** What does it, when it is asked for. */
export type LoadQuery = () => Promise<typeof query>;

export function addQueryCommand(program: Command, invocation: Invocation, load: LoadQuery): void {
  const command = program
    .command('query')
    .description('put one question to one server and show the whole message that comes back')
    .argument(
      '[words...]',
      'NAME [TYPE] [CLASS] [@SERVER | @tls://SERVER | @https://SERVER/dns-query]; without one, the first of resolv.conf; with the type AXFR, the whole zone',
    )
    .option('-x, --reverse <address>', 'ask for the reverse name of an address')
    .option('-t, --type <type>', 'the type, where it does not stand behind the name')
    .option('-c, --class <class>', 'the class (IN): CH for version.bind and id.server')
    .addOption(labOption())
    .option(
      '-p, --port <number>',
      'the port that the server is asked at (53; TLS 853; HTTPS 443)',
      wholeNumber(1, 65_535),
    )
    .option(
      '--timeout <ms>',
      'wait this long the first time, then twice as long',
      wholeNumber(10, 60_000),
      1000,
    )
    .option('--tries <n>', 'ask a silent server this many times', wholeNumber(1, 20), 3)
    .option('--tcp', 'ask over TCP from the start')
    .option('--tls', 'ask over TLS, as @tls://SERVER')
    .option('--ignore-truncation', 'do not ask again over TCP after a truncated reply')
    .option('--mix-case', 'ask in random upper and lower case, which a forger must guess as well')
    .option('--no-edns', 'ask without an OPT record')
    .option('--no-recurse', 'do not wish for recursion: what does the server itself know?')
    .addOption(new Option('-4, --ipv4-only', 'ask the server over IPv4').conflicts('ipv6Only'))
    .option('-6, --ipv6-only', 'ask the server over IPv6')
    .option(
      '--show <parts>',
      'only these of comments, question, answer, authority, additional, stats',
      shownParts,
    )
    .option('--tsig-file <file>', 'sign the query with the key of this file, and verify the reply (RFC 8945)')
    .option('--cd', 'take also what does not validate (CD)');
  addExpectOptions(addEncryptionOptions(addEdnsOptions(command)))
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .addOption(colorOption())
    .action(async (words: readonly string[], flags: QueryFlags) => {
      const run = await load();
      invocation.status = await run(words, flags, invocation);
    });
}

/** `answer,authority`; `nothing` for none of them. */
function shownParts(text: string): ShownParts {
  if (text === 'nothing') return new Set();
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return new Set(
    words.map((word): ShownPart => {
      const part = SHOWN_PARTS.find((each) => each === word);
      if (part) return part;
      const near = nearest(word, SHOWN_PARTS);
      throw new InvalidArgumentError(
        `"${word}" is no part of a message${near ? `; did you mean ${near}?` : `: ${SHOWN_PARTS.join(', ')}`}`,
      );
    }),
  );
}
