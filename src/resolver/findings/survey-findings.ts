/**
 * What the servers of a zone show when all of them are asked: different versions, different answers, different lists of
 * servers, and addresses that the parent has wrong.
 */

import type { Name } from '../../message/name.ts';
import type { SurveyRow } from '../events.ts';
import type { Detected } from './hop-findings.ts';

export function surveyFindings(zone: Name, rows: readonly SurveyRow[], hop: number | null): Detected[] {
  const voices = rows.filter(({ status }) => status === 'agrees' || status === 'differs');
  const drift = (
    code: 'SERIAL_DRIFT' | 'ANSWER_DRIFT',
    what: string,
    sayings: readonly [string, SurveyRow][],
  ): Detected[] => {
    const groups = Map.groupBy(sayings, ([saying]) => saying);
    if (groups.size < 2) return [];
    const sides = [...groups].map(
      ([saying, group]) => `${saying} at ${group.map(([, { address }]) => address).join(', ')}`,
    );
    return [{ code, hop, message: `${what} of ${zone} differ: ${sides.join('; ')}` }];
  };
  return [
    ...drift(
      'SERIAL_DRIFT',
      'the serials',
      voices.map((row) => [String(row.serial), row]),
    ),
    ...drift(
      'ANSWER_DRIFT',
      'the answers of the servers',
      voices.flatMap((row): [string, SurveyRow][] => (row.answer ? [[row.answer.join(', '), row]] : [])),
    ),
    ...glueFindings(rows, hop),
  ];
}

/** A server's glue that its own zone does not give. Only families that both speak of can contradict each other. */
function glueFindings(rows: readonly SurveyRow[], hop: number | null): Detected[] {
  return [...Map.groupBy(rows, ({ server }) => server)].flatMap(([server, all]): Detected[] =>
    ([4, 6] as const).flatMap((family): Detected[] => {
      const own = all.filter((row) => row.family === family && row.ownAddresses.includes(row.address));
      const known = all.find((row) => row.family === family && row.ownAddresses.length > 0);
      const stale = all.filter((row) => row.family === family && row.source === 'glue' && !own.includes(row));
      if (!known || stale.length === 0) return [];
      const given = stale.map(({ address }) => address).join(', ');
      const message = `the parent gives ${given} for ${server}, its own zone ${known.ownAddresses.join(', ')}`;
      return [{ code: 'GLUE_MISMATCH', hop, message }];
    }),
  );
}
