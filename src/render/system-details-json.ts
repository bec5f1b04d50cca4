/**
 * What is known beside this computer's answer, as JSON: the settings and their places, each source, each name server.
 * Only what was found out is there.
 */

import { rcodeName } from '../message/codes.ts';
import type { ServerAnswer, SystemAnswer } from '../system/system-answer.ts';
import { roundedMs } from './rounded-times.ts';
import { recordJson } from './record-json.ts';

export function systemDetailsJson(system: SystemAnswer): Readonly<Record<string, unknown>> {
  const { settings, sourceAnswers, bothFamilies, searchSteps, servers, library } = system;
  return {
    ...(settings ? { settings } : {}),
    ...(sourceAnswers ? { sourceAnswers } : {}),
    ...(bothFamilies ? { bothFamilies } : {}),
    ...(searchSteps ? { searchSteps } : {}),
    ...(servers ? { servers: servers.map(serverJson) } : {}),
    ...(library ? { library: { ...library, elapsedMs: roundedMs(library.elapsedMs) } } : {}),
  };
}

export function serverJson(server: ServerAnswer): Readonly<Record<string, unknown>> {
  const { unchecked } = server;
  return {
    ...server,
    rcode: server.rcode === null ? null : rcodeName(server.rcode),
    answers: server.answers.map(recordJson),
    authorities: server.authorities.map(recordJson),
    unchecked: unchecked && {
      rcode: rcodeName(unchecked.rcode),
      answers: unchecked.answers.map(recordJson),
    },
    rttMs: roundedMs(server.rttMs),
  };
}
