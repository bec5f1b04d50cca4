/**
 * A reply as dig prints it, so that what reads dig reads us: the same marks, the same columns with tabs between them, the
 * same words at the end.
 */

import { className, typeName } from '../message/codes.ts';
import type { Message, ResourceRecord } from '../message/message.ts';
import { messageBlocks, type MessageBlock } from '../message/message-text.ts';
import { printRdata } from '../message/record-text.ts';
import type { Asked } from './query.ts';
import { shownBlocks, type ShownParts } from './shown-parts.ts';

/** `at` is when the reply came. */
export function queryAsDig({ server, attempts, question }: Asked, shown: ShownParts, at: Date): string {
  const { result, transport } = attempts.at(-1)!;
  if (result.kind !== 'reply') return '';
  const { message, octets, elapsedMs } = result;
  const blocks = shownBlocks(
    messageBlocks(message).map((block) => inColumns(block, message)),
    shown,
  );
  const asked = `${question.name} ${typeName(question.type)}`;
  const texts = [
    ...(shown.has('comments')
      ? [[`; <<>> rootwalk <<>> ${asked}`, ';; Got answer:', ...blocks.shift()!.lines]]
      : []),
    ...blocks.map(({ lines }) => lines),
    ...(shown.has('stats')
      ? [
          [
            `;; Query time: ${elapsedMs.toFixed(0)} msec`,
            `;; SERVER: ${server.address}#${server.port}(${server.address}) (${transport.toUpperCase()})`,
            `;; WHEN: ${asDate(at)}`,
            `;; MSG SIZE  rcvd: ${octets.length}`,
          ],
        ]
      : []),
  ];
  return texts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** `Wed Nov 25 07:04:39 UTC 2026`, as date(1) has it. */
function asDate(at: Date): string {
  const [day, month, date, time] = at
    .toUTCString()
    .replace(/^(\w+), (\d+) (\w+) \d+ ([\d:]+) GMT$/, '$1 $3 $2 $4')
    .split(' ');
  return `${day} ${month} ${date} ${time} UTC ${at.getUTCFullYear()}`;
}

function inColumns(block: MessageBlock, message: Message): MessageBlock {
  const { part, lines } = block;
  const [title = ''] = lines;
  if (part === 'header' || part === 'edns') return block;
  if (part === 'question') {
    const asked = message.questions.map(
      ({ name, type, class: of }) =>
        `;${name}${tabsBehind(`;${name}`, 4)}${className(of)}\t${typeName(type)}`,
    );
    return { part, lines: [title, ...asked] };
  }
  return { part, lines: [title, ...message[part].map(recordLine)] };
}

function recordLine(record: ResourceRecord): string {
  const { name, ttl } = record;
  const fields = [ttl, className(record.class), typeName(record.type), printRdata(record)];
  return `${name}${tabsBehind(name, 3)}${fields.join('\t')}`;
}

/** As many as lead to the column that dig has there, one at the least. */
function tabsBehind(text: string, tabs: number): string {
  return '\t'.repeat(Math.max(1, tabs - Math.floor(text.length / 8)));
}
