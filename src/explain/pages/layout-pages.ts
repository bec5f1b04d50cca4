/**
 * Pages for what has a layout: record types and EDNS options, from their own tables.
 */

import type { Field } from '../../message/kinds/kind.ts';
import type { OptionType } from '../../message/options/option-type.ts';
import { OPTION_TYPES } from '../../message/options/table.ts';
import { UNKNOWN_OPTION } from '../../message/options/unknown.ts';
import type { RecordType } from '../../message/records/record-type.ts';
import { RECORD_TYPES } from '../../message/records/table.ts';
import { UNKNOWN } from '../../message/records/unknown.ts';
import { partsOf } from '../field-parts.ts';
import { page, type Page, type PageField } from '../page.ts';

export function recordPages(): Page[] {
  const types = RECORD_TYPES as readonly unknown[] as readonly RecordType[];
  return types.toSorted((a, b) => a.code - b.code).map(recordPage);
}

function recordPage(type: RecordType): Page {
  const { mnemonic: name, code: number, meaning, rfc, example } = type;
  const layout = { fields: fieldsOf(type.fields), parts: partsOf(type.fields) };
  return page({
    group: 'type',
    name,
    number,
    keys: [`TYPE${number}`],
    meaning,
    rfc,
    example,
    ...layout,
    see: ['RECORD'],
  });
}

export function optionPages(): Page[] {
  return (OPTION_TYPES as readonly unknown[] as readonly OptionType[]).map(optionPage);
}

function optionPage(type: OptionType): Page {
  const { mnemonic: name, code: number, meaning, rfc, example, aliases = [] } = type;
  return page({
    group: 'option',
    name,
    number,
    aliases,
    keys: [`OPT${number}`],
    meaning,
    rfc,
    example,
    fields: fieldsOf(type.fields),
    parts: partsOf(type.fields),
    see: ['OPTION', 'EDNS'],
  });
}

/** The page of a type that is in no table: `TYPE65280`. */
export function unknownTypePage(code: number): Page {
  return recordPage({ ...(UNKNOWN as RecordType), mnemonic: `TYPE${code}`, code });
}

/** The page of an option that is in no table: `OPT65001`. */
export function unknownOptionPage(code: number): Page {
  return optionPage({ ...(UNKNOWN_OPTION as unknown as OptionType), mnemonic: `OPT${code}`, code });
}

function fieldsOf(fields: readonly Field[]): PageField[] {
  return fields.map(({ name, kind, meaning }) => ({ name, kind: kind.title, meaning }));
}
