/**
 * What a client wishes of an encrypted connection (RFC 7858, RFC 8310, RFC 8484), and what it got. Plain values: tls.ts
 * makes the connection of them.
 */

/** How a server is asked so that nobody on the way reads it. */
export interface Encryption {
  readonly transport: 'tls' | 'https';
  /** The name or address that the certificate must be for; undefined: the address that is connected to. */
  readonly name?: string | undefined;
  /** Certificates of authorities in PEM, instead of those that the system trusts. */
  readonly authorities?: readonly string[] | undefined;
  /** SHA-256 of public keys in base64 (RFC 7858 4.2); one of them must be the server's. Never empty. */
  readonly pins?: readonly string[] | undefined;
  /** `pin`: the key of the server itself is enough; `anyone`: nothing is held against it (RFC 7858 4.1). */
  readonly trust: 'certificate' | 'pin' | 'certificate-and-pin' | 'anyone';
  /** For `https`. */
  readonly resource?: HttpResource;
}

/** Where DNS over HTTPS is to be had (RFC 8484 4.1). */
export interface HttpResource {
  /** The host with its port where that is not 443, as the URL has them. */
  readonly authority: string;
  /** Begins with `/`. */
  readonly path: string;
  readonly method: 'POST' | 'GET';
}

/** What protected an exchange. */
export interface Secured {
  /** `TLSv1.3` */
  readonly protocol: string;
  readonly cipher: string;
  readonly verified: 'certificate' | 'pin' | 'certificate-and-pin' | 'no';
  /** The name or address that was held against the certificate. */
  readonly name: string;
  /** What would have been held against the server; null where nothing, or where nobody looked. */
  readonly objection: string | null;
  /** Over HTTPS only. */
  readonly http?: 'HTTP/2' | 'HTTP/1.1';
}
