/** The package as others import it: what it exports, that importing does nothing, its types, and what bundles of it hold. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { exportsOf } from '../../docs/api-document.ts';

const node = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });

/** A project that depends on this package, as npm would link it. */
mkdirSync('dist', { recursive: true });
const project = mkdtempSync(resolve('dist', 'consumer-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the public surface', () => {
  it('is this, and grows only on purpose', () => {
    const names = exportsOf('src/index.ts').map(({ name }) => name);
    expect(names.toSorted().join(' ')).toBe(
      [
        'AskedQuestion Cause CompareNameOptions ComparedName Comparison Cost Dissection Ending Finding Hop HopStart LIMITS',
        'Lab Limits Memory Message MessageJson MessageJsonError NameError Outcome Problem QueryFlags QueryOptions QueryResult',
        'Question ResourceRecord ScanError ServerAddress Span Surroundings Survey SystemAnswer Trace Verdict WalkEvent',
        'WalkNameOptions WireError WireErrorCode WorldError ZoneServer compare decode dissect encode encodeQuery',
        'messageFromJson messageToJson octetsFromJson openLab printRecord query scanRecord traceDocument traceOf walk',
      ].join(' '),
    );
  });

  it('is in the built package', () => {
    const names = JSON.parse(
      node("console.log(JSON.stringify(Object.keys(await import('rootwalk'))))"),
    ) as string[];
    const declared = exportsOf('src/index.ts').map(({ name }) => name);
    expect(declared).toEqual(expect.arrayContaining(names));
    for (const name of [
      'walk',
      'decode',
      'encode',
      'dissect',
      'query',
      'compare',
      'messageToJson',
      'messageFromJson',
      'printRecord',
      'scanRecord',
    ])
      expect(names).toContain(name);
  });

  it('has no effect when it is imported', () => {
    const script = `
      const before = [Object.keys(globalThis).length, process.eventNames().length];
      await import('rootwalk');
      await import('rootwalk/message');
      const after = [Object.keys(globalThis).length, process.eventNames().length];
      console.log(JSON.stringify([before, after, process.getActiveResourcesInfo()]));`;
    const [before, after, resources] = JSON.parse(node(script)) as [number[], number[], string[]];
    expect(after).toEqual(before);
    expect(resources.filter((name) => !/^(Pipe|TTY|FS|Immediate)/.test(name))).toEqual([]);
  });
});

describe('a bundle', () => {
  const bundled = async (
    script: string,
    platform: 'node' | 'browser',
  ): Promise<{ readonly inputs: string[]; readonly code: string }> => {
    const { outputFiles, metafile } = await build({
      stdin: { contents: script, resolveDir: process.cwd() },
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform,
      logLevel: 'silent',
      alias: { rootwalk: resolve('dist/index.js'), 'rootwalk/message': resolve('dist/message.js') },
    });
    const [output] = Object.values(metafile.outputs);
    return { inputs: output!.imports.map(({ path }) => path), code: outputFiles[0]!.text };
  };

  it('of rootwalk/message needs nothing of Node.js', async () => {
    const { inputs, code } = await bundled(
      "import { decode } from 'rootwalk/message'; console.log(decode);",
      'browser',
    );
    expect(inputs).toEqual([]);
    expect(code).not.toContain('node:');
  });

  it('of the codec alone leaves walk, lab and explorer out', async () => {
    const { inputs } = await bundled("import { decode } from 'rootwalk'; console.log(decode);", 'node');
    expect(inputs).toEqual([]);
    const whole = await bundled("import * as all from 'rootwalk'; console.log(all);", 'node');
    expect(whole.inputs.some((path) => path.startsWith('node:'))).toBe(true);
    expect(whole.inputs.filter((path) => !path.startsWith('node:'))).toEqual([]);
  });
});

describe('the types', () => {
  it('are those of a project with strict settings, and refuse what is wrong', () => {
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
    const link = join(project, 'node_modules');
    mkdirSync(link);
    execFileSync('ln', ['-s', process.cwd(), join(link, 'rootwalk')]);
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    const options = {
      module: 'nodenext',
      target: 'es2022',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['use.ts'] }),
    );
    writeFileSync(
      join(project, 'use.ts'),
      `import { compare, decode, dissect, encode, openLab, query, walk, type Message } from 'rootwalk';
       import { messageToJson } from 'rootwalk/message';
       export const again = (octets: Uint8Array): Uint8Array => encode(decode(octets));
       export const json = (message: Message): string => messageToJson(message).rcode;
       export async function names(): Promise<string[]> {
         const place = await openLab();
         const zones: string[] = [];
         for await (const event of walk({ name: 'a.test', type: 'MX' }, { place, minimise: true }))
           if (event.type === 'hop') zones.push(event.hop.server.name);
         const { message } = await query('a.test', '192.0.2.1#5353', { signal: AbortSignal.timeout(9) });
         const { comparison } = await compare('a.test');
         return [...zones, message?.questions[0]?.name ?? '', comparison.verdict, dissect(new Uint8Array(0)).problems[0]!.code];
       }
       // @ts-expect-error -- a verdict is one of four
       export const wrong = async () => (await compare('a.test')).comparison.verdict === 'perhaps';
       // @ts-expect-error -- octets are octets
       decode('text');
      `,
    );
    const { stdout, status } = spawnSync(
      process.execPath,
      [resolve('node_modules/typescript/bin/tsc'), '-p', project],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([0, '']);
  });
});
