/** DNS over HTTPS against servers of our own on loopback: both versions of HTTP, and every way in which it fails. */

import {
  createSecureServer,
  type Http2SecureServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { queryServer, type QueryOptions, type QueryResult } from '../../src/lookup/query-server.ts';
import { newAuthority, type Authority, type Certified } from '../support/certificates.ts';

type AnyServer = Http2SecureServer | HttpsServer | TlsServer;

let authority: Authority;
let right: Certified;
const servers: AnyServer[] = [];
const sockets = new Set<Socket>();
const DNS = 'application/dns-message';

beforeAll(() => {
  authority = newAuthority();
  right = authority.issue('DNS:dns.example.net,IP:127.0.0.1');
});
afterAll(() => authority.remove());
afterEach(() => {
  sockets.forEach((each) => each.destroy());
  sockets.clear();
  servers.splice(0).forEach((each) => each.close());
});

const certified = (): { key: string; cert: string } => ({ key: right.key, cert: right.certificate });

async function listening(server: AnyServer): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => {})));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

type Answering = (stream: ServerHttp2Stream, body: Uint8Array, headers: IncomingHttpHeaders) => void;

async function http2Server(answer: Answering): Promise<number> {
  const server = createSecureServer(certified());
  server.on('sessionError', () => {});
  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    const pieces: Buffer[] = [];
    stream.on('error', () => {});
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => answer(stream, Buffer.concat(pieces), headers));
  });
  return listening(server);
}

async function http1Server(
  answer: (reply: ServerResponse, body: Uint8Array, asked: IncomingMessage) => void,
): Promise<number> {
  const server = createHttpsServer(certified(), (asked, reply) => {
    const pieces: Buffer[] = [];
    asked.on('data', (piece: Buffer) => pieces.push(piece));
    asked.on('end', () => answer(reply, Buffer.concat(pieces), asked));
  });
  return listening(server);
}

function replyTo(query: Uint8Array): Uint8Array {
  const message = decode(query);
  const answer = { ...message.questions[0]!, ttl: 60, rdata: { address: '192.0.2.1' } };
  return encode({ ...message, header: { ...message.header, qr: true }, answers: [answer] });
}

const replies: Answering = (stream, body) => {
  stream.respond({ ':status': 200, 'content-type': DNS });
  stream.end(replyTo(body));
};
const sends =
  (headers: Readonly<Record<string, string | number>>, body: Uint8Array | string = ''): Answering =>
  (stream) => {
    stream.respond(headers);
    stream.end(body);
  };

function ask(port: number, options: QueryOptions = {}, path = '/dns-query'): Promise<QueryResult> {
  const authorities = [authority.certificate];
  const how = { tries: 1, timeoutMs: 5000, authorities, ...options };
  return queryServer('www.example.com.', `https://127.0.0.1:${port}${path}`, how);
}

const detailOf = ({ attempts }: QueryResult): string => {
  const { result } = attempts.at(-1)!;
  return 'detail' in result ? result.detail : `a ${result.kind}`;
};

