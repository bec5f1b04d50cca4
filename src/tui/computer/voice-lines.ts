/**
 * The voices behind this computer's answer, an entry each: the name servers that were asked, and what each source of
 * nsswitch.conf would say by itself.
 */

import { rcodeName } from '../../message/codes.ts';
import { extendedErrorText } from '../../message/registry/extended-errors.ts';
import type { ServerAnswer, SourceAnswer, SourceStatus, SystemAnswer } from '../../system/system-answer.ts';
import { EMPTY_LINE, hanging, lineOf, type Line } from '../drawing/styled-line.ts';
import { printMilliseconds } from '../drawing/units.ts';

export function voiceLines({ servers = [], sourceAnswers = [] }: SystemAnswer, columns: number): Line[] {
  return [
    ...part(
      'name servers asked',
      servers.flatMap((server) =>
        hanging('• ', serverText(server), columns, server.outcome === 'reply' ? 'plain' : 'warning'),
      ),
    ),
    ...part(
      'sources of nsswitch.conf',
      sourceAnswers.flatMap((answer) => hanging('• ', sourceText(answer), columns)),
    ),
  ];
}

function part(title: string, lines: readonly Line[]): Line[] {
  return lines.length > 0 ? [EMPTY_LINE, lineOf(title, 'accent'), ...lines] : [];
}

/** `192.0.2.53 listed: NOERROR, flags qr rd ra, TTL 180 s, 55 ms` */
function serverText(server: ServerAnswer): string {
  const { role, program, identity, outcome, detail, rcode, flags, rttMs } = server;
  const runs = program ?? identity.version;
  const who = `${server.server.replace(/#53$/, '')} ${role}${runs === null ? '' : `, ${runs}`}`;
  if (outcome !== 'reply') return `${who}: ${detail === '' ? outcome : detail}`;
  const ttl = lowestTtl(server);
  const said = [
    rcode === null ? '' : rcodeName(rcode),
    flags.length > 0 ? `flags ${flags.join(' ')}` : '',
    ttl === null ? '' : `TTL ${ttl} s`,
    printMilliseconds(rttMs),
    ...server.extendedErrors.map(
      ({ code, text }) => `extended error ${extendedErrorText(code)}${text === '' ? '' : `: ${text}`}`,
    ),
  ];
  return `${who}: ${said.filter((word) => word !== '').join(', ')}`;
}

function lowestTtl({ answers, authorities }: ServerAnswer): number | null {
  const records = answers.length > 0 ? answers : authorities;
  return records.length > 0 ? Math.min(...records.map(({ ttl }) => ttl)) : null;
}

const STATUSES: Readonly<Record<SourceStatus, string>> = {
  success: 'has it',
  notfound: 'not found',
  unavail: 'unavailable',
  tryagain: 'to be tried again',
  unknown: 'not known',
};

/** `files: 10.9.8.7`, `mdns4_minimal: not found [NOTFOUND=return]`; the action where it is not the usual one. */
function sourceText({ source, status, action, values, detail }: SourceAnswer): string {
  const usual = status === 'success' ? 'return' : 'continue';
  const said = values.length > 0 ? values.join(', ') : STATUSES[status];
  const why = detail === '' ? '' : ` (${detail})`;
  const then = action === null || action === usual ? '' : ` [${status.toUpperCase()}=${action}]`;
  return `${source}: ${said}${why}${then}`;
}
