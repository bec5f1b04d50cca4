/** Checks that the headers of all layers tile the frame. */

import type { Layer } from '../../src/capture/layer.ts';
import { tilingFaults } from '../support/tiling.ts';

export function frameTilingFaults(frame: Uint8Array, layers: readonly Layer[]): string[] {
  const spans = layers.flatMap((layer) => layer.spans).toSorted((a, b) => a.start - b.start);
  return tilingFaults(frame.length, spans);
}
