/**
 * One round of `compare --watch` as a line, and before it a line for each voice that says something else than in the
 * round before.
 */

import { printable } from '../message/printable-text.ts';
import { causeLines } from '../render/cause-lines.ts';
import type { Compared, Voice } from '../render/compare.ts';
import type { Style } from '../render/style.ts';

export function changesBetween(before: Compared | undefined, now: Compared, style: Style): string {
  const voices = [now.servers, ...now.voices];
  const earlier = before ? [before.servers, ...before.voices] : [];
  const time = new Date(now.trace.at).toISOString().slice(11, 19);
  const changes = voices.flatMap((voice, place) => {
    const then = earlier[place];
    if (!then || said(then) === said(voice)) return [];
    return [`${time}  ${style.bold(`${voice.title} changed`)}: ${said(then)} → ${style.name(said(voice))}`];
  });
  const states = voices.map(
    (voice) => `${voice.title} ${said(voice)}${ttlText(voice)}${verdictText(voice, style)}`,
  );
  const line = `${time}  ${states.join(style.dim('  |  '))}`;
  // The causes once, when they come up: they would fill the screen otherwise.
  const causes = now.voices.flatMap((voice, place) => {
    const codes = (each: Voice | undefined): string =>
      each?.comparison?.findings.map(({ code }) => code).join() ?? '';
    if (codes(voice) === '' || codes(voice) === codes(before?.voices[place])) return [];
    return causeLines(voice.comparison!.findings, style, 'first');
  });
  return `${[...changes, line, ...causes].join('\n')}\n`;
}

function said({ values, words }: Voice): string {
  return printable(values.length > 0 ? values.toSorted().join(', ') : words);
}

function ttlText({ ttl }: Voice): string {
  return ttl === null ? '' : ` (${ttl} s)`;
}

function verdictText({ comparison }: Voice, style: Style): string {
  if (!comparison || comparison.verdict === 'same') return '';
  return ` ${style.bad(comparison.verdict)}`;
}
