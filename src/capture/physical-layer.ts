/**
 * The physical layer of a frame: it has no header that could be shown, so this says what it is.
 */

import type { Layer } from './layer.ts';

/**
 * Preamble and start delimiter, the check sequence, and the shortest pause between two frames (IEEE 802.3).
 */
const PREAMBLE = 8;
const CHECK_SEQUENCE = 4;
const PAUSE = 12;
/** A shorter frame is padded, without its check sequence. */
const SHORTEST_FRAME = 60;

export function physicalLayer(frameOctets: number, isEthernet: boolean): Layer {
  const onWire = Math.max(frameOctets, SHORTEST_FRAME) + PREAMBLE + CHECK_SEQUENCE + PAUSE;
  const ethernet =
    ` On an Ethernet cable this frame takes the time of ${onWire} octets: a preamble of ${PREAMBLE} in front, ` +
    `a check sequence of ${CHECK_SEQUENCE} behind and a pause of ${PAUSE}, ` +
    'which the network card adds and takes away.';
  const bits =
    'Bits as voltages on a wire, light in a fibre or radio waves. There is no header to show: ' +
    'a capture is made where the network card has already turned them into octets.';
  const means = isEthernet ? bits + ethernet : bits;
  return { name: 'physical', protocol: 'bits', means, spans: [], checks: [] };
}
