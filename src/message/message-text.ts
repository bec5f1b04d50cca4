/**
 * A whole message as zone-file lines, with the header, EDNS and section marks as the comments that `dig` prints, so that
 * people know them and zone-file readers pass over them. `scanMessage` is the inverse.
 */

import { className, opcodeName, rcodeName, typeName } from './codes.ts';
import { optionName, optionTypeOf } from './options/table.ts';
import type { Edns } from './edns.ts';
import { flagNames } from './header.ts';
import { rcodeOf, SECTIONS, type Message, type Section } from './message.ts';
import { printable } from './printable-text.ts';
import { printRecord } from './record-text.ts';

const SECTION_TITLES: Readonly<Record<Section, string>> = {
  answers: 'ANSWER',
  authorities: 'AUTHORITY',
  additionals: 'ADDITIONAL',
};

/** A stretch of lines that is shown or left out as a whole. */
export interface MessageBlock {
  readonly part: 'header' | 'edns' | 'question' | Section;
  /** The first line says what follows, but for the header. */
  readonly lines: readonly string[];
}

export function printMessage(message: Message): string[] {
  return messageBlocks(message).flatMap(({ lines }, i) => (i === 0 ? lines : ['', ...lines]));
}

/** The message in parts; those that are empty are left out. */
export function messageBlocks(message: Message): MessageBlock[] {
  const { header, questions, edns } = message;
  const status = `status: ${rcodeName(rcodeOf(message))}, id: ${header.id}`;
  const first = `;; ->>HEADER<<- opcode: ${opcodeName(header.opcode)}, ${status}`;
  const asked = questions.map(
    ({ name, type, class: questionClass }) => `;${name} ${className(questionClass)} ${typeName(type)}`,
  );
  return [
    { part: 'header', lines: [first, countsLine(message)] },
    ...(edns ? [{ part: 'edns', lines: [';; OPT PSEUDOSECTION:', ...ednsLines(edns)] } as const] : []),
    ...(asked.length > 0 ? [{ part: 'question', lines: [';; QUESTION SECTION:', ...asked] } as const] : []),
    ...SECTIONS.filter((section) => message[section].length > 0).map((section) => ({
      part: section,
      lines: [`;; ${SECTION_TITLES[section]} SECTION:`, ...message[section].map(printRecord)],
    })),
  ];
}

function countsLine({ header, questions, answers, authorities, additionals, edns }: Message): string {
  const additional = additionals.length + (edns ? 1 : 0);
  const counts = `QUERY: ${questions.length}, ANSWER: ${answers.length}, AUTHORITY: ${authorities.length}`;
  return `;; flags: ${flagNames(header).join(' ')}; ${counts}, ADDITIONAL: ${additional}`;
}

function ednsLines(edns: Edns): string[] {
  const flags = [...(edns.dnssecOk ? ['do'] : []), ...(edns.z === 0 ? [] : [`0x${edns.z.toString(16)}`])];
  const options = edns.options.map(({ code, values }) =>
    `; ${optionName(code)}: ${optionTypeOf(code).print(values)}`.trimEnd(),
  );
  return [
    `; EDNS: version: ${edns.version}, flags:${flags.map((flag) => ` ${flag}`).join('')}; udp: ${edns.udpPayloadSize}`,
    ...options.map(printable),
  ];
}
