/**
 * The messages that fuzzing starts from: the fixtures, one message for each record type and option, and, where they
 * stand beside the repository, the messages of other projects.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../src/message/encode.ts';
import { scanHex } from '../../src/message/hex.ts';
import type { Message, ResourceRecord } from '../../src/message/message.ts';
import { OPTION_TYPES } from '../../src/message/options/table.ts';
import { Reader } from '../../src/message/reader.ts';
import { readRdataAlone } from '../../src/message/record-text.ts';
import { RECORD_TYPES } from '../../src/message/records/table.ts';

const FIXTURES = 'fixtures/messages';
const CORPUS = '../shared/corpora/wire.jsonl';

export function messageSeeds(): Uint8Array[] {
  return [...fixtureMessages(), ...typeMessages(), ...corpusMessages()];
}

function fixtureMessages(): Uint8Array[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith('.hex'))
    .map((file) => scanHex(readFileSync(join(FIXTURES, file), 'utf8').replaceAll(/#.*|\s/g, ''))!);
}

function typeMessages(): Uint8Array[] {
  const records = RECORD_TYPES.map(({ code, example }): ResourceRecord => {
    return {
      name: 'www.example.com.',
      type: code,
      class: 1,
      ttl: 300,
      rdata: readRdataAlone(scanHex(example.hex)!, code),
    };
  });
  const options = OPTION_TYPES.map((type) => {
    const values = type.read(new Reader(scanHex(type.example.hex)!)) as Readonly<Record<string, unknown>>;
    return { code: type.code, values };
  });
  const edns = { udpPayloadSize: 1232, extendedRcode: 0, version: 0, dnssecOk: true, z: 0, options };
  const header = {
    id: 1,
    qr: true,
    opcode: 0,
    aa: true,
    tc: false,
    rd: true,
    ra: true,
    z: false,
    ad: true,
    cd: false,
    rcode: 0,
  };
  const questions = [{ name: 'www.example.com.', type: 1, class: 1 }];
  const empty: Message = { header, questions, answers: [], authorities: [], additionals: [] };
  const single = records.map((record) => encode({ ...empty, answers: [record] }));
  return [...single, encode({ ...empty, answers: records }), encode({ ...empty, edns })];
}

function corpusMessages(): Uint8Array[] {
  if (!existsSync(CORPUS)) return [];
  const lines = readFileSync(CORPUS, 'utf8').trimEnd().split('\n');
  return lines
    .map((line) => scanHex((JSON.parse(line) as { hex: string }).hex)!)
    .filter((octets) => octets.length < 1500);
}
