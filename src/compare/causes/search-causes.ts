/**
 * Causes in resolv.conf: the search list made another name of the one that was asked for (RFC 1535).
 */

import { labelsOf, sameName, type Name } from '../../message/name.ts';
import type { Origin } from '../../system/system-answer.ts';
import type { CauseEntry } from '../cause-entry.ts';
import type { Circumstances } from '../circumstances.ts';
import { listed, spoken } from '../words.ts';
import { lineOf } from './local-causes.ts';

export const NDOTS: CauseEntry = {
  code: 'NDOTS',
  severity: 'info',
  rfc: 'RFC 1535 3',
  means: 'A name with few dots is tried with the search list first, because the option ndots says so.',
  advice: 'End the name in a dot, or take the option out of resolv.conf.',
  find: (circumstances) => {
    const other = searchedName(circumstances);
    const { question, system, voice, walk } = circumstances;
    const options = system?.settings?.options;
    const dots = labelsOf(question.name).length - 1;
    // With one dot or more it would have been tried as it is, had the option been left alone.
    if (other === undefined || dots < 1 || !options || dots >= options.ndots) return undefined;
    const word = options.words.findLast((each) => each.word.startsWith('ndots:'));
    const place = word ? placeOf(word.from) : 'an option';
    const name = spoken(question.name);
    return {
      message: `${name} has fewer dots than ndots:${options.ndots} asks for (${place}), so ${spoken(other)} is tried first, which has ${listed(voice)}; of the name itself the servers say ${listed(walk)}`,
      evidence: word ? [originLine(word.from)] : [],
    };
  },
};

export const SEARCH_LIST: CauseEntry = {
  code: 'SEARCH_LIST',
  severity: 'info',
  rfc: 'RFC 1535',
  means: 'The search list of this computer made another name of the one that was asked for.',
  advice: 'End the name in a dot where it is complete.',
  find: (circumstances) => {
    const other = searchedName(circumstances);
    // Where an option is why the list is used at all, that says more.
    if (other === undefined || NDOTS.find(circumstances)) return undefined;
    const { question, voice, walk, system } = circumstances;
    const from = system?.settings?.search.from;
    const turned = `this computer's search list turned ${spoken(question.name)} into ${spoken(other)}`;
    return {
      message: `${turned}, which has ${listed(voice)}; of the name itself the servers say ${listed(walk)}`,
      evidence: from ? [originLine(from)] : [],
    };
  },
};

/** The name that the search list led to, where that is not the one that was asked for. */
function searchedName({ system, question, voice, verdict }: Circumstances): Name | undefined {
  if (!system || verdict === 'same' || voice.kind !== 'answer') return undefined;
  const answered = system.tried.at(-1);
  return answered === undefined || sameName(answered, question.name) ? undefined : answered;
}

function placeOf(origin: Origin): string {
  return 'file' in origin ? `${origin.file}:${origin.line}` : origin.variable;
}

function originLine(origin: Origin): string {
  return 'file' in origin ? lineOf(origin) : `${origin.variable}=${origin.text}`;
}
