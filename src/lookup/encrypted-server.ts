/**
 * Servers that are asked over TLS (RFC 7858) or HTTPS (RFC 8484), as people write them: `tls://192.0.2.1`,
 * `tls://dns.example.net:853`, `https://dns.example.net/dns-query`; and what is wished of the connection to one.
 */

import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { partsOf } from '../transport/endpoint.ts';
import type { Encryption } from '../transport/encryption.ts';
import type { ServerAddress } from '../transport/exchange.ts';

const TLS_PORT = 853;
const HTTPS_PORT = 443;

/** How the other end of an encrypted connection is verified, and how HTTPS is spoken. */
export interface EncryptionWishes {
  /** Authorities in PEM that are trusted instead of the system's. */
  readonly authorities?: readonly string[];
  /** The name in the certificate, where it is not the one of the server. */
  readonly tlsName?: string;
  /**
   * `sha256/` and the hash of the server's public key in base64 (RFC 7858 4.2). Alone, it replaces the certificate; beside
   * `authorities` or `tlsName`, both must hold.
   */
  readonly pins?: readonly string[];
  /** Nothing is held against the server (RFC 7858 4.1): whoever is on the way may be in its place. */
  readonly opportunistic?: true;
  /** DNS over HTTPS by GET instead of POST. */
  readonly httpGet?: true;
}

/** A server as it is asked. */
export interface AskedServer extends ServerAddress {
  readonly encryption?: Encryption;
}

/** What a word says of an encrypted server, before anybody looked its host up. */
export interface EncryptedWord {
  readonly transport: 'tls' | 'https';
  /** An address without brackets, or a name without a last dot. */
  readonly host: string;
  readonly port: number;
  readonly resource?: { readonly authority: string; readonly path: string };
}

export function isEncryptedWord(text: string): boolean {
  return /^(tls|https):\/\//i.test(text);
}

/** Undefined where the text is none. `port` stands in where it names none itself. */
export function scanEncryptedServer(text: string, port?: number): EncryptedWord | undefined {
  const tls = /^tls:\/\/([^/?]*)\/?$/i.exec(text);
  return tls ? tlsWord(tls[1]!, port ?? TLS_PORT) : httpsWord(text, port);
}

/** Throws RangeError where a pin is none. */
export function encryptionOf(word: EncryptedWord, wishes: EncryptionWishes): Encryption {
  const { transport, host, resource } = word;
  const { authorities, tlsName, httpGet } = wishes;
  const pins = wishes.pins?.map(pinOf);
  const name = nameToVerify(tlsName) ?? host;
  return {
    transport,
    name,
    authorities,
    ...(pins && pins.length > 0 ? { pins } : {}),
    trust: trustOf(wishes),
    ...(resource
      ? {
          resource: {
            path: resource.path,
            // With a name for an address, it is that site which is meant.
            authority: tlsName === undefined ? resource.authority : withPort(name, word.port),
            method: httpGet ? 'GET' : 'POST',
          },
        }
      : {}),
  };
}

function trustOf({ authorities, tlsName, pins = [], opportunistic }: EncryptionWishes): Encryption['trust'] {
  if (opportunistic) return 'anyone';
  if (pins.length === 0) return 'certificate';
  return authorities || tlsName !== undefined ? 'certificate-and-pin' : 'pin';
}

const PIN = /^(?:sha256\/)?([A-Za-z0-9+/]{43}=)$/;

/** The base64 of a pin. Throws RangeError. */
function pinOf(text: string): string {
  const [, base64] = PIN.exec(text) ?? [];
  if (base64 === undefined) throw new RangeError(`"${text}" is no pin: sha256/ and 44 letters of base64`);
  return base64;
}

/** As certificates have it. Throws RangeError. */
function nameToVerify(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const name = hostOf(text.replace(/^\[(.*)\]$/, '$1'));
  if (name === undefined) throw new RangeError(`"${text}" is no name that a certificate could be for`);
  return name;
}

function hostOf(text: string): string | undefined {
  if (isIP(text) !== 0) return text;
  const name = domainToASCII(text).replace(/\.$/, '');
  return /^[a-z0-9_]([a-z0-9_.-]{0,252})$/i.test(name) && !name.includes('..') ? name : undefined;
}

function tlsWord(text: string, defaultPort: number): EncryptedWord | undefined {
  const { host: typed, port: digits = String(defaultPort) } =
    isIP(text) === 0 ? partsOf(text) : { host: text };
  const host = hostOf(typed);
  const port = Number(digits);
  if (host === undefined || !/^\d{1,5}$/.test(digits) || port === 0 || port > 0xffff) return undefined;
  return { transport: 'tls', host, port };
}

function httpsWord(text: string, defaultPort: number | undefined): EncryptedWord | undefined {
  // The URI template of RFC 8484 4.1.1 may be pasted as it stands in the papers of a service.
  const template = text.replace(/\{\?dns\}$/, '');
  if (!/^https:\/\/[^/]/i.test(template) || !URL.canParse(template)) return undefined;
  const url = new URL(template);
  const host = hostOf(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  if (host === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  const port = url.port === '' ? (defaultPort ?? HTTPS_PORT) : Number(url.port);
  if (port === 0) return undefined;
  const path = url.pathname === '/' && url.search === '' ? '/dns-query' : url.pathname + url.search;
  return { transport: 'https', host, port, resource: { authority: withPort(host, port), path } };
}

function withPort(host: string, port: number): string {
  const bracketed = isIP(host) === 6 ? `[${host}]` : host;
  return port === HTTPS_PORT ? bracketed : `${bracketed}:${port}`;
}
