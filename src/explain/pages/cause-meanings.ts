/**
 * What the causes of a difference mean in general; the sentence that quotes the evidence of one case is made where the
 * cause is found.
 */

const MEANINGS: Readonly<Record<string, string>> = {
  HOSTS_FILE: 'A line of the hosts file gives the address, so this computer does not ask DNS.',
  LITERAL_ADDRESS: 'The name is an address already: this computer looks nothing up.',
  LOCAL_ZONE: 'The name means this computer itself, such as localhost or its own host name.',
  SEARCH_LIST: 'The search list put another domain behind the name, and that longer name was found.',
  RESOLVER_DOWN: 'The resolver that this computer asks does not answer.',
  RESOLVER_FAILED: 'The resolver that this computer asks answers with a failure.',
  WALK_FAILED: 'The walk did not reach an answer, so there is nothing to compare with.',
  NAME_MISSING_HERE: 'The servers have records for the name, and this computer says there are none.',
  NAME_ONLY_HERE: 'This computer has an answer, and the servers say there is none.',
  ANSWERS_DIFFER: 'Both have an answer, and not the same one.',
};

/** A sentence; for a cause that has no row here a general one. */
export function meaningOfCause(code: string): string {
  return MEANINGS[code] ?? 'A cause why this computer and the authoritative servers do not agree.';
}

export function hasMeaning(code: string): boolean {
  return MEANINGS[code] !== undefined;
}
