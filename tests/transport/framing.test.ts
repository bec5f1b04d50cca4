import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frame, FrameReader } from '../../src/transport/framing.ts';

it('gives back every message, however the stream is cut', () => {
  const messages = fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 8 });
  fc.assert(
    fc.property(messages, fc.array(fc.nat(700), { minLength: 1 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(frame));
      const reader = new FrameReader();
      const received: Uint8Array[] = [];
      for (let at = 0, i = 0; at < stream.length; i++) {
        const end = at + 1 + cuts[i % cuts.length]!;
        received.push(...reader.push(stream.subarray(at, end)));
        at = end;
      }
      expect(received.map((octets) => [...octets])).toEqual(sent.map((octets) => [...octets]));
    }),
  );
});
