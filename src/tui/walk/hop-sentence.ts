/**
 * A hop as one sentence, for who reads or hears the walk line by line.
 */

import { typeName } from '../../message/codes.ts';
import { printMilliseconds } from '../drawing/units.ts';
import { outcomeWord, printServer } from './hop-words.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

/** `zone com.: a.gtld-servers.net. at 198.51.100.30 (glue) asked over UDP for www.example.com. A: referral after 21 ms.` */
export function hopSentence({ hop, findings }: HopEntry): string {
  const { zone, server, question, transport } = hop;
  const asked = `zone ${zone}: ${server.name} at ${printServer(hop)} (${server.source}) asked over ${transport.toUpperCase()} for ${question.name} ${typeName(question.type)}`;
  if (!isFinished(hop)) return `${asked}, no reply yet.`;
  const took =
    hop.rttMs === null
      ? `after ${printMilliseconds(hop.elapsedMs)} without a reply`
      : `after ${printMilliseconds(hop.rttMs)}`;
  const found = findings.map(({ code }) => ` Finding ${code}.`).join('');
  return `${asked}: ${outcomeWord(hop, 'ended')} ${took}.${found}`;
}
