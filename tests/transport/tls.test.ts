/** DNS over TLS against servers of our own on loopback: what is verified, and every way in which it fails. */

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { queryServer, type QueryOptions, type QueryResult } from '../../src/lookup/query-server.ts';
import { frame, FrameReader } from '../../src/transport/framing.ts';
import { newAuthority, type Authority, type Certified } from '../support/certificates.ts';

let authority: Authority;
let right: Certified;
let stranger: Authority;
const servers: Server[] = [];
const sockets = new Set<Socket>();

beforeAll(() => {
  authority = newAuthority();
  stranger = newAuthority();
  right = authority.issue('DNS:dns.example.net,IP:127.0.0.1');
});
afterAll(() => [authority, stranger].forEach((each) => each.remove()));
afterEach(() => {
  sockets.forEach((each) => each.destroy());
  sockets.clear();
  servers.splice(0).forEach((each) => each.close());
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => {})));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

function replyTo(query: Uint8Array): Uint8Array {
  const message = decode(query);
  const [question] = message.questions;
  const answer = { ...question!, ttl: 60, rdata: { address: '192.0.2.1' } };
  return encode({ ...message, header: { ...message.header, qr: true }, answers: [answer] });
}

const replies = (query: Uint8Array, socket: TLSSocket): void => void socket.write(frame(replyTo(query)));

async function tlsServer(
  onQuery: (query: Uint8Array, socket: TLSSocket) => void = replies,
  options: TlsOptions = ours(),
): Promise<number> {
  const server = createTlsServer({ ALPNProtocols: ['dot'], ...options }, (socket) => {
    const reader = new FrameReader();
    socket.on('error', () => {});
    socket.on('data', (piece) => reader.push(piece).forEach((query) => onQuery(query, socket)));
  });
  server.on('tlsClientError', () => {});
  return listening(server);
}

function ours(): TlsOptions {
  return { key: right.key, cert: right.certificate };
}

const as = ({ key, certificate }: Certified): TlsOptions => ({ key, cert: certificate });

function ask(port: number, options: QueryOptions = {}): Promise<QueryResult> {
  const authorities = [authority.certificate];
  const trust = options.pins || options.opportunistic || options.authorities ? {} : { authorities };
  return queryServer('www.example.com.', `tls://127.0.0.1:${port}`, {
    tries: 1,
    timeoutMs: 5000,
    ...trust,
    ...options,
  });
}

const detailOf = ({ attempts }: QueryResult): string => {
  const { result } = attempts.at(-1)!;
  return 'detail' in result ? result.detail : `a ${result.kind}`;
};
const securedOf = ({ attempts }: QueryResult): unknown => attempts.at(-1)!.result.secured;

describe('a server that is verified', () => {
  it('replies, and it is said what protected the exchange', async () => {
    const result = await ask(await tlsServer());
    expect(result).toMatchObject({ status: 'reply', attempts: [{ transport: 'tls' }] });
    expect(securedOf(result)).toMatchObject({
      protocol: 'TLSv1.3',
      verified: 'certificate',
      name: '127.0.0.1',
      objection: null,
    });
  });

  it('may be verified by another name', async () => {
    const named = authority.issue('DNS:resolver.example.org');
    const port = await tlsServer(replies, as(named));
    expect((await ask(port, { tlsName: 'resolver.example.org' })).status).toBe('reply');
  });

  it('is told its name, and the protocol', async () => {
    const seen: (string | false | null)[] = [];
    const port = await tlsServer((query, socket) => {
      seen.push(socket.servername ?? null, socket.alpnProtocol);
      replies(query, socket);
    });
    await ask(port, { tlsName: 'dns.example.net' });
    expect(seen).toEqual(['dns.example.net', 'dot']);
  });

  it('gets queries whose length is a multiple of 128 octets', async () => {
    const lengths: number[] = [];
    const port = await tlsServer((query, socket) => {
      lengths.push(query.length);
      replies(query, socket);
    });
    for (const name of ['a.example.', `${'long.'.repeat(20)}example.`])
      await queryServer(name, `tls://127.0.0.1:${port}`, { authorities: [authority.certificate] });
    expect(lengths).toEqual([128, 256]);
  });

  it('may cut its reply into pieces of one octet', async () => {
    const port = await tlsServer((query, socket) => {
      for (const octet of frame(replyTo(query))) socket.write(Uint8Array.of(octet));
    });
    expect((await ask(port)).status).toBe('reply');
  });
});

describe('a certificate that does not hold', () => {
  const cases: readonly (readonly [string, () => Certified, QueryOptions, string])[] = [
    [
      'has expired',
      () => authority.issue('IP:127.0.0.1', 'expired'),
      {},
      'the certificate of the server has expired',
    ],
    [
      'is for another address',
      () => authority.issue('IP:192.0.2.1,DNS:dns.example.net'),
      {},
      'the certificate is not for 127.0.0.1, but for 192.0.2.1, dns.example.net',
    ],
    [
      'is for another name',
      () => right,
      { tlsName: 'dns.example.org' },
      'the certificate is not for dns.example.org, but for dns.example.net, 127.0.0.1',
    ],
    [
      'comes from an unknown authority',
      () => stranger.issue('IP:127.0.0.1'),
      {},
      'the certificate comes from an unknown authority: its issuer is not trusted here',
    ],
  ];
  it.each(cases)('%s', async (_, certified, options, detail) => {
    const queries: Uint8Array[] = [];
    const port = await tlsServer((query) => void queries.push(query), as(certified()));
    const result = await ask(port, options);
    expect(result.status).toBe('unreachable');
    expect(detailOf(result)).toBe(detail);
    expect(queries).toEqual([]);
  });

  it.each(cases)(
    '%s: asked all the same where it is wished so, and told',
    async (_, certified, options, detail) => {
      const port = await tlsServer(replies, as(certified()));
      const result = await ask(port, { ...options, opportunistic: true });
      expect(result.status).toBe('reply');
      const unknown = 'the certificate comes from an unknown authority: its issuer is not trusted here';
      // Without our authority nobody knows the issuer; expiry is found before.
      expect(securedOf(result)).toMatchObject({
        verified: 'no',
        objection: /expired/.test(detail) ? expect.stringMatching(/expired|unknown/) : unknown,
      });
    },
  );

  it('is not trusted by the system', async () => {
    const result = await queryServer('www.example.com.', `tls://127.0.0.1:${await tlsServer()}`, {
      tries: 1,
    });
    expect(detailOf(result)).toContain('unknown authority');
  });
});

