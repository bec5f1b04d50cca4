/**
 * What `rootwalk services` does: looks up the services of a name by walks from the root, prints them, and says in its exit
 * status whether there are any.
 */

import { findServices } from '../lookup/find-services.ts';
import { labelsOf, NameError, scanName, type Name } from '../message/name.ts';
import { reverseName } from '../message/reverse-name.ts';
import { jsonText } from '../render/json-text.ts';
import { servicesCsv } from '../render/services/services-csv.ts';
import { servicesDocument } from '../render/services/services-document.ts';
import { servicesMarkdown } from '../render/services/services-markdown.ts';
import type { ServicesRun } from '../render/services/services-run.ts';
import { servicesText } from '../render/services/services-text.ts';
import { POLICIES, type PolicyName } from '../services/policy.ts';
import type { ServicesWish } from '../services/read-services.ts';
import { SERVICE_GROUPS, type Service } from '../services/service.ts';
import { SERVICES } from '../services/table.ts';
import type { ServicesFlags } from './commands/services.ts';
import { exitStatusOf } from './exit-status.ts';
import { interruptedStatus, type Invocation } from './invocation.ts';
import { surroundingsOf, walkOptionsOf } from './options.ts';
import { outputOf, type Output } from './output.ts';
import { walkTargetOf } from './target.ts';
import { nearest, UsageError } from './usage-error.ts';

/** Where there is no terminal to fit the table to. */
const TEXT_COLUMNS = 100;

export async function services(
  nameWord: string | undefined,
  flags: ServicesFlags,
  invocation: Invocation,
): Promise<number> {
  const wish = wishOf(nameWord, flags);
  const output = outputOf(flags);
  // This computer has no part in it.
  const surroundings = await surroundingsOf({ ...flags, system: false }, invocation.signal);
  try {
    const options = walkOptionsOf(flags, surroundings, invocation.signal);
    const run = await findServices(wish, surroundings, options);
    if (invocation.signal.aborted) return interruptedStatus(invocation);
    await output.write(await printed(run, flags, output));
    await output.finish();
    tell(run, flags, invocation);
    return exitStatusOf({ ...run.summary, ...NOTHING_MORE });
  } finally {
    await surroundings.close();
  }
}

const NOTHING_MORE = { rcode: 0, aliases: [], answers: [], negativeTtl: null, zone: '.' } as const;

function wishOf(nameWord: string | undefined, flags: ServicesFlags): ServicesWish {
  if (flags.type !== undefined)
    throw new UsageError('services knows itself which types to ask for: leave -t out');
  if (flags.all)
    throw new UsageError(
      'services makes many walks, and --all is for one: rootwalk trace NAME --all (or --all-services?)',
    );
  const address = flags.reverse ?? (nameWord !== undefined && reverseName(nameWord) ? nameWord : undefined);
  if (address !== undefined)
    throw new UsageError(
      `services are those of a name, and ${address} is an address: rootwalk trace ${address} finds its name`,
    );
  if (nameWord === undefined) throw new UsageError('a name is missing: rootwalk services NAME');
  const { name } = walkTargetOf(nameWord, undefined).question;
  const selectors = flags.dkimSelector.map(selectorOf);
  return { name, ...chosen(flags.only), dkimSelectors: selectors };
}

/** A selector is one label or more (RFC 6376 3.1). */
function selectorOf(text: string): string {
  try {
    const name: Name = scanName(text);
    if (labelsOf(name).length > 0) return name.slice(0, -1);
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
  }
  throw new UsageError(`--dkim-selector wants a name such as s1, and "${text}" is none`);
}

const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[];
/** What is said of mail belongs to it. */
const MAIL_POLICIES: readonly PolicyName[] = ['spf', 'dmarc', 'dkim', 'mta-sts', 'tls-rpt'];

interface Chosen {
  readonly services: readonly Service[];
  readonly policies: readonly PolicyName[];
}

/** All, or those of `--only`: services, groups of them, policies. Throws UsageError. */
function chosen(only: string | undefined): Chosen {
  if (only === undefined) return { services: SERVICES, policies: POLICY_NAMES };
  const words = only
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (words.length === 0) throw new UsageError('--only wants services, such as smtp,imap');
  const names = [...SERVICES.map(({ name }) => name), ...Object.keys(SERVICE_GROUPS), ...POLICY_NAMES];
  const strange = words.find((word) => !names.includes(word));
  if (strange !== undefined) {
    const near = nearest(strange, names);
    throw new UsageError(
      `there is no service "${strange}"; ${near ? `did you mean ${near}?` : `there are ${names.join(', ')}`}`,
    );
  }
  const picked = SERVICES.filter(({ name, group }) => words.includes(name) || words.includes(group));
  const isMail = picked.some(({ name }) => name === 'smtp');
  const policies = POLICY_NAMES.filter(
    (name) =>
      words.includes(name) ||
      (isMail && MAIL_POLICIES.includes(name)) ||
      (name === 'sshfp' && words.includes('ssh')) ||
      (name === 'caa' && words.includes('https')),
  );
  return { services: picked, policies };
}

async function printed(
  run: ServicesRun,
  { format, allServices, only }: ServicesFlags,
  output: Output,
): Promise<string> {
  if (format === 'json') return `${jsonText(servicesDocument(run), 2)}\n`;
  if (format === 'yaml') return (await import('../render/yaml-text.ts')).yamlText(servicesDocument(run));
  if (format === 'csv') return servicesCsv(run);
  if (format === 'markdown') return servicesMarkdown(run);
  const width = output.columns ?? TEXT_COLUMNS;
  // What was named is shown, come what may.
  const services = allServices || only !== undefined ? 'all' : 'found';
  return servicesText(run, output.style, { width, services });
}

/** What the data does not say by itself: which services nobody could tell of, and why. */
function tell({ found, summary, lookups }: ServicesRun, flags: ServicesFlags, invocation: Invocation): void {
  const unknown = [
    ...found.services.map((each) => ({ name: each.service.name, status: each.status })),
    ...found.policies,
  ]
    .filter(({ status }) => status === 'unknown')
    .map(({ name }) => name);
  if (
    summary.reason === 'no-reply' &&
    lookups.every(({ reason }) => reason === 'no-reply') &&
    flags.lab === undefined
  )
    invocation.complain(
      'no root server can be reached from here; --lab looks in an Internet that needs no network',
    );
  else if (unknown.length > 0)
    invocation.complain(`unknown, since nobody answered for them: ${unknown.join(', ')}`);
}
