/**
 * What is said of a service in the table: its name, and in which ways records of a name lead to it. Ports go by their
 * names in the well-known table (message/well-known-ports.ts).
 */

import type { PortProtocol } from '../message/well-known-ports.ts';

export const SERVICE_GROUPS = {
  web: 'Web',
  mail: 'Mail',
  files: 'Files and log-in',
  news: 'News',
  talk: 'Calls and messages',
  calendar: 'Calendars and contacts',
  directory: 'Directories and tickets',
  time: 'Time',
  names: 'Names',
} as const;
export type ServiceGroup = keyof typeof SERVICE_GROUPS;

/** One kind of record that leads to a service. `below` are the labels in front of the name, such as `_imaps._tcp`. */
export type Way =
  | { readonly kind: 'srv'; readonly below: string; readonly port: string }
  | { readonly kind: 'https'; readonly port: string }
  | { readonly kind: 'svcb'; readonly below: string; readonly port: string }
  | { readonly kind: 'mx'; readonly port: string }
  | { readonly kind: 'ns'; readonly port: string }
  | { readonly kind: 'uri'; readonly below: string; readonly port: string }
  /** `services` are those that RFC 3403 has in its services field; each leads on to SRV or address records. */
  | { readonly kind: 'naptr'; readonly services: Readonly<Record<string, string>> };

/**
 * Where no record leads to the service: the addresses of the name itself. By `rule` where the RFC of the service has
 * clients go there, by `convention` where only custom does.
 */
export interface Otherwise {
  readonly how: 'rule' | 'convention';
  readonly rfc: string;
  readonly ports: readonly WellKnown[];
}

/** A port by its name, and the protocol over which it is asked. */
export type WellKnown = `${string}/${PortProtocol}`;

export interface Service {
  /** As `--only` takes it. */
  readonly name: string;
  readonly title: string;
  readonly group: ServiceGroup;
  /** The RFC that says how it is found. */
  readonly rfc: string;
  readonly ways: readonly Way[];
  readonly otherwise: Otherwise | null;
  /** Shown also where nothing but the addresses of the name leads there. */
  readonly usual: boolean;
  /** Whether a TLSA record may say which certificate it has (RFC 6698, RFC 7672, RFC 7673). */
  readonly tls: boolean;
  /** What is not in DNS and may say otherwise; `{name}` stands for the name. */
  readonly elsewhere?: string;
}
