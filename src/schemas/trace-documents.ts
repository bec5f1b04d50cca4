/**
 * The schemas of a walk: the whole document, and its events as they happen.
 */

import { moment, name, question, resourceRecord, rfc } from './dns-shapes.ts';
import { always, count, eitherOf, listOf, maybe, oneOf, promising, record, text } from './shape.ts';
import { comparison, system } from './system-shapes.ts';
import {
  cost,
  ending,
  finding,
  hop,
  hopEnd,
  hopStart,
  likeDig,
  pathCost,
  purpose,
  survey,
  zoneServer,
} from './walk-shapes.ts';

export const trace = promising(
  record(
    {
      schema: always('rootwalk/trace/1'),
      question,
      startedAt: moment,
      ...ending,
      dnssec: record({ status: oneOf('unchecked', 'secure', 'insecure', 'bogus', 'indeterminate') }),
      hops: listOf(hop),
      findings: listOf(finding),
      system: maybe(system),
      comparison: maybe(comparison),
      cost: pathCost,
    },
    {
      survey: listOf(record(survey)),
      warm: record({
        startedAt: moment,
        ...ending,
        ttlLeft: maybe(count),
        cost: pathCost,
        hops: listOf(record({ ...hopStart, ...hopEnd, askedAgain: maybe(text) })),
      }),
      likeDig: record(likeDig),
    },
  ),
  'schema',
  'question',
  'status',
  'reason',
  'rcode',
  'aliases',
  'answers',
  'addresses',
  'dnssec',
  'hops',
  'findings',
  'system',
  'comparison',
  'cost',
);

/** One line of NDJSON; those of a second walk are marked. */
const warm = { walk: always('warm') };
export const events = eitherOf(
  record({ event: always('start'), schema: always('rootwalk/events/1'), question, startedAt: moment }, warm),
  record(
    {
      event: always('zone'),
      zone: name,
      question,
      purpose,
      parent: maybe(count),
      from: oneOf('hints', 'referral', 'cache'),
      hop: maybe(count),
      servers: listOf(zoneServer),
    },
    { ...warm, ttlSeconds: count },
  ),
  record(
    {
      event: always('recall'),
      question,
      purpose,
      parent: maybe(count),
      zone: name,
      records: listOf(resourceRecord),
    },
    { ...warm, outcome: text, negativeTtl: maybe(count) },
  ),
  record({ event: always('query'), ...hopStart }, warm),
  record({ event: always('hop'), ...hopStart, ...hopEnd }, warm),
  record({ event: always('survey'), ...survey }, warm),
  record(
    {
      event: always('alias'),
      hop: maybe(count),
      parent: maybe(count),
      owner: name,
      via: oneOf('CNAME', 'DNAME'),
      target: name,
    },
    warm,
  ),
  record(
    { event: always('finding'), code: text, severity: text, hop: maybe(count), message: text, rfc },
    warm,
  ),
  record({ event: always('end'), ...ending, cost: record(cost) }, warm),
  record({ event: always('system'), system, comparison: maybe(comparison) }),
  record({ event: always('likeDig'), ...likeDig }),
);
