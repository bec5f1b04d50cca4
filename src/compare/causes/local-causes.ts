/**
 * Causes on the computer itself: its hosts file, its own names, the order of its sources, what getaddrinfo leaves out.
 */

import type { Evidence } from '../../system/system-answer.ts';
import { kindOfAddress } from '../address-kinds.ts';
import type { CauseEntry } from '../cause-entry.ts';
import { counted, listed, listedValues, spelled, spoken } from '../words.ts';

export function lineOf({ file, line, text }: Evidence): string {
  return `${file}:${line}  ${text.trim()}`;
}

export const HOSTS_FILE: CauseEntry = {
  code: 'HOSTS_FILE',
  severity: 'info',
  rfc: 'RFC 1123 6.1.3.8',
  means: 'The hosts file of this computer has the name, so DNS is never asked.',
  advice: 'Take the line out of the file, unless it is there on purpose.',
  find: ({ question, system, voice, verdict }) => {
    if (system?.source !== 'hosts' || verdict === 'same') return undefined;
    const [first, ...more] = system.evidence;
    const place = first ? `${first.file}:${first.line}` : 'the hosts file';
    const places = more.length > 0 ? `${place} (and ${counted(more.length, 'more line')})` : place;
    return {
      message: `${places} gives ${listed(voice)} for ${spoken(question.name)}, so DNS is never asked`,
      evidence: system.evidence.map(lineOf),
    };
  },
};

export const LITERAL_ADDRESS: CauseEntry = {
  code: 'LITERAL_ADDRESS',
  severity: 'info',
  rfc: 'RFC 3493 6.1',
  means: 'The computer reads the name as an address and looks nothing up.',
  advice: 'Give a name that does not read as an address.',
  find: ({ question, system, voice, verdict }) => {
    if (system?.source !== 'literal' || verdict === 'same') return undefined;
    return {
      message: `this computer reads ${spoken(question.name)} as the address ${listed(voice)} and looks nothing up`,
      evidence: [],
    };
  },
};

export const MDNS_ONLY: CauseEntry = {
  code: 'MDNS_ONLY',
  severity: 'info',
  rfc: 'RFC 6762 3',
  means:
    'A computer on the same link answers for the name itself (multicast DNS); the public DNS does not have it.',
  advice: 'Nothing: names under local are meant for the link only.',
  find: ({ question, system, voice, walk }) => {
    const isByMulticast = system?.source === 'mdns' && voice.kind === 'answer';
    if (!isByMulticast || walk.kind === 'answer') return undefined;
    return {
      message: `${spoken(question.name)} is known on this link alone, by multicast DNS: ${listed(voice)}; the public DNS has no such name`,
      evidence: orderEvidence(system),
    };
  },
};

/** `/etc/nsswitch.conf:12  hosts: files mdns4_minimal [NOTFOUND=return] dns` */
function orderEvidence(system: {
  readonly settings?: { readonly order: { readonly from: Evidence | null } };
}): string[] {
  const from = system.settings?.order.from;
  return from ? [lineOf(from)] : [];
}

export const NSS_ORDER: CauseEntry = {
  code: 'NSS_ORDER',
  severity: 'warning',
  rfc: '',
  means:
    'The order of sources in nsswitch.conf decides: another source would have answered as the servers do.',
  advice: 'Change the order in nsswitch.conf, or the action behind the source.',
  find: ({ question, system, voice, verdict }) => {
    const answers = system?.sourceAnswers ?? [];
    if (!system || verdict === 'same' || voice.kind === 'failure') return undefined;
    const dns = answers.findIndex(({ source }) => source === 'dns' || source === 'resolve');
    const before = answers.findIndex(
      ({ status, action }, place) =>
        place < dns && action === 'return' && status !== 'success' && status !== 'unknown',
    );
    if (dns < 0 || before < 0 || answers[dns]!.status !== 'success') return undefined;
    const { source } = answers[before]!;
    return {
      message: `this computer gives up on ${spoken(question.name)} after ${placeOf(source)}, as nsswitch.conf says, and never asks DNS, which has ${listedValues(answers[dns]!.values)}`,
      evidence: orderEvidence(system),
    };
  },
};

function placeOf(source: string): string {
  if (source === 'files') return 'the hosts file';
  return source.startsWith('mdns') ? 'multicast DNS' : `its source "${source}"`;
}

export const ADDRESS_FILTER: CauseEntry = {
  code: 'ADDRESS_FILTER',
  severity: 'info',
  rfc: 'RFC 3493 6.1',
  means:
    'Programs that ask with AI_ADDRCONFIG do not get addresses of a family that this computer does not have.',
  advice: 'Give the computer an address of that family, or ask without the filter.',
  find: ({ system }) => {
    const both = system?.bothFamilies;
    if (!both || both.all.addresses.length === 0) return undefined;
    const missing = both.all.addresses.filter((address) => !both.configured.addresses.includes(address));
    if (missing.length === 0) return undefined;
    const family = missing.every((address) => address.includes(':')) ? 'IPv6' : 'IPv4';
    return {
      message: `most programs here are not told of ${listedValues(missing)}: this computer has no ${family} address of its own`,
      evidence: [
        `getaddrinfo: ${listedValues(both.all.addresses)}`,
        `with AI_ADDRCONFIG: ${both.configured.error ?? listedValues(both.configured.addresses)}`,
      ],
    };
  },
};

export const ORDER_ONLY: CauseEntry = {
  code: 'ORDER_ONLY',
  severity: 'info',
  rfc: 'RFC 6724 6',
  means:
    'Both sides have the same addresses in another order: the computer puts first what it can reach best.',
  advice: 'Nothing: the order of records in DNS means nothing.',
  find: ({ system, walk, voice, verdict }) => {
    if (!system || verdict !== 'same' || walk.kind !== 'answer' || voice.kind !== 'answer') return undefined;
    // Servers turn the order of alike addresses round for each asker; only unlike ones are put in order by rule.
    const kinds = (values: readonly string[]): string => values.map((value) => kindOfAddress(value)).join();
    if (kinds(walk.values) === kinds(voice.values)) return undefined;
    return {
      message: `the same addresses in another order: this computer puts ${voice.values[0]} first`,
      evidence: [`the servers: ${spelled(walk)}`, `this computer: ${spelled(voice)}`],
    };
  },
};
