/**
 * The computer port: what rootwalk asks of the machine it runs on, or of a lab world's machine. What goes
 * wrong comes back as words, never as an exception.
 */

/** A file as it is now; `unreadable` says why in words. */
export type FileText =
  | { readonly text: string }
  | { readonly missing: true }
  | { readonly unreadable: string };

export interface Computer {
  readFile(path: string): Promise<FileText>;
  /** As getaddrinfo: every address of one family, in the order the C library gives them. */
  lookup(name: string, family: 4 | 6): Promise<AddressLookup>;
  /** As getnameinfo: the name that the computer has for an address. */
  reverse(address: string): Promise<NameLookup>;
  readonly hostname: string;
  /** For RES_OPTIONS, LOCALDOMAIN and RESOLV_MULTI, which override the files. */
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

/** The files that decide where a name is looked up. */
export const HOSTS_PATH = '/etc/hosts';
export const NSSWITCH_PATH = '/etc/nsswitch.conf';
export const RESOLV_CONF_PATH = '/etc/resolv.conf';
export const HOST_CONF_PATH = '/etc/host.conf';
