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

export function printMessage(message: Message): string[] {
  const { header, questions, edns } = message;
  const status = `status: ${rcodeName(rcodeOf(message))}, id: ${header.id}`;
  const lines = [`;; ->>HEADER<<- opcode: ${opcodeName(header.opcode)}, ${status}`, countsLine(message)];
  if (edns) lines.push('', ';; OPT PSEUDOSECTION:', ...ednsLines(edns));
  if (questions.length > 0) lines.push('', ';; QUESTION SECTION:');
  for (const { name, type, class: questionClass } of questions) {
    lines.push(`;${name} ${className(questionClass)} ${typeName(type)}`);
  }
  for (const section of SECTIONS) {
    const records = message[section];
    if (records.length > 0)
      lines.push('', `;; ${SECTION_TITLES[section]} SECTION:`, ...records.map(printRecord));
  }
  return lines;
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
