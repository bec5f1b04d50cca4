/**
 * A page of explanation: one thing of the registry, of the message, of the network, or one word. Plain values, so that
 * text, JSON and Markdown are three ways of printing the same.
 */

import type { Part } from './drawing.ts';

/** In the order in which topics are listed. */
export const GROUPS = [
  { id: 'layer', title: 'Layers of the network', prefixes: ['layer'] },
  { id: 'part', title: 'Parts of a message', prefixes: ['part', 'section', 'message part'] },
  { id: 'flag', title: 'Flags', prefixes: ['flag', 'bit'] },
  { id: 'opcode', title: 'Opcodes', prefixes: ['opcode'] },
  { id: 'rcode', title: 'Response codes', prefixes: ['rcode', 'response code', 'status'] },
  { id: 'class', title: 'Classes', prefixes: ['class', 'qclass'] },
  { id: 'type', title: 'Record types', prefixes: ['type', 'qtype', 'record type', 'record', 'rr'] },
  { id: 'option', title: 'EDNS options', prefixes: ['option', 'opt', 'edns', 'edns option'] },
  {
    id: 'extended-error',
    title: 'Extended errors',
    prefixes: ['ede', 'extended error', 'extended dns error', 'info code'],
  },
  { id: 'number', title: 'Numbers inside records', prefixes: ['number'] },
  { id: 'port', title: 'Well-known ports', prefixes: ['port', 'service'] },
  { id: 'problem', title: 'Problems of a message', prefixes: ['problem', 'error'] },
  { id: 'finding', title: 'Findings', prefixes: ['finding', 'cause'] },
  { id: 'term', title: 'Words', prefixes: ['term', 'word'] },
] as const;

export type GroupId = (typeof GROUPS)[number]['id'];

export interface PageField {
  readonly name: string;
  /** How it is laid out: `16-bit number`. */
  readonly kind: string;
  readonly meaning: string;
}

export interface Page {
  readonly group: GroupId;
  /** What the thing is called, first in the list of topics. */
  readonly name: string;
  /** What its number counts, where the group does not say: `DNSSEC algorithm`. */
  readonly kind?: string;
  /** Its number in its registry. */
  readonly number?: number;
  /** Other names that it goes by. */
  readonly aliases: readonly string[];
  /** What else leads here. */
  readonly keys: readonly string[];
  /** What it is, in one sentence. */
  readonly meaning: string;
  /** What else there is to know, a paragraph each. */
  readonly more: readonly string[];
  /** The layout, in wire order. */
  readonly fields: readonly PageField[];
  readonly parts: readonly Part[];
  readonly example?: { readonly text: string; readonly hex: string };
  /** Empty where no document describes it. */
  readonly rfc: string;
  /** Names of other pages. */
  readonly see: readonly string[];
}

type Given = Partial<Page> & Pick<Page, 'group' | 'name' | 'meaning' | 'rfc'>;

/** Fills in what a page does not have. */
export function page(given: Given): Page {
  return { aliases: [], keys: [], more: [], fields: [], parts: [], see: [], ...given };
}

/** `MX (type 15)`, `AD (flag)`: the name with what sets it apart from others of the same name. */
export function titleOf({ group, kind = wordOf(group), name, number }: Page): string {
  return number === undefined ? `${name} (${kind})` : `${name} (${kind} ${number})`;
}

function wordOf(group: GroupId): string {
  if (group === 'option') return 'EDNS option';
  return group === 'part' ? 'part of a message' : group.replace('-', ' ');
}
