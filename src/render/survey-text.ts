/**
 * The survey of one zone for people: a sentence that says how all its servers are, then only what is worth a look. Who
 * agrees is listed in short; where somebody does not, a table has the columns in which the rows are not alike. No line
 * is longer than it may be, and no address is ever cut.
 */

import type { Finding, Survey, SurveyRow } from '../resolver/events.ts';
import type { Detail } from './detail.ts';
import { wrapped } from './dissection-wrap.ts';
import { adviceLines, findingParagraph } from './finding-lines.ts';
import type { Style } from './style.ts';
import { nowhere, surveySummary } from './survey-summary.ts';
import { surveyTable } from './survey-table.ts';

const INDENT = '   ';
/** Of zones with more addresses, only those that do not agree have a row of their own. */
const MOST_ROWS = 12;
/** So many findings with the same code are printed; the table has the others. */
const MOST_ALIKE = 3;

/** `findings`: those of this zone's survey. */
export function surveyText(
  survey: Survey,
  findings: readonly Finding[],
  style: Style,
  columns: number,
  detail: Detail = 'first',
): string {
  const { zone, rows } = survey;
  const odd = rows.filter(isOdd);
  const isSmall = rows.length <= MOST_ROWS;
  const isTabled = (row: SurveyRow): boolean =>
    odd.length > 0 && (isSmall || (odd.includes(row) && row.status !== 'not-asked'));
  const listed = Map.groupBy(
    rows.filter((row) => !isTabled(row)),
    ({ status }) => status,
  );
  return [
    style.bold(`All servers of ${zone === '.' ? '. (the root)' : zone}`),
    ...paragraph(surveySummary(survey), columns),
    ...surveyTable(rows.filter(isTabled), style, columns),
    ...addressList(listed.get('agrees') ?? [], style, columns),
    ...(listed.has('not-asked') ? [`${INDENT}${style.dim('not asked:')}`] : []),
    ...addressList(listed.get('not-asked') ?? [], style, columns),
    ...nowhere(survey).flatMap((text) => paragraph(text, columns)),
    ...findingBlock(findings, style, columns, detail),
  ].join('\n');
}

/** Worth a look: it does not agree, or parent and zone do not have it in common. */
function isOdd({ status, glue, namedBy }: SurveyRow): boolean {
  return status !== 'agrees' || glue === 'stale' || glue === 'missing' || namedBy !== 'both';
}

function paragraph(text: string, columns: number): string[] {
  return wrapped(text, columns - INDENT.length).map((line) => INDENT + line);
}

/** A line a server: its name and its addresses. */
function addressList(rows: readonly SurveyRow[], style: Style, columns: number): string[] {
  const servers = [...Map.groupBy(rows, ({ server }) => server)];
  const longest = Math.max(...servers.map(([name]) => name.length));
  const widestAddress = Math.max(...rows.map(({ address }) => address.length));
  const first = Math.max(...servers.map(([, [row]]) => row!.address.length));
  // A name beside which no address has room stands on a line of its own.
  const isBeside = INDENT.length + longest + 2 + widestAddress <= columns;
  const indent = isBeside ? INDENT.length + longest + 2 : 2 * INDENT.length;
  return servers.flatMap(([name, all]) => {
    const lines: string[] = [];
    for (const { address } of all) {
      const last = lines.at(-1);
      const together = last === undefined ? address : `${last.padEnd(first)}  ${address}`;
      if (last !== undefined && together.length <= columns - indent) lines[lines.length - 1] = together;
      else lines.push(address);
    }
    const addresses = lines.map((line) => ' '.repeat(indent) + line);
    if (!isBeside) return [...paragraph(name, columns).map(style.name), ...addresses];
    const [beside, ...more] = addresses;
    return [`${INDENT}${style.name(name)}${beside!.slice(INDENT.length + name.length)}`, ...more];
  });
}

function findingBlock(findings: readonly Finding[], style: Style, columns: number, detail: Detail): string[] {
  return [...Map.groupBy(findings, ({ code }) => code).values()].flatMap((alike) => {
    const shown = alike.length > MOST_ALIKE + 1 ? alike.slice(0, MOST_ALIKE) : alike;
    const lines = shown.flatMap((finding) => findingParagraph(finding, style, columns));
    const left = alike.length - shown.length;
    const more = left === 0 ? [] : [`${INDENT}${style.dim(`and ${left} more ${alike[0]!.code}`)}`];
    return [...lines, ...more, ...adviceLines(alike[0]!, style, columns, detail)];
  });
}
