/**
 * Where a walk does not come to what a scenario of another resolver expects, and why that is right.
 */

/** Questions by file, as `NAME TYPE`, with the reason. */
export type Reasoned = Readonly<
  Record<string, { readonly reason: string; readonly questions: readonly string[] }>
>;

const LOOP =
  'a DNAME that leads a name back to itself: resolvers hand the loop to their client as NOERROR, a walk says that it is one';
export const RIGHTLY_DIFFERENT: Reasoned = {
  'unbound--iter_dname_insec.json': { reason: LOOP, questions: ['cyc.example.com. A'] },
};

const SYNTHESISED =
  'the servers fail, and only a DNAME or CNAME kept from an earlier question could answer (RFC 8198)';
const DENIED_BEFORE =
  'the servers fail, and only a proof of absence kept from an earlier question could answer (RFC 8198, RFC 8020)';

/** Questions that only the cache of a resolver can answer that answered the ones before and checked their signatures. */
export const FROM_A_VALIDATING_CACHE: Reasoned = {
  'deckard--nsec_aggr_cache.json': {
    reason: DENIED_BEFORE,
    questions: ['deep.sk2. A', 'deeper.deep.sk2. DS', 'sk. DS', 'random2.blog.root.cz. A'],
  },
  'unbound--stop_nxdomain.json': { reason: DENIED_BEFORE, questions: ['foo.example.local. A'] },
  ...sameFor(['unbound--val_cnameqtype.json', 'unbound--val_cnameqtype_qmin.json'], SYNTHESISED, [
    'www2.example.com. CNAME',
    'foo2.test-dname.example.com. CNAME',
    'www5.example.com. CNAME',
    'cup2.h-dname.example.com. CNAME',
  ]),
  ...sameFor(['unbound--val_dnameqtype.json', 'unbound--val_dnameqtype_qmin.json'], SYNTHESISED, [
    'foo2.test-dname.example.com. DNAME',
    'www5.example.com. DNAME',
    'cup2.h-dname.example.com. DNAME',
  ]),
};

/** Steps whose question the servers no longer answer, but did in an earlier one: a cold start cannot know. */
export const FROM_AN_EARLIER_STEP: Readonly<
  Record<string, { readonly reason: string; readonly steps: readonly number[] }>
> = {
  'unbound--iter_pcnamech.json': {
    reason:
      'the parent’s servers have stopped to refer, and only the kept NS record leads to the one that answers',
    steps: [1],
  },
  'unbound--iter_soamin.json': {
    reason: 'the same questions again, when all servers have stopped to answer',
    steps: [2, 3],
  },
};

export function questionsOf(reasoned: Reasoned, file: string): readonly string[] {
  return reasoned[file]?.questions ?? [];
}

function sameFor(files: readonly string[], reason: string, questions: readonly string[]): Reasoned {
  return Object.fromEntries(files.map((file) => [file, { reason, questions }]));
}
