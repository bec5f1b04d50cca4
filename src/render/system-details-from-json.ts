/**
 * What is known beside this computer's answer from its JSON: the inverse of `systemDetailsJson`. A document without
 * it is one of a walk on which the computer was not asked, or of an older version.
 */

import type { JsonPlace } from '../message/json-place.ts';
import type {
  Evidence,
  Origin,
  SearchStep,
  ServerAnswer,
  SettingsReport,
  SourceAnswer,
  SystemAnswer,
} from '../system/system-answer.ts';
import {
  listOf,
  member,
  milliseconds,
  name,
  optional,
  orNull,
  rcode,
  record,
  text,
  trueOrFalse,
  whole,
  wordOf,
  type Read,
} from './json-reading.ts';

type Details = Pick<
  SystemAnswer,
  'settings' | 'sourceAnswers' | 'bothFamilies' | 'searchSteps' | 'servers' | 'library'
>;

export function systemDetailsFromJson(place: JsonPlace): Details {
  const settings = optional(place, 'settings', settingsFromJson);
  const sourceAnswers = optional(place, 'sourceAnswers', listOf(sourceAnswerFromJson));
  const bothFamilies = optional(place, 'bothFamilies', (at) => ({
    all: member(at, 'all', addressesFromJson),
    configured: member(at, 'configured', addressesFromJson),
  }));
  const searchSteps = optional(place, 'searchSteps', listOf(searchStepFromJson));
  const servers = optional(place, 'servers', listOf(serverFromJson));
  const library = optional(place, 'library', (at) => ({
    servers: member(at, 'servers', texts),
    values: member(at, 'values', texts),
    error: member(at, 'error', orNull(text)),
    elapsedMs: member(at, 'elapsedMs', milliseconds),
  }));
  return {
    ...(settings ? { settings } : {}),
    ...(sourceAnswers ? { sourceAnswers } : {}),
    ...(bothFamilies ? { bothFamilies } : {}),
    ...(searchSteps ? { searchSteps } : {}),
    ...(servers ? { servers } : {}),
    ...(library ? { library } : {}),
  };
}

export function evidenceFromJson(place: JsonPlace): Evidence {
  return {
    file: member(place, 'file', text),
    line: member(place, 'line', whole()),
    text: member(place, 'text', text),
  };
}

const texts = listOf(text);

const origin: Read<Origin> = (place) => {
  const variable = optional(place, 'variable', text);
  return variable === undefined ? evidenceFromJson(place) : { variable, text: member(place, 'text', text) };
};

const action = wordOf({ return: 1, continue: 1, merge: 1 });

function settingsFromJson(place: JsonPlace): SettingsReport {
  return {
    order: member(place, 'order', (at) => ({
      from: member(at, 'from', orNull(evidenceFromJson)),
      sources: member(at, 'sources', listOf(nameSourceFromJson)),
    })),
    nameServers: member(
      place,
      'nameServers',
      listOf((at) => ({
        text: member(at, 'text', text),
        use: member(at, 'use', wordOf({ used: 1, surplus: 1, 'not an address': 1 })),
        from: member(at, 'from', origin),
      })),
    ),
    search: member(place, 'search', (at) => ({
      domains: member(at, 'domains', texts),
      from: member(at, 'from', orNull(origin)),
    })),
    options: member(place, 'options', optionsFromJson),
    multi: member(place, 'multi', (at) => ({
      match: member(at, 'match', wordOf({ 'first line': 1, 'every line': 1 })),
      from: member(at, 'from', orNull(origin)),
    })),
    hostsLines: member(place, 'hostsLines', listOf(evidenceFromJson)),
    hostAlias: member(
      place,
      'hostAlias',
      orNull((at) => ({
        target: member(at, 'target', text),
        evidence: member(at, 'evidence', evidenceFromJson),
      })),
    ),
    resolvConfLink: member(place, 'resolvConfLink', orNull(text)),
    managedBy: member(
      place,
      'managedBy',
      orNull((at) => ({ program: member(at, 'program', text), ...evidenceFromJson(at) })),
    ),
  };
}

