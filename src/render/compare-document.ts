/**
 * A comparison as one JSON document, `rootwalk/compare/1`: `system` and `comparison` as in a trace, and one entry for
 * each resolver. Relied on from outside: members may be added, never changed or taken away.
 */

import type { Compared } from './compare.ts';
import { serverJson } from './system-details-json.ts';
import { comparisonJson, endingJson, questionJson, systemJson } from './trace-document.ts';

type Json = Readonly<Record<string, unknown>>;

export function compareDocument({ question, trace, resolvers }: Compared): Json {
  const { ending, cost, system, comparison } = trace;
  const verdicts = [...(comparison ? [comparison] : []), ...resolvers.map((each) => each.comparison)];
  return {
    schema: 'rootwalk/compare/1',
    question: questionJson(question),
    startedAt: new Date(trace.at).toISOString(),
    same: verdicts.every(({ verdict }) => verdict === 'same'),
    walk: { ...endingJson(ending), cost },
    system: system ? systemJson(system) : null,
    comparison: comparison ? comparisonJson(comparison) : null,
    resolvers: resolvers.map(({ typed, answer, comparison: verdict }) => ({
      typed,
      ...serverJson(answer),
      comparison: comparisonJson(verdict),
    })),
  };
}
