/**
 * The hosts line of nsswitch.conf(5), as the GNU C library 2.34 and later read it: which sources a name is
 * looked up in, and after which of them the search ends.
 */

import { C_SPACE, excerptOf, linesOf } from './file-lines.ts';

export type LookupStatus = 'success' | 'notfound' | 'unavail' | 'tryagain';
export type LookupAction = 'return' | 'continue' | 'merge';

export interface NameSource {
  /** As in the file: `files`, `dns`, `mdns4_minimal` … */
  readonly name: string;
  readonly actions: Readonly<Record<LookupStatus, LookupAction>>;
}

export interface Nsswitch {
  readonly sources: readonly NameSource[];
  /** The line with the sources; null for the built-in `files dns`. */
  readonly line: number | null;
  /** That line, fit to be shown; empty for the built-in one. */
  readonly text: string;
  /** Why the file cannot be used, in words: then every lookup fails. Null where it can. */
  readonly problem: string | null;
}

export function parseNsswitch(file: string): Nsswitch {
  let found: Nsswitch = { sources: DEFAULT_SOURCES, line: null, text: '', problem: null };
  for (const { number, text, terminated } of linesOf(file)) {
    // A last line without a newline is not read at all.
    const database = terminated ? LINE.exec(`${text}\n`) : null;
    if (!database || !DATABASES.has(database[1]!)) continue;
    const sources = parseSources(database[2]!);
    if (!sources)
      return {
        sources: [],
        line: number,
        text: excerptOf(text),
        problem: `line ${number} of nsswitch.conf is not valid`,
      };
    // The last line of several counts.
    if (database[1] !== 'hosts') continue;
    found = { sources: withoutComment(sources), line: number, text: excerptOf(text), problem: null };
  }
  return found;
}

const DEFAULT_ACTIONS = {
  success: 'return',
  notfound: 'continue',
  unavail: 'continue',
  tryagain: 'continue',
} as const;
const DEFAULT_SOURCES: readonly NameSource[] = ['files', 'dns'].map((name) => ({
  name,
  actions: DEFAULT_ACTIONS,
}));

/** The databases whose lines are read; one that cannot be read spoils them all. */
const DATABASES = new Set(
  `aliases ethers group gshadow hosts initgroups netgroup
   networks passwd protocols publickey rpc services shadow`.split(/\s+/),
);

/** The colon may be missing: a space does as well. */
const LINE = new RegExp(`^[${C_SPACE}]*([^${C_SPACE}:]+)(?:[${C_SPACE}]*:|[${C_SPACE}])([^]*)$`);
const SERVICE = new RegExp(`[${C_SPACE}]*([^${C_SPACE}[]+)[${C_SPACE}]*`, 'y');
const OPEN = new RegExp(`\\[[${C_SPACE}]*`, 'y');
const CRITERION = new RegExp(
  `(!?)([^${C_SPACE}=\\]]*)[${C_SPACE}]*=[${C_SPACE}]*([^${C_SPACE}=\\]]*)[${C_SPACE}]*`,
  'y',
);

/** `files mdns4_minimal [NOTFOUND=return] dns`; undefined where an action cannot be read. */
function parseSources(text: string): NameSource[] | undefined {
  const sources: NameSource[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  for (let service = take(SERVICE); service; service = take(SERVICE)) {
    let actions: NameSource['actions'] = DEFAULT_ACTIONS;
    if (take(OPEN)) {
      do {
        const changed = changeActions(actions, take(CRITERION));
        if (!changed) return undefined;
        actions = changed;
      } while (text[at] !== ']');
      at++;
    }
    sources.push({ name: service[1]!, actions });
  }
  return sources;
}

function changeActions(
  actions: NameSource['actions'],
  criterion: RegExpExecArray | null,
): NameSource['actions'] | undefined {
  const [, not, statusText, actionText] = criterion ?? [];
  const status = STATUSES.find((known) => known === statusText?.toLowerCase());
  const action = ACTIONS.find((known) => known === actionText?.toLowerCase());
  if (!status || !action) return undefined;
  if (!not) return { ...actions, [status]: action };
  return { success: action, notfound: action, unavail: action, tryagain: action, [status]: actions[status] };
}

const STATUSES = ['success', 'notfound', 'unavail', 'tryagain'] as const;
const ACTIONS = ['return', 'continue', 'merge'] as const;

/**
 * A number sign starts a comment only at the start of a line: behind the sources its words are sources too,
 * and `dns # files` does read the hosts file. Those that no module is named after do nothing and are left
 * out.
 */
function withoutComment(sources: readonly NameSource[]): readonly NameSource[] {
  const comment = sources.findIndex(({ name }) => name.startsWith('#'));
  if (comment < 0) return sources;
  return sources.filter(({ name }, index) => index < comment || MODULES.test(name));
}

const MODULES = /^(files|dns|mdns[46]?(_minimal)?|myhostname|mymachines|resolve|compat|nis|hesiod|wins|db)$/;
