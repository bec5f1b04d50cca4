/**
 * What `rootwalk lab` does: prints the worlds or one of them, or serves one.
 */

import { isIP } from 'node:net';
import { CAUSES } from '../compare/causes.ts';
import { wrapped } from '../explain/wrap.ts';
import { LabServer } from '../lab/server.ts';
import type { World } from '../lab/world.ts';
import { liveWorld } from '../lookup/lab-surroundings.ts';
import { typeName } from '../message/codes.ts';
import { jsonText } from '../render/json-text.ts';
import type { Style } from '../render/style.ts';
import type { PrintFlags } from './commands/lab.ts';
import { EXIT } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { allWorlds, worldNamed } from './lab.ts';
import { outputOf } from './output.ts';
import { troubleOf } from './trouble.ts';
import { UsageError } from './usage-error.ts';

export async function printWorlds(flags: PrintFlags, invocation: Invocation): Promise<void> {
  const listed = await allWorlds();
  const worlds = listed.flatMap((each) => ('world' in each ? [each.world] : []));
  await print(flags, worlds.map(worldJson), (style) => listText(worlds, style));
  // A list that is not whole is no success; what there is is printed all the same.
  for (const each of listed) {
    if ('world' in each) continue;
    invocation.complain(`the world ${each.name} cannot be used: ${each.error}`);
    invocation.status = EXIT.usage;
  }
}

export async function printWorld(name: string, flags: PrintFlags): Promise<void> {
  const world = await worldNamed(name);
  await print(flags, worldJson(world), () => showText(world));
}

async function print(flags: PrintFlags, json: unknown, text: (style: Style) => string): Promise<void> {
  const output = outputOf(flags);
  await output.write(flags.format === 'json' ? `${jsonText(json, 2)}\n` : text(output.style));
  await output.finish();
}

function worldJson({ name, title, story, question, findings, causes, verdict }: World): object {
  const asked = { name: question.name, type: typeName(question.type) };
  return { name, title, story, question: asked, findings, causes, verdict };
}

/** The name and what it is about; under it, what a walk finds there, and the comparison. */
function listText(worlds: readonly World[], style: Style): string {
  const width = Math.max(...worlds.map(({ name }) => name.length));
  const indent = ' '.repeat(width + 2);
  const lines = worlds.flatMap(({ name, title, findings, causes }) => [
    `${style.bold(name)}${' '.repeat(indent.length - name.length)}${title}`,
    ...wrapped([...findings, ...causes].join(' '), LIST_COLUMNS - indent.length).map(
      (line) => indent + style.dim(line),
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Narrower terminals are rare, and longer lines hard to read. */
const LIST_COLUMNS = 80;

function showText({ name, title, story, question, findings, causes, servers, computer }: World): string {
  // Without a final dot, which would say that no search list is to be used.
  const asked = `${question.name.replace(/(?<=.)\.$/, '')} ${typeName(question.type)}`;
  const found = findings.length > 0 ? [`A walk finds ${findings.join(', ')}.`] : [];
  const compared = causes.map((code) => `Compared with this computer: ${code}. ${meaningOf(code)}`);
  const lines = servers.map((server) => `  ${server.name} ${placeText(server.addresses, server.faults)}`);
  const resolvers = computer.resolvers.map(
    ({ address, faults = [], habits = [] }) => `  ${placeText([address], [...faults, ...habits])}`,
  );
  const head = [title, '', story, ...found, ...compared, '', `rootwalk trace ${asked} --lab=${name}`];
  return `${[...head, '', 'Resolvers of the computer:', ...resolvers, '', 'Servers:', ...lines].join('\n')}\n`;
}

/** Where somebody is, and in which ways it is not as others are. */
function placeText(addresses: readonly string[], ways: readonly { readonly kind: string }[]): string {
  const kinds = ways.map(({ kind }) => kind).join(', ');
  return `${addresses.join(' ')}${kinds === '' ? '' : `  (${kinds})`}`;
}

function meaningOf(code: string): string {
  return CAUSES.find((cause) => cause.code === code)?.means ?? '';
}

/** Serves it until the run is stopped; gives the exit status. */
export async function serveWorld(name: string, bind: string, invocation: Invocation): Promise<number> {
  const world = await worldNamed(name);
  const { recurse, network } = liveWorld(world);
  const place = addressAndPort(bind);
  const server = await LabServer.start({ answer: recurse, bind: place }).catch((error: unknown) => {
    throw new UsageError(`${bind} cannot be listened on: ${troubleOf(error)}`);
  });
  process.stderr.write(
    `serving ${world.name} at ${place.address} port ${server.port}, UDP and TCP; Ctrl-C stops\n`,
  );
  await new Promise<void>((stopped) => {
    if (invocation.signal.aborted) stopped();
    else invocation.signal.addEventListener('abort', () => stopped(), { once: true });
  });
  await server.close();
  await network.close();
  return invocation.signal.reason === EXIT.interrupted ? EXIT.interrupted : EXIT.answer;
}

/** `127.0.0.1:5300` or `[::1]:5300`. */
function addressAndPort(text: string): { readonly address: string; readonly port: number } {
  const match = /^(?:\[([0-9a-f:.]+)\]|([\d.]+)):(\d{1,5})$/i.exec(text);
  const address = match?.[1] ?? match?.[2] ?? '';
  const port = Number(match?.[3]);
  if (isIP(address) === 0 || port > 65_535)
    throw new UsageError(`"${text}" is no place to listen: give 127.0.0.1:5300 or [::1]:5300`);
  return { address, port };
}
