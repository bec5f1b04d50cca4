/** What each format of a trace tells, read back from it: the hops with their servers and outcomes, the data, the verdict. */

export interface Told {
  readonly hops: readonly ToldHop[];
  /** The data of the records that answer, aliases before them included. */
  readonly data: readonly string[];
  /** Of the comparison, in the words for people; empty where there is none. */
  readonly verdict: string;
  /** `3 LAME_DELEGATION`; `- …` where it belongs to no hop. */
  readonly findings: readonly string[];
  /** Those of a survey: the codes. */
  readonly surveyed: readonly string[];
}

export interface ToldHop {
  readonly id: number;
  readonly zone: string;
  readonly server: string;
  readonly address: string;
  /** `www.example.org. A` */
  readonly asked: string;
  readonly outcome: string;
}

export const VERDICTS: Readonly<Record<string, string>> = {
  same: 'same: both sides agree',
  differs: 'differs from the walk',
  'one-sided': 'only one side has an answer',
  unavailable: 'not comparable',
};

interface DocumentHop {
  readonly id: number;
  readonly purpose: string;
  readonly zone: string;
  readonly server: { readonly name: string; readonly address: string };
  readonly question: { readonly name: string; readonly type: string };
  readonly outcome: string;
}

interface TraceDocument {
  readonly hops: readonly DocumentHop[];
  readonly answers: readonly { readonly data: string }[];
  readonly comparison: { readonly verdict: string } | null;
  readonly findings: readonly { readonly hop: number | null; readonly code: string }[];
}

/** Of a document, whatever it was written in; what the survey asked stands in a part of its own everywhere. */
export function toldByDocument({ hops, answers, comparison, findings }: TraceDocument): Told {
  const surveyed = new Set(hops.filter(({ purpose }) => purpose === 'survey').map(({ id }) => id));
  return {
    hops: hops
      .filter(({ id }) => !surveyed.has(id))
      .map(({ id, zone, server, question, outcome }) => ({
        id,
        zone,
        server: server.name,
        address: server.address,
        asked: `${question.name} ${question.type}`,
        outcome,
      })),
    data: answers.map(({ data }) => data),
    verdict: comparison ? VERDICTS[comparison.verdict]! : '',
    findings: findings
      .filter(({ hop }) => hop === null || !surveyed.has(hop))
      .map(({ hop, code }) => `${hop ?? '-'} ${code}`)
      .toSorted(),
    surveyed: findings
      .filter(({ hop }) => hop !== null && surveyed.has(hop))
      .map(({ code }) => code)
      .toSorted(),
  };
}

export function toldByNdjson(text: string): Told {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const of = (event: string): Readonly<Record<string, unknown>>[] =>
    lines.filter((line) => line['event'] === event);
  const hops = of('hop') as unknown as DocumentHop[];
  return toldByDocument({
    ...(of('end')[0] as unknown as Pick<TraceDocument, 'answers'>),
    hops: hops.toSorted((a, b) => a.id - b.id),
    findings: of('finding') as unknown as TraceDocument['findings'],
    comparison: (of('system')[0]?.['comparison'] ?? null) as TraceDocument['comparison'],
  });
}

export function toldByText(text: string): Told {
  const blocks = text.split('\n\n').map((block) => block.replaceAll(/^ +/gm, ''));
  const hops = blocks.flatMap((block): ToldHop[] => {
    const head = /^(\d+) {2}(\S+)/m.exec(block);
    const asked = /^asked +(\S+) at (\S+) \(\w+\) over \w+ for (.*)$/m.exec(block);
    const outcome = /^verdict +([\w-]+):/m.exec(block);
    if (!head || !asked || !outcome) return [];
    return [
      {
        id: Number(head[1]),
        zone: head[2]!,
        server: asked[1]!,
        address: asked[2]!,
        asked: asked[3]!,
        outcome: outcome[1]!,
      },
    ];
  });
  const ending = blocks.find((block) => /^(Answer|No data|No such name|Failed)/.test(block))!;
  const system = blocks.find((block) => block.startsWith('This computer')) ?? '';
  const known = Object.values(VERDICTS);
  const codes = (block: string, where: string): string[] =>
    [...block.matchAll(/^(?:info|warning|error) +([A-Z\d_]+)/gm)].map(([, code]) => `${where} ${code}`);
  return {
    hops,
    data: ending
      .split('\n')
      .slice(1)
      .flatMap((line) => /^\S+ \d+ \w+ \w+ (.*)$/.exec(line)?.[1] ?? []),
    verdict: system.split('\n').find((line) => known.includes(line)) ?? '',
    findings: [
      ...blocks.flatMap((block) => {
        const id = /^(\d+) {2}\S+.*\nasked /m.exec(block)?.[1];
        return id === undefined ? [] : codes(block, id);
      }),
      ...codes(ending, '-'),
    ].toSorted(),
    surveyed: blocks
      .filter((block) => block.startsWith('All servers of'))
      .flatMap((block) => codes(block, '').map((code) => code.trim()))
      .toSorted(),
  };
}
