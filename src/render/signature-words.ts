/**
 * Whether the reply to a signed query (TSIG, RFC 8945) is to be believed, in words and as JSON.
 */

import type { TsigKey, TsigVerdict } from '../transport/tsig.ts';

const UNSIGNED = 'the reply is not signed, so it is not to be believed';

export function signatureProblem(verdict: Exclude<TsigVerdict, { readonly kind: 'verified' }>): string {
  return verdict.kind === 'unsigned' ? UNSIGNED : verdict.problem;
}

export function signatureWords({ name, algorithm }: TsigKey, verdict: TsigVerdict): string {
  const said =
    verdict.kind === 'verified'
      ? 'the signature of the reply holds'
      : `NOT VERIFIED: ${signatureProblem(verdict)}`;
  return `signed with ${name} (${algorithm}): ${said}`;
}

export function signatureJson({ name, algorithm }: TsigKey, verdict: TsigVerdict): object {
  const problem = verdict.kind === 'verified' ? null : signatureProblem(verdict);
  return { key: name, algorithm, status: verdict.kind, problem };
}
