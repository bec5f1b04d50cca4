/** One trace in every format: each names the same hops, servers, addresses and verdicts when it is read back. */

import { parse } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { recogniseInput } from '../../src/capture/recognise.ts';
import { TYPE_ANY, typeCode, typeName } from '../../src/message/codes.ts';
import { printHex } from '../../src/message/hex.ts';
import { scanName } from '../../src/message/name.ts';
import { printRdata } from '../../src/message/record-text.ts';
import { traceHtml } from '../../src/render/html/trace-page.ts';
import { plain } from '../../src/render/style.ts';
import { traceMarkdown } from '../../src/render/trace-markdown.ts';
import { traceMermaid } from '../../src/render/trace-mermaid.ts';
import { tracePcap, tracePcapng } from '../../src/render/trace-pcap.ts';
import { shortText, traceText } from '../../src/render/trace-text.ts';
import { traceDocument } from '../../src/render/trace-document.ts';
import { yamlText } from '../../src/render/yaml-text.ts';
import { closePlaces, liveRun } from '../support/live-run.ts';
import { toldByDocument, toldByNdjson, toldByText } from '../support/read-back.ts';
import { toldByHtml, toldByMarkdown, toldByMermaid } from '../support/read-back-markup.ts';

afterAll(closePlaces);

interface Case {
  readonly what: string;
  readonly world: string;
  readonly name?: string;
  readonly type?: string;
  readonly survey?: true;
  /** What the run has to have, so that the case is what it says. */
  readonly has: object;
}

const hopWith = (member: object): object => ({
  hops: expect.arrayContaining([expect.objectContaining(member)]),
});

const cases: readonly Case[] = [
  { what: 'a plain answer', world: 'internet', has: { status: 'answer', comparison: { verdict: 'same' } } },
  { what: 'sub-walks', world: 'internet', name: 'www.example.org.', has: hopWith({ parent: 2 }) },
  {
    what: 'an alias',
    world: 'internet',
    name: 'shop.example.com.',
    has: { aliases: ['store.example.net.'] },
  },
  { what: 'a failure', world: 'glueless-cycle', has: { status: 'failure' } },
  { what: 'a loop of aliases', world: 'cname-loop', has: { status: 'failure', reason: 'loop' } },
  { what: 'a silent server', world: 'silent-server', has: hopWith({ outcome: 'timeout', reply: null }) },
  { what: 'no such name', world: 'internet', name: 'nothing.example.com.', has: { status: 'nxdomain' } },
  { what: 'no data', world: 'internet', name: 'www.example.com.', type: 'MX', has: { status: 'nodata' } },
  {
    what: 'a difference',
    world: 'internet',
    name: 'www.example.net.',
    has: { comparison: { verdict: 'differs' } },
  },
  { what: 'a survey', world: 'serial-drift', survey: true, has: hopWith({ purpose: 'survey' }) },
  {
    what: 'TCP',
    world: 'internet',
    name: 'big.example.com.',
    type: 'TXT',
    has: hopWith({ transport: 'tcp' }),
  },
  { what: 'a broken reply', world: 'broken-reply', has: hopWith({ outcome: 'malformed' }) },
  { what: 'unlike servers', world: 'lame-server', has: hopWith({ outcome: 'lame' }) },
  { what: 'text', world: 'internet', name: 'example.com.', type: 'TXT', has: { rcode: 'NOERROR' } },
];

describe.concurrent.each(cases)('a run with $what', ({ world, name, type = 'A', survey, has }) => {
  it('is the same in every format', { timeout: 20_000 }, async () => {
    const asked = name === undefined ? undefined : { name: scanName(name), type: typeCode(type)! };
    const { trace, json, ndjson } = await liveRun(world, survey ? { survey } : {}, {}, asked);
    const document = JSON.parse(json) as Parameters<typeof toldByDocument>[0];
    expect(document).toMatchObject(has);
    const told = toldByDocument(document);

    expect(parse(yamlText(traceDocument(trace)))).toEqual(document);
    expect(toldByNdjson(ndjson)).toEqual(told);
    expect(toldByText(traceText(trace, plain))).toEqual(told);
    expect(toldByHtml(await traceHtml(trace))).toEqual(told);
    expect(toldByMarkdown(traceMarkdown(trace))).toEqual(told);
    const { answer, ...diagram } = toldByMermaid(traceMermaid(trace));
    expect(diagram).toEqual({
      verdict: told.verdict,
      hops: told.hops.map(({ id, server, address, asked: what, outcome }) => ({
        id,
        server,
        address,
        asked: what,
        outcome,
      })),
      codes: [...told.findings.map((finding) => finding.split(' ')[1]!), ...told.surveyed].toSorted(),
    });
    const whole = trace.ending.answers.map((record) => `${typeName(record.type)} ${printRdata(record)}`);
    const expected = trace.ending.status === 'answer' ? whole.join(', ').replaceAll(' ', '') : '';
    if (answer.endsWith('…')) expect(expected).toContain(answer.slice(0, -1));
    else expect(answer).toBe(expected);
    const { type: askedType } = trace.question;
    expect(shortText(trace).split('\n').slice(0, -1)).toEqual(
      told.data.filter((_, i) => askedType === TYPE_ANY || trace.ending.answers[i]!.type === askedType),
    );
  });

  it('is the same in both captures', { timeout: 20_000 }, async () => {
    const asked = name === undefined ? undefined : { name: scanName(name), type: typeCode(type)! };
    const { trace } = await liveRun(world, survey ? { survey } : {}, {}, asked);
    const said = trace.hops.flatMap(({ query, reply, rejected, server: { address } }) => [
      `to ${address} ${printHex(query)}`,
      ...(reply ? [`from ${address} ${printHex(reply)}`] : []),
      ...rejected.map(({ octets }) => `from ${address} ${printHex(octets)}`),
    ]);
    for (const octets of [tracePcap(trace), tracePcapng(trace)]) {
      const { messages, problems } = recogniseInput(octets);
      const heard = messages.map((message) => {
        const isQuery = message.destination!.port === 53;
        const server = isQuery ? message.destination! : message.source!;
        return `${isQuery ? 'to' : 'from'} ${server.address} ${printHex(message.octets)}`;
      });
      expect(problems).toEqual([]);
      expect(heard.toSorted()).toEqual(said.toSorted());
    }
  });
});
