/**
 * docs/api.md: what the package exports, with the comments and signatures that stand in the sources.
 */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { GENERATE_COMMAND } from '../src/explain/documents.ts';

interface Exported {
  readonly name: string;
  /** Its name and file in the sources. */
  readonly local: string;
  readonly path: string;
}

interface Declared {
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  readonly comment: string;
  readonly signature: string;
}

export function apiDocument(): { readonly file: string; readonly text: string } {
  const root = join(import.meta.dirname, '../src');
  const message = exportsOf(join(root, 'message.ts'));
  const all = exportsOf(join(root, 'index.ts'));
  const rest = all.filter(({ name }) => !message.some((each) => each.name === name));
  const text = [
    '# What the package exports',
    `Written by \`${GENERATE_COMMAND}\` from the sources.`,
    "```ts\nimport { walk } from 'rootwalk';\n\nfor await (const event of walk({ name: 'www.example.com', type: 'A' })) {\n  if (event.type === 'hop') console.log(event.hop.server.name, event.hop.outcome);\n}\n```",
    '## Looking names up',
    ...rest.map(entryText),
    '## Messages',
    'These are in `rootwalk/message` too, which needs nothing of Node.js and runs in a browser.',
    ...message.map(entryText),
  ].join('\n\n');
  return { file: 'api.md', text: `${text}\n` };
}

/** What a file exports, in its order; what is declared in the same file included. */
export function exportsOf(path: string): Exported[] {
  const source = readFileSync(path, 'utf8');
  const { module } = parseSync(path, source);
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName, importName, moduleRequest }) => {
      const from = moduleRequest ? join(dirname(path), moduleRequest.value) : path;
      const { name } = exportName;
      // `export * from` has none.
      if (name === null) return exportsOf(from);
      return [{ name, local: importName.name ?? name, path: from }];
    }),
  );
}

function entryText({ name, local, path }: Exported): string {
  const { kind, comment, signature } = declared(path, local);
  const renamed = name === local ? signature : signature.replaceAll(new RegExp(`\\b${local}\\b`, 'g'), name);
  const heading = `### ${kind === 'function' ? `${name}()` : name}`;
  return [heading, ...(comment === '' ? [] : [comment]), `\`\`\`ts\n${renamed}\n\`\`\``].join('\n\n');
}

function declared(path: string, name: string): Declared {
  const source = readFileSync(path, 'utf8');
  const { program, comments } = parseSync(path, source);
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue;
    const { declaration } = statement;
    const comment = comments.findLast(
      ({ end }) => source.slice(end, statement.start).trim() === '' && end <= statement.start,
    );
    const about = comment ? plainComment(comment.value) : '';
    if (declaration.type === 'FunctionDeclaration' && declaration.id?.name === name) {
      const signature = source.slice(declaration.start, declaration.body!.start).trim();
      return { kind: 'function', comment: about, signature: signature.replace(/^async /, '') };
    }
    if (declaration.type === 'ClassDeclaration' && declaration.id?.name === name)
      return { kind: 'class', comment: about, signature: classSignature(source, declaration) };
    if (
      declaration.type === 'VariableDeclaration' &&
      declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name)
    )
      return {
        kind: 'constant',
        comment: about,
        signature: source.slice(declaration.start, declaration.end),
      };
    if (
      (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration') &&
      declaration.id.name === name
    )
      return { kind: 'type', comment: about, signature: source.slice(declaration.start, declaration.end) };
  }
  const elsewhere = exportsOf(path).find((each) => each.name === name && each.path !== path);
  if (elsewhere) return declared(elsewhere.path, elsewhere.local);
  throw new Error(`${path} does not declare ${name}`);
}

/** The members that can be used from outside, without their bodies. */
function classSignature(
  source: string,
  declaration: {
    readonly start: number;
    readonly body: { readonly start: number; readonly body: readonly unknown[] };
  },
): string {
  const members = declaration.body.body.flatMap((member) => {
    const { start, end, key, value } = member as {
      readonly start: number;
      readonly end: number;
      readonly key?: { readonly type: string };
      readonly value?: { readonly body?: { readonly start: number } } | null;
    };
    if (key?.type === 'PrivateIdentifier') return [];
    return [
      `  ${source
        .slice(start, value?.body?.start ?? end)
        .trim()
        .replace(/;?$/, ';')}`,
    ];
  });
  return `${source.slice(declaration.start, declaration.body.start).trim()} {\n${members.join('\n')}\n}`;
}

function plainComment(text: string): string {
  return text
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}
