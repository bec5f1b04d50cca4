/**
 * All that can be found of a hop: its server, zone, question, outcome and findings.
 */

import { typeName } from '../../message/codes.ts';
import { isFinished, type HopEntry } from '../walk/walk-state.ts';

export function hopText({ hop, findings, aliases }: HopEntry): string {
  const { server, zone, question, transport } = hop;
  const outcome = isFinished(hop) ? [hop.outcome, hop.verdict] : [];
  return [
    zone,
    server.name,
    server.address,
    server.source,
    question.name,
    typeName(question.type),
    transport,
    ...outcome,
    ...findings.map(({ code }) => code),
    ...aliases.map(({ target }) => target),
  ].join(' ');
}
