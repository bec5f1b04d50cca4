/**
 * The computer port: what rootwalk asks of the machine it runs on, or of a lab world's machine. What goes
 * wrong comes back as words, never as an exception.
 */

/** A file as it is now; `unreadable` says why in words. */
export type FileText =
  | { readonly text: string }
  | { readonly missing: true }
  | {
      readonly unreadable: string;
      /** True for a pipe or a device: a program that opens it, the C library too, may wait for ever. */
      readonly blocks?: true;
    };

/**
 * What getaddrinfo is asked for (RFC 3493 6.1): one family; any; any that the computer has an address of
 * itself (AI_ADDRCONFIG); or IPv6, with IPv4 addresses mapped into it where there are none (AI_V4MAPPED).
 */
export type AddressQuestion = 4 | 6 | 'any' | 'configured' | 'mapped';

export interface Computer {
  readFile(path: string): Promise<FileText>;
  /** Where a symbolic link leads; undefined for anything else. */
  linkTarget(path: string): Promise<string | undefined>;
  /** As getaddrinfo: every address, in the order the C library gives them. */
  lookup(name: string, question: AddressQuestion): Promise<AddressLookup>;
  /** As getnameinfo: the name that the computer has for an address. */
  reverse(address: string): Promise<NameLookup>;
  /**
   * As c-ares, the resolver library within Node.js and others: it asks name servers and reads neither the
   * hosts file nor nsswitch.conf. Ends when `signal` says so. Undefined for a type that it does not know.
   */
  resolve(name: string, type: number, signal: AbortSignal): Promise<LibraryLookup | undefined>;
  /** The name servers that c-ares would ask: on Windows those of the interfaces that are up. */
  libraryServers(): Promise<readonly string[]>;
  /** What a command says that is part of the system: never through a shell, and for a short time only. */
  run(command: readonly string[]): Promise<FileText>;
  /** Whether a source of nsswitch.conf is installed; undefined where that cannot be found out. */
  hasSource(name: string): Promise<boolean | undefined>;
  readonly hostname: string;
  /** `linux`, `darwin`, `win32` …: which files and commands say how names are looked up. */
  readonly platform: string;
  /** For LOCALDOMAIN, RES_OPTIONS, HOSTALIASES, RESOLV_HOST_CONF and RESOLV_MULTI, which go before the files. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface AddressLookup {
  readonly addresses: readonly string[];
  /** In words; null where there are addresses. */
  readonly error: string | null;
}

export interface NameLookup {
  readonly names: readonly string[];
  readonly error: string | null;
}

export interface LibraryLookup {
  /** The name servers that it asks, as `address` or `address#port`, from wherever it has them. */
  readonly servers: readonly string[];
  /** The data of the records, as zone-file text. */
  readonly values: readonly string[];
  readonly error: string | null;
}

/** The files that decide where a name is looked up. */
export const HOSTS_PATH = '/etc/hosts';
export const NSSWITCH_PATH = '/etc/nsswitch.conf';
export const RESOLV_CONF_PATH = '/etc/resolv.conf';
export const HOST_CONF_PATH = '/etc/host.conf';
