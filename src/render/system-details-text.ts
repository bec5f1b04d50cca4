/**
 * What is known beside this computer's answer, for people: what each of its name servers says, and what each source of
 * nsswitch.conf would say if it were asked by itself.
 */

import { rcodeName, typeName } from '../message/codes.ts';
import type { ResourceRecord } from '../message/message.ts';
import { printable } from '../message/printable-text.ts';
import { printRdata } from '../message/record-text.ts';
import { extendedErrorText } from '../message/registry/extended-errors.ts';
import type { Origin, ServerAnswer, SourceAnswer, SystemAnswer } from '../system/system-answer.ts';
import type { Style } from './style.ts';

const ITEM = '      ';
const INDENT = '         ';
/** More than these make no line clearer; the document has all. */
const MOST_VALUES = 8;

export function serverLines({ servers = [] }: SystemAnswer, style: Style): string[] {
  if (servers.length === 0) return [];
  return [
    `   ${style.bold('its name servers')}`,
    ...servers.flatMap((server) => [
      `${ITEM}${style.name(printable(server.server))}  ${replyText(server, style)}`,
      ...detailsOf(server).map((line) => INDENT + style.dim(printable(line))),
    ]),
  ];
}

function replyText(server: ServerAnswer, style: Style): string {
  const { outcome, rcode, flags, transport, rttMs, queries, answers } = server;
  const spent = `${rttMs.toFixed(1)} ms${queries > 1 ? `, ${queries} queries` : ''}`;
  if (outcome !== 'reply' || rcode === null) {
    const why = server.detail === '' ? '' : `: ${printable(server.detail)}`;
    return `${style.bad(outcome)}${why}, ${spent}`;
  }
  const paint = rcode === 0 ? style.good : style.warn;
  const said = answers.length === 0 ? 'no records' : valuesText(answers.map(recordText));
  const carrier = transport.toUpperCase();
  return `${paint(rcodeName(rcode))}, flags ${flags.join(' ')}, ${carrier}, ${spent}: ${printable(said)}`;
}

/** Who it is, and what it says beside its answer. */
function detailsOf(server: ServerAnswer): string[] {
  const { role, from, isLocal, program, name, policyZone, extendedErrors, identity, unchecked } = server;
  const who =
    role === 'upstream' ? 'asked by the resolver on this computer' : isLocal ? 'on this computer' : '';
  const place = [who, program ?? '', from ? `from ${originText(from)}` : ''].filter((part) => part !== '');
  const identities = [
    ...(identity.nsid === null ? [] : [`NSID ${identity.nsid}`]),
    ...(identity.version === null ? [] : [`version ${identity.version}`]),
    ...(identity.id === null ? [] : [`id ${identity.id}`]),
  ];
  return [
    [...place, `asked for ${name}`, ...identities].join(', '),
    ...extendedErrors.map(
      ({ code, text }) => `extended error ${extendedErrorText(code)}${text === '' ? '' : `: ${text}`}`,
    ),
    ...(policyZone === undefined ? [] : [`from the policy zone ${policyZone}`]),
    ...(unchecked ? [`without checking signatures: ${uncheckedText(unchecked)}`] : []),
  ];
}

function uncheckedText({ rcode, answers }: NonNullable<ServerAnswer['unchecked']>): string {
  return [rcodeName(rcode), ...(answers.length > 0 ? [valuesText(answers.map(recordText))] : [])].join(', ');
}

function originText(origin: Origin): string {
  return 'variable' in origin ? `the variable ${origin.variable}` : `${origin.file}:${origin.line}`;
}

export function sourceLines({ sourceAnswers = [] }: SystemAnswer, style: Style): string[] {
  if (sourceAnswers.length === 0) return [];
  const widest = Math.max(...sourceAnswers.map(({ source }) => printable(source).length));
  return [
    `   ${style.bold('its sources, each asked by itself')}`,
    ...sourceAnswers.flatMap((each) => [
      `${ITEM}${style.name(printable(each.source).padEnd(widest))}  ${saying(each)}`,
      ...each.evidence.map(({ file, line, text }) =>
        style.dim(`${INDENT}${printable(`${file}:${line}: ${text.trim()}`)}`),
      ),
    ]),
  ];
}

function saying({ status, action, values, detail }: SourceAnswer): string {
  const then = action === null ? '' : ` [${action}]`;
  const said = values.length > 0 ? `: ${valuesText(values)}` : '';
  return printable(`${status}${then}${said}${detail === '' ? '' : ` (${detail})`}`);
}

function recordText(record: ResourceRecord): string {
  return `${typeName(record.type)} ${printRdata(record)}`;
}

function valuesText(values: readonly string[]): string {
  const more = values.length - MOST_VALUES;
  return values.slice(0, MOST_VALUES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
