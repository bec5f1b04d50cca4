/**
 * A dissection as JSON: the message as RFC 8427 has it, with `spans`, whose leaves tile the message, `problems`, the
 * `octets` in base64, and the facts of its `source`. What cannot be read is not there; the octets always are.
 */

import type { Layer } from '../capture/layer.ts';
import { messageToJson } from '../message/message-json.ts';
import type { Span } from '../message/spans.ts';
import type { DissectedMessage } from './dissection.ts';

export function dissectionToJson(dissected: DissectedMessage): object {
  const { octets, message, spans, problems, source, around, secondOpinion } = dissected;
  return {
    schema: 'rootwalk/dissection/1',
    source: { ...source, length: octets.length },
    ...(message ? messageToJson(message) : {}),
    problems,
    octets: base64(octets),
    spans: spans.map(spanToJson),
    ...(around ? { layers: around.layers.map(layerToJson), frame: base64(around.frame) } : {}),
    ...(secondOpinion ? { secondOpinion } : {}),
  };
}

/** Spans may be objects that make their texts when asked: each member is asked for by its name. */
function spanToJson({ label, start, end, bits, value, means, rfc, pointsTo, children }: Span): object {
  return {
    label,
    start,
    end,
    ...(bits ? { bits } : {}),
    value,
    means,
    rfc,
    ...(pointsTo === undefined ? {} : { pointsTo }),
    children: children.map(spanToJson),
  };
}

function layerToJson({ name, protocol, means, spans, checks }: Layer): object {
  return { name, protocol, means, spans: spans.map(spanToJson), checks };
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('base64');
}
