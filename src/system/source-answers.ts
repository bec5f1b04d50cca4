/**
 * What each source of nsswitch.conf's hosts line would say if it were asked by itself, whether or not the
 * lookup gets that far: the hosts file from its text, name servers from our own query. What cannot be known
 * without asking more than name servers is called unknown.
 */

import { recordsOf, type Question } from '../message/message.ts';
import { labelsOf } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { PTR } from '../message/records/ptr.ts';
import type { Computer } from './computer.ts';
import { evidenceOf, type HostsLine } from './hosts-file.ts';
import { isHostName, isLocalName, isMulticastName } from './local-names.ts';
import type { LookupSettings } from './lookup-settings.ts';
import type { SearchResult } from './stub-search.ts';
import type { SourceAnswer, SourceStatus } from './system-answer.ts';

export interface SourceFacts {
  readonly question: Question;
  /** As getaddrinfo takes it. */
  readonly text: string;
  readonly computer: Computer;
  readonly settings: LookupSettings;
  /** The lines of the hosts file that answer, and what they answer. */
  readonly hits: readonly { readonly line: HostsLine; readonly value: string }[];
  readonly search: SearchResult;
}

export async function sourceAnswersOf(facts: SourceFacts): Promise<SourceAnswer[]> {
  return Promise.all(
    facts.settings.nsswitch.sources.map(async ({ name, actions }) => {
      const said = await sayingOf(name, facts);
      const action = said.status === 'unknown' ? null : actions[said.status];
      const { status, values = [], detail = '', evidence = [] } = said;
      return { source: name, status, action, values, detail, evidence };
    }),
  );
}

type Saying = Pick<SourceAnswer, 'status'> & Partial<SourceAnswer>;

async function sayingOf(source: string, facts: SourceFacts): Promise<Saying> {
  if (source === 'files') return filesSay(facts);
  if (source === 'dns') return nameServersSay(facts);
  if ((await facts.computer.hasSource(source)) === false) {
    return { status: 'unavail', detail: `not installed: there is no libnss_${source}.so.2` };
  }
  return (
    OTHERS.find(({ module }) => module.test(source))?.say(source, facts) ??
    unknown('no source that is known here')
  );
}

function filesSay({ settings, hits }: SourceFacts): Saying {
  if (settings.hosts === null)
    return { status: 'unavail', detail: `there is no ${settings.hostsPath} to read` };
  const evidence = hits
    .slice(0, MAXIMUM_EVIDENCE_LINES)
    .map(({ line }) => evidenceOf(line, settings.hostsPath));
  return {
    status: hits.length > 0 ? 'success' : 'notfound',
    values: hits.map(({ value }) => value),
    evidence,
  };
}

const MAXIMUM_EVIDENCE_LINES = 8;

function nameServersSay({ question, text, search }: SourceFacts): Saying {
  if (question.type !== PTR.code && !isHostName(text)) {
    return { status: 'notfound', detail: 'not the name of a host, so that no name server is asked' };
  }
  const { reply, answeredAs, steps } = search;
  if (reply && answeredAs !== undefined) {
    const { answers } = reply.message;
    const addresses = [A, AAAA].flatMap((type) =>
      type.code === question.type ? recordsOf(answers, type).map(({ rdata }) => rdata.address) : [],
    );
    const names = question.type === PTR.code ? recordsOf(answers, PTR).map(({ rdata }) => rdata.target) : [];
    return {
      status: 'success',
      values: [...addresses, ...names],
      detail: `${answeredAs} by ${reply.server}`,
    };
  }
  // The last name that was tried decides whether the source counts as available.
  const last = steps.at(-1)?.outcome;
  if (last === 'silence') return { status: 'unavail', detail: 'no name server answered' };
  return last === 'failure'
    ? { status: 'unavail', detail: 'the name servers failed or refused' }
    : { status: 'notfound', detail: last ?? '' };
}

interface Other {
  readonly module: RegExp;
  say(source: string, facts: SourceFacts): Saying | Promise<Saying>;
}

const OTHERS: readonly Other[] = [
  { module: /^mdns[46]?(_minimal)?$/, say: multicastSays },
  { module: /^myhostname$/, say: (_, facts) => ownNamesSay(facts) },
  { module: /^resolve$/, say: (_, facts) => resolvedSays(facts) },
];

/** nss-mdns: the minimal ones know names of two labels below .local only; each may be bound to one family. */
function multicastSays(source: string, { question }: SourceFacts): Saying {
  const isOtherFamily =
    (source.startsWith('mdns4') && question.type === AAAA.code) ||
    (source.startsWith('mdns6') && question.type === A.code);
  if (isOtherFamily) return { status: 'unavail', detail: 'it does not answer for this family' };
  const isMinimal = source.endsWith('_minimal');
  const isMine = isMulticastName(question.name) && (!isMinimal || labelsOf(question.name).length === 2);
  if (isMine) return unknown('it asks all computers of the local link, which is not done here');
  return isMinimal || question.type !== PTR.code
    ? { status: 'unavail', detail: 'not a name for multicast DNS' }
    : unknown('it may ask the local link for the name of an address');
}

function ownNamesSay({ question, computer }: SourceFacts): Saying {
  if (question.type === PTR.code) return unknown('it names the addresses of this computer');
  if (!isLocalName(question.name, computer.hostname)) return { status: 'notfound' };
  const isLocalhost = /(^|\.)localhost(\.localdomain)?\.$/i.test(question.name);
  if (!isLocalhost) return unknown('it gives the addresses of this computer or of its gateway');
  return { status: 'success', values: [question.type === A.code ? '127.0.0.1' : '::1'] };
}

/** Where systemd-resolved listens for the module; what it says its stub says as well. */
const RESOLVED_SOCKET = '/run/systemd/resolve/io.systemd.Resolve';

async function resolvedSays(facts: SourceFacts): Promise<Saying> {
  if ('missing' in (await facts.computer.readFile(RESOLVED_SOCKET))) {
    return { status: 'unavail', detail: 'systemd-resolved does not run' };
  }
  const files = filesSay(facts);
  if (files.status === 'success') return { ...files, detail: 'systemd-resolved reads the hosts file itself' };
  return unknown('systemd-resolved answers by what it knows, which its stub shows only in part');
}

const unknown = (detail: string): Saying => ({ status: 'unknown' satisfies SourceStatus, detail });
