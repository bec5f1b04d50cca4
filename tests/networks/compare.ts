/**
 * A program, run by hand as root: `compare.ts whole|minimised [NETWORK...]` shows networks to the real resolvers of Debian (packages
 * unbound, knot-resolver, bind9, pdns-recursor), each from a cold start, and writes what they say to
 * fixtures/networks/verdicts.json. Without names: the networks that are not in there yet.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hintsText, whereEveryAddressIsLocal } from '../end-to-end/namespace-of-all.ts';
import type { Outcome } from '../support/scenario.ts';
import type { Network } from './network.ts';
import { RESOLVERS, type Names } from './resolvers.ts';
import { NETWORKS } from './table.ts';
import { comparable, loadVerdicts, VERDICTS_FILE, type Verdict } from './verdicts.ts';

const SHOW = fileURLToPath(new URL('./show.ts', import.meta.url));
const AT_ONCE = 3;
/** A resolver may take its time over servers that are silent. */
const LONGEST_MS = 90_000;

const [mode, ...wanted] = process.argv.slice(2);
const names: Names = mode === 'whole' ? 'whole' : 'minimised';
const verdicts = loadVerdicts();
const found = { ...verdicts[names] };
const waiting = NETWORKS.filter(({ name }) => (wanted.length > 0 ? wanted.includes(name) : !(name in found)));
await Promise.all(Array.from({ length: AT_ONCE }, work));

async function work(): Promise<void> {
  for (let network = waiting.shift(); network; network = waiting.shift()) {
    const { name } = network;
    found[name] = verdictsOf(await shown(network));
    for (const { rcode, answer, by } of found[name])
      console.log(`${name}: ${by.join(' ')}: ${[rcode, ...answer].join('; ')}`);
    save();
  }
}

/** One line a network, so that a change is easy to see. */
function save(): void {
  const versions = Object.fromEntries(
    RESOLVERS.map(({ debianPackage }) => [debianPackage, versionOf(debianPackage)]),
  );
  const sections = Object.entries({ ...verdicts, versions, [names]: found }).map(([section, entries]) => {
    const lines = Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = lines.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return ` ${JSON.stringify(section)}: {\n${text.join(',\n')}\n }`;
  });
  mkdirSync(dirname(VERDICTS_FILE), { recursive: true });
  writeFileSync(VERDICTS_FILE, `{\n${sections.join(',\n')}\n}\n`);
}

function versionOf(debianPackage: string): string {
  return execFileSync('dpkg-query', ['--show', '--showformat=${Version}', debianPackage], {
    encoding: 'utf8',
  });
}

function verdictsOf(outcomes: Readonly<Record<string, Outcome>>): Verdict[] {
  const verdicts = new Map<string, Verdict>();
  for (const [resolver, outcome] of Object.entries(outcomes)) {
    const seen = comparable(outcome);
    const key = JSON.stringify(seen);
    verdicts.set(key, { ...seen, by: [...(verdicts.get(key)?.by ?? []), resolver] });
  }
  return [...verdicts.values()].toSorted((a, b) => b.by.length - a.by.length);
}

async function shown({ name, hints, servers }: Network): Promise<Record<string, Outcome>> {
  const namespace = whereEveryAddressIsLocal(Object.keys(servers));
  try {
    // BIND listens only at addresses that it sees on an interface.
    namespace.configure(RESOLVERS.map(({ address }) => `address replace ${address}/32 dev lo`));
    const file = join(namespace.folder, 'root.hints');
    writeFileSync(file, hintsText(hints));
    const args = [SHOW, name, namespace.folder, file, names];
    const { stdout, stderr } = await namespace.run(process.execPath, args, LONGEST_MS);
    if (stdout === '') throw new Error(`${name}: ${stderr}`);
    return JSON.parse(stdout) as Record<string, Outcome>;
  } finally {
    namespace.close();
  }
}