describe('a query over HTTP/2', () => {
  it('is a POST with the ID 0, padded', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const bodies: Uint8Array[] = [];
    const port = await http2Server((stream, body, headers) => {
      seen.push(headers);
      bodies.push(body);
      replies(stream, body, headers);
    });
    const result = await ask(port);
    expect(result).toMatchObject({ status: 'reply', attempts: [{ transport: 'https' }] });
    expect(result.attempts[0]!.result.secured).toMatchObject({ http: 'HTTP/2', verified: 'certificate' });
    expect(seen[0]).toMatchObject({
      ':method': 'POST',
      ':path': '/dns-query',
      ':authority': `127.0.0.1:${port}`,
      accept: DNS,
      'content-type': DNS,
      'content-length': '128',
    });
    expect([...bodies[0]!.subarray(0, 2)]).toEqual([0, 0]);
    expect(bodies[0]!.length).toBe(128);
  });

  it('is a GET where it is wished so', async () => {
    const port = await http2Server((stream, body, headers) => {
      expect(body).toHaveLength(0);
      const url = new URL(headers[':path']!, 'https://dns.example.net');
      expect(url.searchParams.get('key')).toBe('of mine');
      replies(stream, Buffer.from(url.searchParams.get('dns')!, 'base64url'), headers);
    });
    expect(detailOf(await ask(port, { httpGet: true }, '/q?key=of%20mine{?dns}'))).toBe('a reply');
  });

  it('asks the site that was named, at the address that was given', async () => {
    const hosts: (string | undefined)[] = [];
    const port = await http2Server((stream, body, headers) => {
      hosts.push(headers[':authority']);
      replies(stream, body, headers);
    });
    await ask(port, { tlsName: 'dns.example.net' });
    expect(hosts).toEqual([`dns.example.net:${port}`]);
  });

  it('takes a reply in many small frames', async () => {
    const port = await http2Server((stream, body) => {
      stream.respond({ ':status': 200, 'content-type': `${DNS.toUpperCase()}; charset=none` });
      const reply = replyTo(body);
      for (const octet of reply) stream.write(Uint8Array.of(octet));
      stream.end();
    });
    expect(detailOf(await ask(port))).toBe('a reply');
  });

  it.each<[string, Answering, string]>([
    ['an error of HTTP', sends({ ':status': 503 }), 'HTTP status 503: out of service for now'],
    ['a status without words', sends({ ':status': 418 }), 'HTTP status 418'],
    [
      'a redirection',
      sends({ ':status': 301, location: 'https://elsewhere.example/' }),
      'HTTP status 301: it sends on to https://elsewhere.example/, which is not followed',
    ],
    [
      'another media type',
      sends({ ':status': 200, 'content-type': 'text/html' }, '<p>welcome'),
      'the server sent text/html instead of application/dns-message',
    ],
    [
      'no media type',
      sends({ ':status': 200 }, 'x'),
      'the server sent something without a media type instead of application/dns-message',
    ],
    [
      'a body without end',
      (stream) => {
        stream.respond({ ':status': 200, 'content-type': DNS });
        const more = (error?: Error | null): void => {
          if (!error && !stream.destroyed) stream.write(new Uint8Array(16_384), more);
        };
        more();
      },
      'the server sent more octets than a message can have',
    ],
    [
      'an empty body',
      sends({ ':status': 200, 'content-type': DNS }),
      'not a reply to this query: it is too short for a message',
    ],
    [
      'another reply',
      (stream, body) => {
        stream.respond({ ':status': 200, 'content-type': DNS });
        const message = decode(replyTo(body));
        stream.end(encode({ ...message, questions: [{ name: 'other.example.', type: 1, class: 1 }] }));
      },
      'not a reply to this query: it is the reply to another question',
    ],
    ['a stream that is reset', (stream) => stream.close(2), 'the server breaks the rules of HTTP: '],
    [
      'a stream that is reset in the middle of its body',
      (stream, body) => {
        stream.respond({ ':status': 200, 'content-type': DNS });
        stream.write(replyTo(body), () => stream.destroy(new Error('given up')));
      },
      'the server breaks the rules of HTTP: Stream closed with error code NGHTTP2_INTERNAL_ERROR',
    ],
    [
      'a connection that is closed',
      () => sockets.forEach((each) => each.end()),
      'the server closed the connection without a reply',
    ],
    [
      'a connection that is reset',
      () => sockets.forEach((each) => each.resetAndDestroy()),
      'the connection was reset',
    ],
  ])('that gets %s has no reply', async (_, answer, detail) => {
    const result = await ask(await http2Server(answer));
    expect(detailOf(result)).toContain(detail);
    expect(['unreachable', 'malformed']).toContain(result.status);
  });

  it('that gets nothing ends in time, and when it is given up', async () => {
    const silent = await http2Server(() => {});
    expect(detailOf(await ask(silent, { timeoutMs: 300 }))).toBe('no reply over HTTPS within 300 ms');
    const given = await ask(silent, { timeoutMs: 60_000, signal: AbortSignal.timeout(50) });
    expect(given.attempts[0]!.result).toMatchObject({ kind: 'timeout', aborted: true });
  });

  it('is not sent to a server whose certificate does not hold', async () => {
    let asked = 0;
    const port = await http2Server(() => void asked++);
    const result = await ask(port, { tlsName: 'dns.example.org' });
    expect(detailOf(result)).toContain('the certificate is not for dns.example.org');
    expect(asked).toBe(0);
  });

  it('that gets octets which are no HTTP has no reply', async () => {
    const server = createTlsServer({ ...certified(), ALPNProtocols: ['h2'] }, (socket) => {
      socket.on('error', () => {}).end('certainly not HTTP/2 at all, whatever the handshake said');
    });
    expect((await ask(await listening(server))).status).toBe('unreachable');
  });
});

describe('a query over HTTP/1.1', () => {
  it('is asked where the server speaks nothing else', async () => {
    const port = await http1Server((reply, body, { headers, method, url }) => {
      expect({ method, url, type: headers['content-type'] }).toEqual({
        method: 'POST',
        url: '/dns-query',
        type: DNS,
      });
      reply.writeHead(200, { 'content-type': DNS }).end(replyTo(body));
    });
    const result = await ask(port);
    expect(detailOf(result)).toBe('a reply');
    expect(result.attempts[0]!.result.secured).toMatchObject({ http: 'HTTP/1.1' });
  });

  it('takes a body that only the end of the connection ends', async () => {
    const server = createTlsServer({ ...certified(), ALPNProtocols: ['http/1.1'] }, (socket) => {
      socket
        .on('error', () => {})
        .once('data', (piece) => {
          const [, dns = ''] = /\?dns=(\S+) /.exec(piece.toString('latin1')) ?? [];
          socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${DNS}\r\n\r\n`);
          socket.end(replyTo(Buffer.from(dns, 'base64url')));
        });
    });
    expect(detailOf(await ask(await listening(server), { httpGet: true }))).toBe('a reply');
  });

  it.each([
    ['404', 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n', 'HTTP status 404: there is no such path'],
    ['nonsense', 'nonsense\r\n\r\n', 'the server breaks the rules of HTTP: '],
    ['nothing', '', 'the server closed the connection without a reply'],
    [
      'half a body',
      `HTTP/1.1 200 OK\r\ncontent-type: ${DNS}\r\ncontent-length: 500\r\n\r\nabc`,
      'the server closed the connection without a reply',
    ],
  ])('that gets %s has no reply', async (_, octets, detail) => {
    const server = createTlsServer(certified(), (socket) => {
      socket.on('error', () => {}).once('data', () => socket.end(octets));
    });
    expect(detailOf(await ask(await listening(server)))).toContain(detail);
  });
});

it('leaves no socket behind', async () => {
  const port = await http2Server(replies);
  await Promise.all(Array.from({ length: 10 }, () => ask(port)));
  servers.splice(0).forEach((each) => each.close());
  const left = (): string[] => process.getActiveResourcesInfo().filter((name) => /TCP|TLS|HTTP/.test(name));
  for (let turn = 0; turn < 1000 && left().length > 0; turn++)
    await new Promise((done) => setImmediate(done));
  expect(left()).toEqual([]);
});
