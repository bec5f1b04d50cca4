/**
 * Records as a table: owner, TTL, type, data, as in a zone file.
 */

import { className, CLASS_IN, typeName } from '../../message/codes.ts';
import type { ResourceRecord } from '../../message/message.ts';
import { printRdata } from '../../message/record-text.ts';
import { cut, moreHtml, MOST_RECORDS } from './drawing-plan.ts';
import { htmlText } from './html-text.ts';

/** Data of 65 thousand octets make no table clearer. */
const LONGEST_DATA = 8000;

/** Empty where there are none. */
export function recordTable(records: readonly ResourceRecord[]): string {
  if (records.length === 0) return '';
  const { shown, more } = cut(records, MOST_RECORDS, 'records');
  const rows = shown.map((record) => {
    const { name, ttl, type, class: recordClass } = record;
    const inClass = recordClass === CLASS_IN ? '' : `${className(recordClass)} `;
    const data = printRdata(record);
    const text = data.length > LONGEST_DATA ? `${data.slice(0, LONGEST_DATA)}…` : data;
    return `<tr><td class="owner">${htmlText(name)}</td><td class="ttl">${ttl}</td><td>${htmlText(inClass + typeName(type))}</td><td class="data">${htmlText(text)}</td></tr>`;
  });
  const head =
    '<thead><tr><th scope="col">owner</th><th scope="col" class="ttl">TTL</th><th scope="col">type</th><th scope="col">data</th></tr></thead>';
  return `<table class="records">${head}<tbody>${rows.join('')}</tbody></table>${moreHtml(more)}`;
}