function nameSourceFromJson(place: JsonPlace): SettingsReport['order']['sources'][number] {
  const actions = (at: JsonPlace): SettingsReport['order']['sources'][number]['actions'] => ({
    success: member(at, 'success', action),
    notfound: member(at, 'notfound', action),
    unavail: member(at, 'unavail', action),
    tryagain: member(at, 'tryagain', action),
  });
  return { name: member(place, 'name', text), actions: member(place, 'actions', actions) };
}

function optionsFromJson(place: JsonPlace): SettingsReport['options'] {
  const word: Read<SettingsReport['options']['words'][number]> = (at) => ({
    word: member(at, 'word', text),
    from: member(at, 'from', origin),
    use: member(at, 'use', wordOf({ used: 1, 'without effect': 1, unknown: 1 })),
  });
  return {
    ndots: member(place, 'ndots', whole()),
    timeoutSeconds: member(place, 'timeoutSeconds', whole()),
    attempts: member(place, 'attempts', whole()),
    words: member(place, 'words', listOf(word)),
  };
}

function sourceAnswerFromJson(place: JsonPlace): SourceAnswer {
  const statuses = { success: 1, notfound: 1, unavail: 1, tryagain: 1, unknown: 1 };
  return {
    source: member(place, 'source', text),
    status: member(place, 'status', wordOf(statuses)),
    action: member(place, 'action', orNull(action)),
    values: member(place, 'values', texts),
    detail: member(place, 'detail', text),
    evidence: member(place, 'evidence', listOf(evidenceFromJson)),
  };
}

function addressesFromJson(place: JsonPlace): {
  readonly addresses: readonly string[];
  readonly error: string | null;
} {
  return { addresses: member(place, 'addresses', texts), error: member(place, 'error', orNull(text)) };
}

function searchStepFromJson(place: JsonPlace): SearchStep {
  const outcome = wordOf<SearchStep['outcome']>({
    answer: 1,
    'no data': 1,
    'no such name': 1,
    failure: 1,
    silence: 1,
    'not asked': 1,
  });
  return {
    name: member(place, 'name', name),
    outcome: member(place, 'outcome', outcome),
    server: member(place, 'server', orNull(text)),
  };
}

function serverFromJson(place: JsonPlace): ServerAnswer {
  const outcomes = { reply: 1, silence: 1, unreachable: 1, malformed: 1 };
  const policyZone = optional(place, 'policyZone', name);
  return {
    ...(policyZone === undefined ? {} : { policyZone }),
    role: member(place, 'role', wordOf({ listed: 1, upstream: 1 })),
    from: member(place, 'from', orNull(origin)),
    isLocal: member(place, 'isLocal', trueOrFalse),
    program: member(place, 'program', orNull(text)),
    name: member(place, 'name', name),
    queries: member(place, 'queries', whole()),
    unchecked: member(
      place,
      'unchecked',
      orNull((at) => ({
        rcode: member(at, 'rcode', rcode),
        answers: member(at, 'answers', listOf(record)),
      })),
    ),
    server: member(place, 'server', text),
    outcome: member(place, 'outcome', wordOf(outcomes)),
    detail: member(place, 'detail', text),
    transport: member(place, 'transport', wordOf({ udp: 1, tcp: 1, tls: 1, https: 1 })),
    rcode: member(place, 'rcode', orNull(rcode)),
    flags: member(place, 'flags', texts),
    answers: member(place, 'answers', listOf(record)),
    authorities: member(place, 'authorities', listOf(record)),
    extendedErrors: member(
      place,
      'extendedErrors',
      listOf((at) => ({ code: member(at, 'code', whole(0xffff)), text: member(at, 'text', text) })),
    ),
    identity: member(place, 'identity', (at) => ({
      nsid: member(at, 'nsid', orNull(text)),
      version: member(at, 'version', orNull(text)),
      id: member(at, 'id', orNull(text)),
    })),
    rttMs: member(place, 'rttMs', milliseconds),
  };
}
