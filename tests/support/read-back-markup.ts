/** The same, read back from the formats that other programs draw: Markdown, Mermaid, and pages. */

import { VERDICTS, type Told, type ToldHop } from './read-back.ts';

export function toldByMarkdown(text: string): Told {
  const parts = new Map(
    text.split(/^## /m).map((part, i) => [i === 0 ? '' : part.slice(0, part.indexOf('\n')), part]),
  );
  const rows = (part: string): string[][] =>
    part
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => line.slice(2, -2).split(' | ').map(shownMarkdown));
  const hops = rows(parts.get('Path') ?? '').map(([hop, zone, server, address, asked, , verdict]) => ({
    id: Number.parseInt(hop!, 10),
    zone: zone!,
    server: server!,
    address: address!.split(' ')[0]!,
    asked: asked!,
    outcome: /^\*\*([\w-]+)\*\*/.exec(verdict!)![1]!,
  }));
  const isOnPath = (hop: string): boolean => hops.some(({ id }) => String(id) === hop);
  const item = /^- \*\*\w+\*\* `(\w+)`(?: at hop (\d+))?:/gm;
  const found = [...(parts.get('Findings') ?? '').matchAll(item)].map(([, code, hop]) => ({
    code: code!,
    hop,
  }));
  return {
    hops,
    data: rows(parts.get('')!).map(([, , , data]) => data!),
    verdict: /^\*\*(.*)\*\*$/m.exec(parts.get('This computer') ?? '')?.[1] ?? '',
    findings: found
      .filter(({ hop }) => hop === undefined || isOnPath(hop))
      .map(({ code, hop }) => `${hop ?? '-'} ${code}`)
      .toSorted(),
    surveyed: found
      .filter(({ hop }) => hop !== undefined && !isOnPath(hop))
      .map(({ code }) => code)
      .toSorted(),
  };
}

function shownMarkdown(cell: string): string {
  return cell
    .replaceAll(/(`+) ?(.*?) ?\1/g, '$2')
    .replaceAll(/\\([\\`*_[\]<>#~&$|])/g, '$1')
    .replaceAll('&#124;', '|');
}

/** A diagram does not say the zone of a hop, nor that a finding is of a survey; long texts are cut and broken. */
export interface ToldByDiagram {
  readonly hops: readonly Omit<ToldHop, 'zone'>[];
  /** `A 192.0.2.1, A 192.0.2.2` without its blanks; may end in `…`. */
  readonly answer: string;
  readonly verdict: string;
  readonly codes: readonly string[];
}

export function toldByMermaid(text: string): ToldByDiagram {
  const participant = /^ *participant (S\d+) as (.*)<br\/>(.*)$/gm;
  const servers = new Map(
    [...text.matchAll(participant)].map(([, key, name, address]) => [
      key!,
      { server: shownMermaid(name!), address: shownMermaid(address!) },
    ]),
  );
  const lines = text.split('\n').map((line) => line.trim());
  const hops: Omit<ToldHop, 'zone'>[] = [];
  for (const [at, line] of lines.entries()) {
    const query = /^W-(?:>>|x)(S\d+): (\d+): (.*?)(?: over [A-Z]+)?$/.exec(line);
    if (!query) continue;
    const [, key, id, asked] = query;
    const outcome = /^(?:S\d+-->>W|Note over S\d+): \d+: ([\w-]+)/.exec(lines[at + 1]!)![1]!;
    hops.push({ id: Number(id), ...servers.get(key!)!, asked: shownMermaid(asked!), outcome });
  }
  const notesOver = (whom: string): string[] =>
    lines
      .filter((line) => line.startsWith(`Note over ${whom}: `))
      .map((line) => shownMermaid(line.slice(13)));
  const notes = notesOver('W');
  const answer = notes.find((note) => note.startsWith('Answer: ')) ?? '';
  return {
    hops,
    answer: answer.slice('Answer: '.length).replaceAll(' ', ''),
    verdict: notesOver('C').find((note) => Object.values(VERDICTS).includes(note)) ?? '',
    codes: notes.flatMap((note) => /^(?:info|warning|error) ([A-Z\d_]+):/.exec(note)?.[1] ?? []).toSorted(),
  };
}

function shownMermaid(raw: string): string {
  return raw
    .replaceAll('<br/>', ' ')
    .replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

export function toldByHtml(page: string): Told {
  const sections = page
    .split(/(?=<section class=")/)
    .map((each) => each.slice(0, each.indexOf('</section>')));
  const ofClass = (name: string): string[] =>
    sections.filter((section) => section.startsWith(`<section class="${name}">`));
  const [path = ''] = ofClass('path');
  const [servers = '', computer = ''] = ofClass('card');
  const items = path.split(/(?=<li class="hop )/).slice(1);
  const hops = items.map((item) => ({
    id: Number(/ id="h(\d+)"/.exec(item)![1]),
    zone: textOfClass(item, 'zone').replace(' (the root)', ''),
    server: textOfClass(item, 'server'),
    address: textOfClass(item, 'address'),
    asked: shownHtml(/<dt>asked<\/dt><dd>[^<]*? over \w+ for ([^<]*)<\/dd>/.exec(item)![1]!),
    outcome: textOfClass(item, 'outcome'),
  }));
  const main = page.slice(page.indexOf('<main>'), page.indexOf('<section class="path">'));
  return {
    hops,
    data: [...servers.matchAll(/<td class="data">(.*?)<\/td>/g)].map(([, data]) => shownHtml(data!)),
    verdict: shownHtml(/<p class="verdict \w+">(.*?)<\/p>/.exec(computer)?.[1] ?? ''),
    findings: [
      ...items.flatMap((item, i) => codesInHtml(item).map((code) => `${hops[i]!.id} ${code}`)),
      ...codesInHtml(main).map((code) => `- ${code}`),
    ].toSorted(),
    surveyed: ofClass('card survey').flatMap(codesInHtml).toSorted(),
  };
}

function textOfClass(html: string, name: string): string {
  return shownHtml(new RegExp(`class="${name}(?: [a-z]+)?"[^>]*>(.*?)</(?:span|b)>`).exec(html)![1]!);
}

function codesInHtml(html: string): string[] {
  const item = /<li class="\w+"><span class="severity">\w+<\/span> <code>(.*?)<\/code>/g;
  return [...html.matchAll(item)].map(([, code]) => shownHtml(code!));
}

function shownHtml(html: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
      code === undefined ? names[name]! : String.fromCodePoint(Number(code)),
    );
}
