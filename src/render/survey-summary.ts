/**
 * How all servers of a zone are, in one sentence: `26 addresses of 13 servers: 24 agree, 1 refuses, 1 is silent; serial
 * 2026112501 everywhere`.
 */

import { printable } from '../message/printable-text.ts';
import type { Survey, SurveyRow, SurveyStatus } from '../resolver/events.ts';

/** What one, or several, do. */
const VERBS: Readonly<Record<SurveyStatus, readonly [one: string, several: string]>> = {
  agrees: ['agrees', 'agree'],
  differs: ['differs', 'differ'],
  lame: ['is lame', 'are lame'],
  refused: ['refuses', 'refuse'],
  silent: ['is silent', 'are silent'],
  unreachable: ['is unreachable', 'are unreachable'],
  failed: ['fails', 'fail'],
  'not-asked': ['was not asked', 'were not asked'],
};

/** Longer answers are told to be the same, not what they are. */
const LONGEST_ANSWER = 60;
/** So many names are given where all have the same fate. */
const MOST_NAMES = 4;

export function surveySummary(survey: Survey): string {
  const { rows, withoutAddress } = survey;
  const servers = new Set(rows.map(({ server }) => server)).size + withoutAddress.length;
  const where = `${counted(rows.length, 'address', 'addresses')} of ${counted(servers, 'server', 'servers')}`;
  if (rows.length === 0) return `${where}.`;
  const facts = [
    ...serialFact(rows),
    ...answerFact(rows),
    ...nameServerFact(survey),
    ...glueFact(rows),
    ...(survey.limit === null ? [] : [printable(survey.limit).replace(/\.$/, '')]),
  ];
  return `${[`${where}: ${statusWords(rows)}`, ...facts].join('; ')}.`;
}

/** `1 lame, 2 silent`; all of them where all are alike. */
function statusWords(rows: readonly SurveyRow[]): string {
  const groups = (Object.keys(VERBS) as SurveyStatus[])
    .map((status) => [status, rows.filter((row) => row.status === status).length] as const)
    .filter(([, count]) => count > 0);
  const [only] = groups;
  if (groups.length === 1 && rows.length > 1) {
    return `${rows.length === 2 ? 'both' : 'all'} ${VERBS[only![0]][1]}`;
  }
  if (rows.length === 1) return `it ${VERBS[only![0]][0]}`;
  return groups.map(([status, count]) => `${count} ${VERBS[status][count === 1 ? 0 : 1]}`).join(', ');
}

/** Where there is something to see: `1 lame, 2 silent`, counted in servers; empty where all agree. */
export function oddWords(rows: readonly SurveyRow[]): string {
  const serversThatAre = (status: SurveyStatus): number =>
    new Set(rows.filter((row) => row.status === status).map(({ server }) => server)).size;
  return (Object.keys(VERBS) as SurveyStatus[])
    .filter((status) => status !== 'agrees' && serversThatAre(status) > 0)
    .map((status) => {
      const count = serversThatAre(status);
      const [one, several] = VERBS[status];
      return `${count} ${(count === 1 ? one : several).replace(/^(is|are|was|were) /, '')}`;
    })
    .join(', ');
}

/** Servers that cannot be asked at all, together where the reason is the same. */
export function nowhere({ withoutAddress }: Survey): string[] {
  const reasons = [...Map.groupBy(withoutAddress, ({ why }) => why)];
  return reasons.map(([why, all]) => {
    const names = all.slice(0, MOST_NAMES).map(({ server }) => server);
    const more = all.length - names.length;
    const who = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
    return `${who} ${all.length === 1 ? 'has' : 'have'} no address to ask: ${printable(why)}`;
  });
}

function serialFact(rows: readonly SurveyRow[]): string[] {
  const serials = rows.flatMap(({ serial }) => (serial === null ? [] : [serial]));
  const groups = [...Map.groupBy(serials, (serial) => serial)].toSorted((a, b) => b[1].length - a[1].length);
  const [first] = groups;
  if (!first) return [];
  if (groups.length > 1) {
    return [`serial ${groups.map(([serial, all]) => `${serial} at ${all.length}`).join(', ')}`];
  }
  return [`serial ${first[0]}${serials.length > 1 ? ' everywhere' : ''}`];
}

function answerFact(rows: readonly SurveyRow[]): string[] {
  const answers = rows.flatMap(({ answer }) => (answer ? [printable(answer.join(', '))] : []));
  const different = new Set(answers);
  if (different.size === 0) return [];
  if (different.size > 1) return [`${different.size} different answers`];
  const everywhere = answers.length > 1 ? ' everywhere' : '';
  return [
    answers[0]!.length > LONGEST_ANSWER
      ? `the same answer${everywhere}`
      : `answer ${answers[0]}${everywhere}`,
  ];
}

function nameServerFact({ hop, parentServers, childServers }: Survey): string[] {
  if (hop === null || !childServers) return [];
  const isSame =
    parentServers.every((name) => childServers.includes(name)) &&
    childServers.length === parentServers.length;
  return [isSame ? 'parent and zone name the same servers' : 'parent and zone name different servers'];
}

function glueFact(rows: readonly SurveyRow[]): string[] {
  const stale = rows.filter(({ glue }) => glue === 'stale').length;
  const missing = rows.filter(({ glue }) => glue === 'missing').length;
  if (stale + missing > 0) {
    const facts = [...(stale > 0 ? [`${stale} stale`] : []), ...(missing > 0 ? [`${missing} missing`] : [])];
    return [`glue: ${facts.join(', ')}`];
  }
  return rows.some(({ glue }) => glue === 'same') ? ['glue as the zone has it'] : [];
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
