/**
 * Pages for what can be wrong: problems of a message, findings of a walk, causes of a difference between the walk and
 * the computer, notes on the records of services.
 */

import { CAUSES } from '../../compare/causes.ts';
import { PROBLEMS } from '../../message/registry/problems.ts';
import { FINDINGS, type FindingEntry } from '../../resolver/findings/catalogue.ts';
import type { NoteEntry } from '../../services/note-entry.ts';
import { NOTES } from '../../services/notes.ts';
import { page, type Page } from '../page.ts';
import { problemExample } from './problem-examples.ts';

export function diagnosisPages(): Page[] {
  const problems = PROBLEMS.map(({ code, title, means, rfc }) =>
    page({
      group: 'problem',
      name: code,
      keys: [title],
      meaning: `${capital(title)}.`,
      more: [means],
      rfc,
      ...problemExample(code),
      see: ['MESSAGE'],
    }),
  );
  const findings = Object.entries<FindingEntry>(FINDINGS).map(([code, { severity, rfc, means, advice }]) =>
    page({
      group: 'finding',
      name: code,
      meaning: means,
      more: [advice, `Found by a walk; severity: ${severity}.`],
      rfc,
    }),
  );
  const causes = CAUSES.map(({ code, severity, rfc, means, advice }) =>
    page({
      group: 'finding',
      name: code,
      meaning: means,
      more: [
        advice,
        `A cause why this computer says otherwise than the authoritative servers; severity: ${severity}.`,
      ],
      rfc,
    }),
  );
  const notes = Object.entries<NoteEntry>(NOTES).map(([code, { severity, rfc, means, advice }]) =>
    page({
      group: 'finding',
      name: code,
      meaning: means,
      more: [advice, `Found among the records of services; severity: ${severity}.`],
      rfc,
    }),
  );
  return [...problems, ...findings, ...causes, ...notes];
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
