/**
 * The configuration file, read strictly: whatever is not understood is one line with its place, so that a typing error
 * never means the usual. Loads the YAML parser: nothing else does.
 */

import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type ErrorCode,
  type Node,
  type Pair,
} from 'yaml';
import { BINDING_NAMES, rebound } from '../../tui/keys/bindings.ts';
import { KEY_TABLE, type KeyBinding } from '../../tui/keys/key-table.ts';
import { pressWritten } from '../../tui/keys/press-names.ts';
import { nearest, UsageError } from '../usage-error.ts';
import { SETTINGS, USUAL_SETTINGS, valueWritten, type Settings } from './settings.ts';

export interface Config {
  readonly settings: Settings;
  readonly keys: readonly KeyBinding[];
}

/** Throws UsageError that names the file, the line and the column. */
export function readConfig(text: string, file: string): Config {
  const lineCounter = new LineCounter();
  const refuse = (offset: number, what: string): never => {
    const { line, col } = lineCounter.linePos(offset);
    throw new UsageError(`${file}:${line}:${col}: ${what}`);
  };
  const document = parseDocument(text, { lineCounter, prettyErrors: false, keepSourceTokens: true });
  const [broken] = [...document.errors, ...document.warnings];
  if (broken) refuse(broken.pos[0], MEANINGS[broken.code] ?? `this is not YAML: ${broken.message}`);
  const at: Place = { refuse };
  if (document.contents === null) return { settings: USUAL_SETTINGS, keys: KEY_TABLE };
  const found: Partial<Record<string, Settings[keyof Settings]>> = {};
  let keys: readonly KeyBinding[] = KEY_TABLE;
  for (const { name, node, value } of members(at, document.contents, MEMBERS, 'setting')) {
    if (name === KEYS) {
      keys = keysIn(at, value, node);
      continue;
    }
    const setting = SETTINGS.find((each) => each.name === name)!;
    const written = wordOf(at, value, node, `${name} is one of ${setting.values.join(', ')}`);
    const known = valueWritten(setting, written);
    if (known === undefined)
      refuse(offsetOf(value ?? node), `${name} is one of ${setting.values.join(', ')}, and not "${written}"`);
    found[name] = known!;
  }
  return { settings: { ...USUAL_SETTINGS, ...(found as Partial<Settings>) }, keys };
}

/** Where the parser speaks to programmers. */
const MEANINGS: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: 'the settings end at a line of ---: leave it out',
  DUPLICATE_KEY: 'this stands here twice',
};

const KEYS = 'keys';
const MEMBERS: readonly string[] = [...SETTINGS.map(({ name }) => name), KEYS];

/** Who says what is wrong, and where. */
interface Place {
  readonly refuse: (offset: number, what: string) => never;
}

interface Member {
  readonly name: string;
  readonly node: Node;
  readonly value: Node | null;
}

function members(at: Place, node: Node, names: readonly string[], what: string): Member[] {
  if (!isMap(node)) return at.refuse(offsetOf(node), `here stand ${what}s, each as "name: value" on a line`);
  return (node.items as Pair<Node, Node | null>[]).map(({ key, value }) => {
    const name = wordOf(at, key, key, `a ${what} has a name`);
    if (names.includes(name)) return { name, node: key, value };
    const near = nearest(name, names);
    const hint = near === undefined ? 'rootwalk config --print names all' : `did you mean "${near}"?`;
    return at.refuse(offsetOf(key), `there is no ${what} "${name}" (${hint})`);
  });
}

function keysIn(at: Place, value: Node | null, under: Node): readonly KeyBinding[] {
  // `keys:` with all its lines commented out.
  if (value === null || (isScalar(value) && value.value === null)) return KEY_TABLE;
  const places = new Map<string, readonly number[]>();
  const wishes = new Map<string, readonly string[]>();
  for (const { name, node, value: presses } of members(at, value, BINDING_NAMES, 'key binding')) {
    const nodes = isSeq(presses) ? (presses.items as Node[]) : [presses];
    wishes.set(
      name,
      nodes.map((each) => pressIn(at, each, node)),
    );
    places.set(
      name,
      [...nodes, node].map((each) => offsetOf(each ?? node)),
    );
  }
  const bound = rebound(wishes);
  if ('table' in bound) return bound.table;
  return at.refuse(places.get(bound.name)?.[bound.place] ?? offsetOf(under), `${bound.name}: ${bound.error}`);
}

function pressIn(at: Place, node: Node | null, under: Node): string {
  const wanted =
    'a key is a character in quotes, or one like enter, space, pageup, f, ctrl+x, alt+x, shift+tab';
  const text = wordOf(at, node, under, wanted);
  return pressWritten(text) ?? at.refuse(offsetOf(node ?? under), `there is no key "${text}": ${wanted}`);
}

/** What stands there, as it is written: a digit is a key, and not a number. */
function wordOf(at: Place, node: Node | null, under: Node, wanted: string): string {
  if (!isScalar(node)) return at.refuse(offsetOf(node ?? under), wanted);
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return text === '' ? at.refuse(offsetOf(under), `a value is missing: ${wanted}`) : text;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
