/**
 * What can be said where no cause is known: only that the sides differ, and how.
 */

import type { CauseEntry } from '../cause-entry.ts';
import { listed, spelled, spoken } from '../words.ts';

export const GENERAL_CAUSES: readonly CauseEntry[] = [
  {
    code: 'NAME_MISSING_HERE',
    severity: 'warning',
    rfc: 'RFC 2308 2',
    means: 'The servers have the name, and here it is said not to exist.',
    advice: 'Ask another resolver, and look at what stands between.',
    find: ({ question, walk, voice, who }) => {
      if (walk.kind !== 'answer' || voice.kind !== 'denial') return undefined;
      const message = `${spoken(question.name)} has ${listed(walk)}, but ${who} says: ${spelled(voice)}`;
      return { message, evidence: [] };
    },
  },
  {
    code: 'NAME_ONLY_HERE',
    severity: 'warning',
    rfc: 'RFC 2308 2',
    means: 'The servers say that there is no such name or record, and here there is one.',
    advice: 'See which resolver says so: the name may be one of its own network.',
    find: ({ question, walk, voice, who }) => {
      if (walk.kind !== 'denial' || voice.kind !== 'answer') return undefined;
      const where = who === 'this computer' ? 'here' : `at ${who}`;
      const message = `${spoken(question.name)} has ${listed(voice)} ${where} alone; the servers say: ${spelled(walk)}`;
      return { message, evidence: [] };
    },
  },
  {
    code: 'ANSWERS_DIFFER',
    severity: 'warning',
    rfc: 'RFC 2181 5',
    means: 'Both sides have an answer, and not the same; no cause could be found.',
    advice: 'Ask again later, and other resolvers: what stays and what changes tells more.',
    find: ({ question, walk, voice, who, verdict }) => {
      if (verdict !== 'differs' || voice.kind !== 'answer') return undefined;
      const message = `for ${spoken(question.name)} ${who} says ${listed(voice)}, the servers ${listed(walk)}`;
      return { message, evidence: [] };
    },
  },
];
