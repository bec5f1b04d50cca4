/**
 * An entry of one of IANA's DNS registries: a number, what it is called, what it means, and where that is written.
 */

export interface RegisteredCode {
  readonly code: number;
  readonly mnemonic: string;
  /** One plain sentence. */
  readonly meaning: string;
  readonly rfc: string;
}

export function registered(code: number, mnemonic: string, rfc: string, meaning: string): RegisteredCode {
  return { code, mnemonic, meaning, rfc };
}

/** Looks numbers and names up in a table; of several names for one number the first counts. */
export function lookupsOf(table: readonly RegisteredCode[]): {
  readonly nameOf: (code: number) => string | undefined;
  readonly codeOf: (mnemonic: string) => number | undefined;
} {
  const names = new Map<number, string>();
  const codes = new Map<string, number>();
  for (const { code, mnemonic } of table) {
    if (!names.has(code)) names.set(code, mnemonic);
    codes.set(mnemonic.toUpperCase(), code);
  }
  return {
    nameOf: (code) => names.get(code),
    codeOf: (mnemonic) => codes.get(mnemonic.toUpperCase()),
  };
}
