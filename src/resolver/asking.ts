/**
 * How a walk asks: what its queries hide of the name, and what their OPT records carry (RFC 6891).
 */

import type { Edns, EdnsOption } from '../message/edns.ts';
import type { ClientSubnet } from '../message/kinds/client-subnet.ts';
import { CLIENT_SUBNET } from '../message/options/client-subnet.ts';
import { NSID } from '../message/options/nsid.ts';
import { PLAIN_EDNS, UDP_PAYLOAD_OCTETS } from '../message/query-message.ts';

export interface Asking {
  /** Tell servers no more of the name than they need (RFC 9156). */
  readonly minimise: boolean;
  /** Ask in random upper and lower case, which a reply must repeat; servers that do not are asked again without. */
  readonly mixCase: boolean;
  /** The largest reply that servers may send over UDP, in octets. */
  readonly udpPayloadSize: number;
  /** DO: ask for signatures as well (RFC 3225). They are shown, not checked. */
  readonly dnssecOk: boolean;
  /** Ask which of several servers behind one address replies (RFC 5001). */
  readonly nsid: boolean;
  /** Send a cookie that a forger must guess, and send back the server's (RFC 7873). */
  readonly cookies: boolean;
  /** Where the answer is for: part of an address (RFC 7871). Undefined: servers are told nothing. */
  readonly subnet: ClientSubnet | undefined;
}

/** What may stand for `udpPayloadSize`: less than 512 octets means 512 all the same (RFC 6891 6.2.3). */
export const UDP_PAYLOAD_RANGE = { from: 512, to: 65_535 } as const;

export const PLAIN_ASKING: Asking = {
  minimise: false,
  mixCase: false,
  udpPayloadSize: UDP_PAYLOAD_OCTETS,
  dnssecOk: false,
  nsid: false,
  cookies: false,
  subnet: undefined,
};

/** The OPT record of a query; the cookie, where one is sent, differs from server to server. */
export function ednsOfQuery(
  { dnssecOk, nsid, subnet }: Asking,
  udpPayloadSize: number,
  cookie: EdnsOption | undefined,
): Edns {
  const options = [
    ...(nsid ? [{ code: NSID.code, values: { identifier: new Uint8Array(0) } }] : []),
    ...(subnet ? [{ code: CLIENT_SUBNET.code, values: { subnet } }] : []),
    ...(cookie ? [cookie] : []),
  ];
  return { ...PLAIN_EDNS, udpPayloadSize, dnssecOk, options };
}
