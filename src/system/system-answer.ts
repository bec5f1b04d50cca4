/**
 * What this computer says to a question, and where it has that from.
 */

import type { ResourceRecord } from '../message/message.ts';
import type { Name } from '../message/name.ts';
import type { TransportName } from '../transport/exchange.ts';
import type { AddressLookup, LibraryLookup } from './computer.ts';
import type { HostAlias } from './host-aliases.ts';
import type { HostsMatch } from './hosts-file.ts';
import type { LookupAction, LookupStatus, NameSource } from './nsswitch.ts';
import type { NameServerLine } from './resolv-conf.ts';
import type { OptionWord, ResolverOptions } from './resolver-options.ts';

/**
 * The source that answered, by the names of nsswitch.conf, but `hosts` for the hosts file; `literal`: the
 * name reads as an address, so nothing was looked up; `none`: nobody answered.
 */
export type SystemSource =
  | 'hosts'
  | 'dns'
  | 'mdns'
  | 'myhostname'
  | 'resolve'
  | 'literal'
  | 'unknown'
  | 'none';

/** A line of a file that explains the answer. Lines count from 1. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Where a setting is from: a line of a file, or a variable of the environment. */
export type Origin = Evidence | { readonly variable: string; readonly text: string };

/** What this computer says, and where it has that from. */
export interface SystemAnswer {
  readonly source: SystemSource;
  /** For address questions: as getaddrinfo gives them, in its order, of the family that was asked. */
  readonly addresses: readonly string[];
  /** For reverse names: the names that getnameinfo gives. */
  readonly names: readonly Name[];
  /**
   * For other types, and where a stub query was made: the answer section of the first name server's reply.
   */
  readonly records: readonly ResourceRecord[];
  /** The response code of the stub query; null where none was made or nobody answered. */
  readonly rcode: number | null;
  /** The name server that the stub query went to, `address#port`. */
  readonly server: string | null;
  /** In words, or null where there is an answer: `no such name`, `no answer within 5 s`. */
  readonly error: string | null;
  /**
   * The names that the search list makes of the one asked for, in the order they are tried, up to the one
   * that answered.
   */
  readonly tried: readonly Name[];
  readonly evidence: readonly Evidence[];
  /** The sources of nsswitch.conf's hosts line, in order. */
  readonly sources: readonly string[];
  /** The addresses of resolv.conf's name servers. */
  readonly nameServers: readonly string[];
  /** What else there is to know, in words: a file that cannot be read or is not valid. */
  readonly notes?: readonly string[];
  readonly elapsedMs: number;
  /** What follows is there whenever the computer was asked. */
  readonly settings?: SettingsReport;
  /** What each source of nsswitch.conf would say, asked by itself, in the order of the file. */
  readonly sourceAnswers?: readonly SourceAnswer[];
  /** For address questions: getaddrinfo for both families in one call, without and with the address filter. */
  readonly bothFamilies?: { readonly all: AddressLookup; readonly configured: AddressLookup };
  /** The names that the search list makes, each with what the name servers say of it, in the order tried. */
  readonly searchSteps?: readonly SearchStep[];
  /** Every name server that was asked beside getaddrinfo, and what it said. */
  readonly servers?: readonly ServerAnswer[];
  /** What c-ares says (`dns.resolve` of Node.js): name servers alone, without files and search list. */
  readonly library?: LibraryLookup & { readonly elapsedMs: number };
}

/** What the files and the environment set, with the place of each setting. */
export interface SettingsReport {
  readonly order: {
    /** Null for the order that is built in. */
    readonly from: Evidence | null;
    readonly sources: readonly NameSource[];
  };
  /** Every line that names a server, those that are not used too. */
  readonly nameServers: readonly NameServerLine[];
  /** `from` is null where the list is made of the host name, or empty. */
  readonly search: { readonly domains: readonly string[]; readonly from: Origin | null };
  readonly options: Omit<ResolverOptions, 'flags'> & {
    readonly words: readonly (OptionWord & { readonly use: 'used' | 'without effect' | 'unknown' })[];
  };
  /** Whether a name on several lines of the hosts file has the addresses of all of them. */
  readonly multi: { readonly match: HostsMatch; readonly from: Origin | null };
  /** Every line of the hosts file with the name or the address in question, answering or not. */
  readonly hostsLines: readonly Evidence[];
  /** What HOSTALIASES makes of the name before name servers are asked. */
  readonly hostAlias: HostAlias | null;
  /** Where /etc/resolv.conf leads to as a symbolic link. */
  readonly resolvConfLink: string | null;
  /** The program that wrote resolv.conf, by a comment in it. */
  readonly managedBy: (Evidence & { readonly program: string }) | null;
}

/** `unknown`: this cannot be found out by asking no more than name servers. */
export type SourceStatus = LookupStatus | 'unknown';

export interface SourceAnswer {
  readonly source: string;
  readonly status: SourceStatus;
  /** What the computer does after this status: return, continue, merge; null for an unknown one. */
  readonly action: LookupAction | null;
  /** Addresses, or for a reverse name the names. */
  readonly values: readonly string[];
  /** In words, where there is more to know than the status. */
  readonly detail: string;
  readonly evidence: readonly Evidence[];
}

export interface SearchStep {
  readonly name: Name;
  readonly outcome: 'answer' | 'no data' | 'no such name' | 'failure' | 'silence' | 'not asked';
  /** The server that said so; null for silence. */
  readonly server: string | null;
}

export interface ServerAnswer {
  /** `address#port` */
  readonly server: string;
  /**
   * `listed`: a name server of this computer. `upstream`: one that the listed resolver on this computer asks
   * in its turn, by its own files.
   */
  readonly role: 'listed' | 'upstream';
  readonly from: Origin | null;
  /** True for a resolver on this very computer. */
  readonly isLocal: boolean;
  /** What is known of the program behind it: `systemd-resolved`; null where nothing is. */
  readonly program: string | null;
  /** The name that it was asked for at last. */
  readonly name: Name;
  readonly outcome: 'reply' | 'silence' | 'unreachable' | 'malformed';
  /** In words, where there is no reply. */
  readonly detail: string;
  readonly transport: TransportName;
  readonly rcode: number | null;
  /** `aa`, `tc`, `rd`, `ra`, `ad`, `cd`. */
  readonly flags: readonly string[];
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  /** The policy zone that the answer is made from: BIND shows its SOA record among the additional ones. */
  readonly policyZone?: Name;
  /** RFC 8914. */
  readonly extendedErrors: readonly { readonly code: number; readonly text: string }[];
  /** Who it says it is: NSID (RFC 5001), and where asked for, the names of RFC 4892. */
  readonly identity: {
    readonly nsid: string | null;
    readonly version: string | null;
    readonly id: string | null;
  };
  /** After SERVFAIL: what it says where it is not to check signatures (RFC 4035 3.2.2, CD). */
  readonly unchecked: { readonly rcode: number; readonly answers: readonly ResourceRecord[] } | null;
  /** Milliseconds of the exchange that told this; for silence, all that was waited. */
  readonly rttMs: number;
  readonly queries: number;
}
