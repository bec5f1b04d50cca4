/**
 * Which source of nsswitch.conf an answer came from. getaddrinfo does not say, so this goes through the
 * sources in their order and takes the first that can have given the answer.
 */

import type { NameSource } from './nsswitch.ts';
import type { SystemSource } from './system-answer.ts';

export interface AnswerFacts {
  /** The hosts file has exactly what the computer answered. */
  readonly isInHosts: boolean;
  readonly isLocalName: boolean;
  readonly isMulticastName: boolean;
  /**
   * What the name servers of resolv.conf said to our own query; `silence` says nothing about them either way.
   */
  readonly nameServers: 'answer' | 'denial' | 'silence';
}

export function sourceOf(sources: readonly NameSource[], facts: AnswerFacts): SystemSource {
  let fallback: SystemSource = 'unknown';
  for (const { name } of sources) {
    const source = EXPLAINS.find(({ module }) => module.test(name))?.explains(facts);
    if (source === undefined) continue;
    if (source.sure) return source.is;
    if (fallback === 'unknown') fallback = source.is;
  }
  return fallback;
}

interface Explanation {
  readonly is: SystemSource;
  /** False where a later source may explain the answer better. */
  readonly sure: boolean;
}

/** By module of nsswitch.conf: whether it explains the answer. */
const EXPLAINS: readonly { module: RegExp; explains(facts: AnswerFacts): Explanation | undefined }[] = [
  { module: /^files$/, explains: ({ isInHosts }) => surely('hosts', isInHosts) },
  { module: /^myhostname$/, explains: (facts) => surely('myhostname', facts.isLocalName) },
  { module: /^mdns/, explains: (facts) => surely('mdns', facts.isMulticastName) },
  {
    // systemd-resolved reads the hosts file and answers local names by itself, before it asks a name server.
    module: /^resolve$/,
    explains: (facts) => surely('hosts', facts.isInHosts) ?? surely('resolve', true),
  },
  {
    module: /^dns$/,
    explains: ({ nameServers }) => ({ is: 'dns', sure: nameServers === 'answer' }),
  },
];

function surely(is: SystemSource, holds: boolean): Explanation | undefined {
  return holds ? { is, sure: true } : undefined;
}