describe('a pinned key', () => {
  it('is enough', async () => {
    const port = await tlsServer(replies, as(stranger.issue('DNS:elsewhere.example')));
    const other = await ask(port, { pins: [right.pin] });
    expect(detailOf(other)).toMatch(/^the key of the server is not the pinned one but sha256\/.{43}=$/);
    const [, pin] = /(sha256\/\S+)$/.exec(detailOf(other))!;
    const result = await ask(port, { pins: [right.pin, pin!] });
    expect(securedOf(result)).toMatchObject({ verified: 'pin' });
  });

  it('may be that of the authority where the chain is verified, and only there', async () => {
    const port = await tlsServer(replies, {
      key: right.key,
      cert: right.certificate + authority.certificate,
    });
    const pins = [authority.pin];
    const both = await ask(port, { pins, authorities: [authority.certificate] });
    expect(securedOf(both)).toMatchObject({ verified: 'certificate-and-pin' });
    expect(detailOf(await ask(port, { pins }))).toContain('is not the pinned one');
  });

  it('does not replace a certificate that was asked for', async () => {
    const port = await tlsServer();
    const result = await ask(port, { pins: [right.pin], authorities: [stranger.certificate] });
    expect(detailOf(result)).toContain('unknown authority');
  });

  it('is no pin in any other form', async () => {
    await expect(ask(1, { pins: ['sha256/short'] })).rejects.toThrow(RangeError);
  });
});

describe('a handshake', () => {
  it('that hangs is waited for no longer than wished', async () => {
    const port = await listening(createServer(() => {}));
    const result = await ask(port, { timeoutMs: 100 });
    expect(result.status).toBe('timeout');
    expect(detailOf(result)).toBe('no handshake over TLS within 100 ms');
  });

  it('that is given up ends at once', async () => {
    const port = await listening(createServer(() => {}));
    const result = await ask(port, { timeoutMs: 60_000, signal: AbortSignal.timeout(20) });
    expect(result.attempts[0]!.result).toMatchObject({ kind: 'timeout', aborted: true });
  });

  it('that is cut off, or reset, has failed', async () => {
    const cut = await listening(createServer((socket) => socket.once('data', () => socket.end())));
    expect(detailOf(await ask(cut))).toMatch(/handshake/);
    const reset = await listening(
      createServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );
    expect(detailOf(await ask(reset))).toMatch(/reset|handshake/);
  });

  it('with a server that speaks no TLS has failed', async () => {
    const port = await listening(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(detailOf(await ask(port))).toBe('the TLS handshake failed: the server does not speak TLS there');
  });

  it('with a server of another protocol has failed', async () => {
    const port = await tlsServer(replies, { ...ours(), ALPNProtocols: ['h2'] });
    expect(detailOf(await ask(port))).toMatch(/^the TLS handshake failed: the server does not speak DNS/);
  });

  it('with a server that speaks only what is too old has failed', async () => {
    const old = {
      ...ours(),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    expect(detailOf(await ask(await tlsServer(replies, old)))).toMatch(/^the TLS handshake failed: /);
  });

  it('with nobody is refused', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((done) => server.close(done));
    expect(detailOf(await ask(port))).toContain('refused');
  });
});

describe('after the handshake', () => {
  it('silence is waited for, an end and a reset are heard', async () => {
    const silent = await ask(await tlsServer(() => {}), { timeoutMs: 300 });
    expect(detailOf(silent)).toBe('no reply over TLS within 300 ms');
    expect(securedOf(silent)).toMatchObject({ verified: 'certificate' });
    const ended = await ask(await tlsServer((_, socket) => void socket.end()));
    expect(detailOf(ended)).toBe('the server closed the connection without a reply');
    const reset = await ask(await tlsServer(() => sockets.forEach((each) => each.resetAndDestroy())));
    expect(detailOf(reset)).toBe('the connection was reset');
  });

  it('what is not the reply is waited past', async () => {
    const port = await tlsServer((query, socket) => {
      const wrong = replyTo(query);
      wrong[0]! ^= 1;
      socket.write(frame(wrong));
      replies(query, socket);
    });
    const { attempts } = await ask(port);
    expect(attempts[0]!.result).toMatchObject({ kind: 'reply', rejected: [{ reason: 'wrong-id' }] });
  });
});

it('leaves no socket behind', async () => {
  const port = await tlsServer();
  await Promise.all(Array.from({ length: 10 }, () => ask(port)));
  servers.splice(0).forEach((each) => each.close());
  const left = (): string[] => process.getActiveResourcesInfo().filter((name) => /TCP|TLS/.test(name));
  for (let turn = 0; turn < 1000 && left().length > 0; turn++)
    await new Promise((done) => setImmediate(done));
  expect(left()).toEqual([]);
});
