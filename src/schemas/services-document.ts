/**
 * The schema of `rootwalk services --format json`.
 */

import { address, moment, name, question, resourceRecord, rfc } from './dns-shapes.ts';
import { always, count, described, listOf, maybe, oneOf, record, text } from './shape.ts';
import { cost, ending } from './walk-shapes.ts';

const endpoint = record({
  how: oneOf('record', 'rule', 'convention'),
  rfc: described(maybe(text), 'for a rule: which'),
  records: described(listOf(resourceRecord), 'what leads to the host, in the order of following'),
  priority: described(maybe(count), 'lower is tried first'),
  host: name,
  port: count,
  portName: described(maybe(text), 'its name in the table of well-known ports'),
  portFrom: oneOf('record', 'well-known'),
  protocols: listOf(oneOf('tcp', 'udp')),
  alpn: listOf(text),
  uri: maybe(text),
  aliases: described(listOf(name), 'from the host to the name that has the addresses'),
  addresses: listOf(address),
  state: oneOf('usable', 'no-address', 'unknown', 'not-followed'),
  tlsa: listOf(resourceRecord),
});

const service = record({
  name: text,
  title: text,
  group: text,
  rfc,
  status: oneOf('offered', 'declined', 'broken', 'none', 'unknown'),
  declined: described(listOf(text), 'the records that say that it is not offered, or not in that way'),
  unknown: described(listOf(text), 'the questions that nobody answered'),
  elsewhere: described(maybe(text), 'a URL that may say otherwise; not fetched'),
  endpoints: listOf(endpoint),
});

export const services = record({
  schema: always('rootwalk/services/1'),
  name,
  startedAt: moment,
  status: ending['status']!,
  reason: ending['reason']!,
  message: text,
  aliases: listOf(name),
  services: listOf(service),
  policies: listOf(
    record({
      name: text,
      title: text,
      rfc,
      owner: described(name, 'where it stands, or would'),
      status: oneOf('found', 'none', 'unknown'),
      says: text,
      records: listOf(resourceRecord),
    }),
  ),
  findings: listOf(
    record({ code: text, severity: oneOf('info', 'warning', 'error'), service: text, message: text, rfc }),
  ),
  lookups: listOf(
    record({
      question,
      status: ending['status']!,
      reason: ending['reason']!,
      message: text,
      aliases: listOf(name),
      records: described(count, 'records of the answer, aliases included'),
    }),
  ),
  cost: record(cost),
});
