/**
 * What `rootwalk dissect` does: reads the input, dissects its messages, shows them.
 */

import type { CapturedMessage } from '../capture/captured-message.ts';
import type { Input } from '../capture/input.ts';
import type { DissectionSource, FrameLayers } from '../render/dissection.ts';
import type { DissectFlags } from './commands/dissect.ts';
import { printEndpoint } from '../transport/endpoint.ts';
import { EXIT } from './exit-status.ts';
import { inputOf } from './input.ts';
import type { Invocation } from './invocation.ts';
import { show, shown } from './show-dissection.ts';
import { UsageError } from './usage-error.ts';

export async function dissectInput(
  word: string | undefined,
  flags: DissectFlags,
  invocation: Invocation,
): Promise<number> {
  const builds = (['source', 'destination', 'tcp'] as const).find((name) => flags[name] !== undefined);
  if (builds && !flags.layers) throw new UsageError(`--${builds} says how layers are built: add --layers`);
  const input = await inputOf(word, flags.from, invocation.signal);
  for (const problem of input.problems) invocation.complain(problem);
  const chosen = chosenMessages(input, flags.message);
  const sources = chosen.map((message) => sourceOf(input, message));
  const dissected = await Promise.all(
    chosen.map((message, i) => shown(message.octets, sources[i]!, capturedLayers(message), flags)),
  );
  await show(dissected, flags);
  const hasProblem = dissected.some(({ problems }) => problems.length > 0);
  return flags.strict && hasProblem ? EXIT.expectation : EXIT.answer;
}

function chosenMessages({ messages }: Input, number: number | undefined): readonly CapturedMessage[] {
  if (number === undefined) return messages;
  const message = messages[number - 1];
  if (message) return [message];
  throw new UsageError(`there is no message ${number}: the input has ${messages.length}`);
}

function sourceOf({ kind, why }: Input, message: CapturedMessage): DissectionSource {
  const { where, timeMs, source, destination, transport, problems } = message;
  return {
    kind,
    why,
    where,
    ...(timeMs === undefined ? {} : { timeMs }),
    ...(source && destination
      ? { source: printEndpoint(source), destination: printEndpoint(destination) }
      : {}),
    ...(transport ? { transport } : {}),
    problems,
  };
}

function capturedLayers({ layers, frames }: CapturedMessage): FrameLayers | undefined {
  const [first] = frames;
  return first && layers.length > 0 ? { layers, frame: first.octets, isBuilt: false } : undefined;
}
