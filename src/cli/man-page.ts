/**
 * The man page, made from the tree of the commands (man-pages(7), groff_man(7)).
 */

import { allCommands, type CommandEntry, type OptionEntry, type WordEntry } from './command-tree.ts';
import { EXIT } from './exit-status.ts';

export function manPage(root: CommandEntry, version: string): string {
  const commands = allCommands(root).filter(({ path, commands: below }) => path !== '' && below.length === 0);
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      'NAME',
      [`rootwalk \\- ${escaped('walks from the DNS root to the answer, beside what this computer says')}`],
    ],
    [
      'SYNOPSIS',
      [...synopsis('[NAME [TYPE]]'), ...commands.flatMap((each) => ['.br', ...synopsis(usageOf(each))])],
    ],
    ['DESCRIPTION', [escaped(root.description), '.PP', escaped(WITHOUT_COMMAND)]],
    ...commands.map((each) => [`rootwalk ${each.path}`.toUpperCase(), commandLines(each)] as const),
    ['EXIT STATUS', STATUSES.flatMap(([status, means]) => ['.TP', `.B ${status}`, escaped(means)])],
    ['ENVIRONMENT', ENVIRONMENT.flatMap(([name, means]) => ['.TP', `.B ${name}`, escaped(means)])],
    [
      'FILES',
      [
        '.TP',
        '.I ~/.config/rootwalk/config.yaml',
        escaped('settings of the explorer: rootwalk config --print'),
      ],
    ],
    ['SEE ALSO', ['.BR dig (1),', '.BR resolv.conf (5),', '.BR nsswitch.conf (5)']],
  ];
  return [
    `.TH ROOTWALK 1 "" "rootwalk ${escaped(version)}" "User Commands"`,
    ...sections.flatMap(([title, lines]) => [`.SH ${quotedTitle(title)}`, ...lines]),
    '',
  ].join('\n');
}

const WITHOUT_COMMAND =
  'Without a command the name is explored on a terminal, and walked for anywhere else. --lab walks in an Internet that needs no network.';

const STATUSES: readonly (readonly [status: number, means: string])[] = [
  [EXIT.answer, 'an answer'],
  [EXIT.bug, 'a bug in rootwalk'],
  [EXIT.usage, 'usage or unreadable input'],
  [EXIT.nxdomain, 'there is no such name'],
  [EXIT.nodata, 'there is no such type at that name'],
  [EXIT.failed, 'the servers failed or refused'],
  [EXIT.noReply, 'nobody replied'],
  [EXIT.bogus, 'DNSSEC says bogus'],
  [EXIT.expectation, 'an expectation did not hold'],
  [EXIT.interrupted, 'interrupted'],
];

const ENVIRONMENT: readonly (readonly [name: string, means: string])[] = [
  ['NO_COLOR', 'no colours'],
  ['FORCE_COLOR', 'colours where there is no terminal'],
  ['INK_SCREEN_READER', 'true: the explorer writes lines for a screen reader'],
  ['XDG_CONFIG_HOME', 'where the settings are, instead of ~/.config'],
];

function synopsis(words: string): string[] {
  return [`.B rootwalk`, escaped(words)];
}

function usageOf({ path, words }: CommandEntry): string {
  return [path, '[options]', ...words.map(wordText)].join(' ');
}

function wordText({ name, isRequired, isVariadic }: WordEntry): string {
  const text = `${name.toUpperCase()}${isVariadic ? '...' : ''}`;
  return isRequired ? text : `[${text}]`;
}

function commandLines({ description, words, options }: CommandEntry): string[] {
  const told = words.filter((word) => word.description !== '');
  return [
    escaped(`${description}.`),
    ...told.flatMap(({ name, description: about }) => [
      '.TP',
      `.I ${escaped(name.toUpperCase())}`,
      escaped(about),
    ]),
    ...options.flatMap(optionLines),
  ];
}

function optionLines({ flags, description, choices, usually }: OptionEntry): string[] {
  const among = choices.length > 0 ? ` One of ${choices.join(', ')}.` : '';
  const without = usually === '' ? '' : ` (${usually})`;
  return [
    '.TP',
    `.B ${escaped(flags)}`,
    escaped(`${description}${without}${among === '' ? '' : `.${among}`}`),
  ];
}

function quotedTitle(title: string): string {
  return title.includes(' ') ? `"${escaped(title)}"` : escaped(title);
}

/** What roff would read as its own: backslashes, hyphens that are to be copied, a dot or quote at the start of a line. */
function escaped(text: string): string {
  const plain = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replaceAll('"', '\\(dq');
  return plain.replace(/^(?=[.'])/, '\\&');
}
