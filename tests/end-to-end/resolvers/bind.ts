/**
 * BIND's named in a namespace as a resolver: one process with one view an address, each view a resolver of its own with a
 * cache of its own. Ready when every view has found the root.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Namespace } from '../namespace.ts';
import { unlessEnded, untilAnswered } from '../servers.ts';

export interface BindView {
  readonly name: string;
  readonly address: string;
  /** Statements of the view, without those every view has. */
  readonly statements?: readonly string[];
}

export interface BindSetup {
  readonly name: string;
  readonly rootHints: string;
  readonly views: readonly BindView[];
}

export async function startBind(namespace: Namespace, setup: BindSetup): Promise<void> {
  const folder = join(namespace.folder, setup.name);
  mkdirSync(folder);
  const config = join(folder, 'named.conf');
  writeFileSync(config, bindConfig(folder, setup));
  const child = namespace.start('named', ['-f', '-c', config]);
  const answered = setup.views.map(({ address }) =>
    untilAnswered(namespace, address, '.', 'status: NOERROR'),
  );
  await unlessEnded(child, setup.name, Promise.all(answered));
}

function bindConfig(folder: string, { views, rootHints }: BindSetup): string {
  const addresses = views.map(({ address }) => `${address};`).join(' ');
  const lines = [
    'options {',
    `  directory "${folder}";`,
    `  pid-file "${join(folder, 'named.pid')}";`,
    '  session-keyfile none;',
    `  listen-on { ${addresses} };`,
    '  listen-on-v6 { none; };',
    '  recursion yes;',
    '  allow-recursion { any; };',
    '  allow-query-cache { any; };',
    '};',
    'controls { };',
    `logging { channel file { file "${join(folder, 'named.log')}"; }; category default { file; }; };`,
    ...views.flatMap((view) => viewClause(view, rootHints)),
  ];
  return lines.join('\n') + '\n';
}

function viewClause({ name, address, statements = [] }: BindView, rootHints: string): string[] {
  return [
    `view "${name}" {`,
    `  match-destinations { ${address}; };`,
    `  zone "." { type hint; file "${rootHints}"; };`,
    ...statements.map((statement) => `  ${statement}`),
    '};',
  ];
}
