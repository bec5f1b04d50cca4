/**
 * Shows dissected messages in the format that was asked for: `dissect` shows its input, `build` what it built or was sent.
 */

import {
  dissectMessage,
  type DissectedMessage,
  type DissectionSource,
  type FrameLayers,
} from '../render/dissection.ts';
import { dissectionToJson } from '../render/dissection-json.ts';
import { dissectionShort, dissectionText } from '../render/dissection-text.ts';
import { jsonText } from '../render/json-text.ts';
import { builtLayers } from './built-layers.ts';
import type { ShowFlags } from './commands/dissect.ts';
import { outputOf, type Output } from './output.ts';

/** A message dissected with all that the flags want shown of it. */
export async function shown(
  octets: Uint8Array,
  source: DissectionSource,
  captured: FrameLayers | undefined,
  flags: ShowFlags,
): Promise<DissectedMessage> {
  const around = flags.layers ? (captured ?? builtLayers(octets, flags)) : undefined;
  const dissected = dissectMessage(octets, source, around);
  if (!flags.secondOpinion) return dissected;
  // The other decoder is loaded only where it is asked.
  const { secondOpinion } = await import('../render/second-opinion.ts');
  return { ...dissected, secondOpinion: secondOpinion(octets, dissected.message) };
}

export async function show(dissected: readonly DissectedMessage[], flags: ShowFlags): Promise<void> {
  const output = outputOf(flags);
  if (flags.format === 'json' || flags.format === 'html')
    await output.write(await wholeDocument(dissected, flags.format));
  else for (const [i, one] of dissected.entries()) await output.write(piece(one, i, flags, output));
  await output.finish();
}

/** One message is an object, several are a list of them. */
async function wholeDocument(
  dissected: readonly DissectedMessage[],
  format: 'json' | 'html',
): Promise<string> {
  if (format === 'html') {
    const { dissectionHtml } = await import('../render/html/dissection-page.ts');
    return dissectionHtml(dissected);
  }
  const documents = dissected.map(dissectionToJson);
  return `${jsonText(documents.length === 1 ? documents[0] : documents, 2)}\n`;
}

function piece(one: DissectedMessage, i: number, flags: ShowFlags, output: Output): string {
  if (flags.format === 'ndjson') return `${jsonText(dissectionToJson(one))}\n`;
  const text =
    flags.format === 'short'
      ? dissectionShort(one)
      : dissectionText(
          one,
          output.style,
          flags.output === undefined ? columnsOf(process.stdout) : PLAIN_COLUMNS,
        );
  return i === 0 ? text : `\n${text}`;
}

const PLAIN_COLUMNS = 80;
const FEWEST_COLUMNS = 60;
const MOST_COLUMNS = 160;

function columnsOf({ isTTY, columns }: NodeJS.WriteStream): number {
  return isTTY ? Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, columns)) : PLAIN_COLUMNS;
}
