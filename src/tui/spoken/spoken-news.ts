/**
 * What a screen reader is told when one state follows another: what the walk has found since, and what the last key chose,
 * opened or did. Lines that are said once and stay; nothing that was said is said again by itself. Pure.
 */

import { fieldChoice, isShowingFields } from '../detail/bytes/byte-choice.ts';
import { shownMessage } from '../detail/bytes/shown-message.ts';
import { completionOf } from '../prompt/completion.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { chosenLink, linkWords } from '../links/link-choice.ts';
import { visitName } from '../visits/visits.ts';
import { surveyEntry } from '../survey/survey-lines.ts';
import { newsWords } from '../time/news-words.ts';
import { isNow } from '../time/time-travel.ts';
import { positionText } from '../time/timeline.ts';
import { areExchangesListed, chosenEntry, isMatrixOpen, type ExplorerState } from '../state.ts';
import { isFinished } from '../walk/walk-state.ts';
import {
  causePart,
  chosenPart,
  computerParts,
  detailParts,
  exchangePart,
  fieldPart,
  hopPart,
  pageParts,
  pathPart,
  promptPart,
  resultParts,
  rowPart,
} from './spoken-parts.ts';
import { spokenText } from './spoken-text.ts';

export const SPOKEN_WELCOME = 'rootwalk, for a screen reader. Question mark lists the keys, q quits.';

export function spokenNews(before: ExplorerState, after: ExplorerState): string[] {
  return [...walkNews(before, after), ...timeNews(before, after), ...keyNews(before, after)].filter(
    (text) => text !== '',
  );
}

/** News that comes while an earlier moment is shown waits for the return to now. */
function walkNews(before: ExplorerState, after: ExplorerState): string[] {
  if (after.shown !== before.shown && after.shown) {
    if (after.heardOf === null) return [spokenText(`Back at ${visitName(after)}.`), ...resultParts(after)];
    const { name, type } = after.shown;
    return [`Walking to ${[name, type].filter((word) => word !== '').join(' ')}.`].map(spokenText);
  }
  if (!isNow(after) || after.timeline.told.length === before.timeline.told.length || !isNow(before))
    return [];
  const { walk } = after;
  const finished = new Set(before.walk.hops.filter(({ hop }) => isFinished(hop)).map(({ hop }) => hop.id));
  const hops = walk.hops.flatMap(({ hop }, place) =>
    isFinished(hop) && !finished.has(hop.id) ? [hopPart(after, place)] : [],
  );
  const findings = walk.findings
    .slice(before.walk.findings.length)
    .map(({ severity, code, message }) => spokenText(`${severity} ${code}: ${message}`));
  const surveys = walk.surveys
    .slice(before.walk.surveys.length)
    .map((survey) => spokenText(`Survey of ${survey.zone}: ${surveyEntry(survey).text}`));
  const isEnded = walk.ending !== null && before.walk.ending === null;
  const isCancelled = after.phase === 'cancelled' && before.phase !== 'cancelled';
  const isCompared = walk.comparison !== null && before.walk.comparison === null;
  return [
    ...hops,
    ...findings,
    ...surveys,
    ...(isEnded ? resultParts(after) : []),
    ...(isCancelled ? ['The walk is cancelled.'] : []),
    ...(isCompared ? computerParts(after) : []),
  ];
}

function timeNews(before: ExplorerState, after: ExplorerState): string[] {
  const { position, told } = after.timeline;
  if (after.shown !== before.shown || position === before.timeline.position) return [];
  if (position === null) return ['Now.', ...resultParts(after)];
  return [spokenText(`${positionText(after.timeline)}: ${newsWords(told[position - 1]!)}`)];
}

/** What a key did, where it did not only say something of the walk. */
function keyNews(before: ExplorerState, after: ExplorerState): string[] {
  return [
    ...promptNews(before, after),
    ...pageNews(before, after),
    ...linkNews(before, after),
    ...paneNews(before, after),
  ];
}

function promptNews(before: ExplorerState, after: ExplorerState): string[] {
  const { prompt } = after;
  if (!prompt) return before.prompt && after.shown === before.shown ? ['The input line is closed.'] : [];
  const opened = before.prompt ? [] : [`Type ${promptPart(after)}`];
  const isWrong = prompt.error !== null && prompt.error !== before.prompt?.error;
  const isOffered = prompt.completing !== undefined && before.prompt?.completing === undefined;
  return [
    ...opened,
    ...(isWrong ? [spokenText(prompt.error)] : []),
    ...(isOffered ? [choicesText(after, prompt)] : []),
  ];
}

/** What Tab goes through. */
function choicesText(state: ExplorerState, prompt: Prompt): string {
  const { candidates } = completionOf(state, prompt) ?? { candidates: [] };
  const said = candidates.slice(0, MOST_CHOICES_SAID).join(', ');
  const more = candidates.length - MOST_CHOICES_SAID;
  return spokenText(`${candidates.length} choices: ${said}${more > 0 ? ` and ${more} more` : ''}.`);
}

const MOST_CHOICES_SAID = 10;

/** The name that Enter goes to. */
function linkNews(before: ExplorerState, after: ExplorerState): string[] {
  const link = after.link === before.link ? null : chosenLink(after);
  return link ? [spokenText(`${linkWords(link.question)}: Enter walks for it.`)] : [];
}

function pageNews(before: ExplorerState, after: ExplorerState): string[] {
  const notice = after.notice && after.notice !== before.notice ? [spokenText(after.notice.text)] : [];
  if (after.page?.about === before.page?.about) return notice;
  return [...notice, ...(after.page ? pageParts(after) : ['The page is closed.'])];
}

const PANE_PARTS = {
  hops: (state: ExplorerState) => [`The walk. ${chosenPart(state)}`],
  computer: (state: ExplorerState) =>
    state.walk.comparison || state.walk.system
      ? computerParts(state)
      : ['This computer has not answered yet.'],
  message: detailParts,
} as const;

function paneNews(before: ExplorerState, after: ExplorerState): string[] {
  if (after.shown !== before.shown || after.timeline !== before.timeline) return [];
  const isOpenedOrClosed =
    after.expanded !== before.expanded ||
    after.survey?.isRowOpen !== before.survey?.isRowOpen ||
    after.survey?.isExchangeOpen !== before.survey?.isExchangeOpen;
  if (after.focus !== before.focus || (isOpenedOrClosed && after.focus === 'message'))
    return PANE_PARTS[after.focus](after);
  if (after.detail.tab !== before.detail.tab) return detailParts(after);
  if (after.survey?.row !== before.survey?.row && isMatrixOpen(after)) return [rowPart(after)];
  if (after.survey?.exchange !== before.survey?.exchange && areExchangesListed(after))
    return [exchangePart(after)];
  if (after.path !== before.path) return [pathPart(after), chosenPart(after)];
  if (isChoiceMoved(before, after)) return [chosenPart(after)];
  if (after.causes.chosen !== before.causes.chosen) return [causePart(after)];
  return isShowingFields(after) ? fieldNews(before, after) : [];
}

function fieldNews(before: ExplorerState, after: ExplorerState): string[] {
  const [was, is] = [fieldChoice(before), fieldChoice(after)];
  if (was.of !== is.of) return [spokenText(`${shownMessage(after)?.title}.`), fieldPart(after)];
  return was.field !== is.field || was.octet !== is.octet ? [fieldPart(after)] : [];
}

function isChoiceMoved(before: ExplorerState, after: ExplorerState): boolean {
  return (
    chosenEntry(before)?.hop.id !== chosenEntry(after)?.hop.id || before.survey?.place !== after.survey?.place
  );
}
