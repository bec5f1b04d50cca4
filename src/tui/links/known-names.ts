/**
 * The domain names that a walk has told: of its questions, servers and zones, the owners and the names in the RDATA of its
 * messages, and those of this computer. A text on the screen is a name where it is one of these.
 */

import { CNAME } from '../../message/records/cname.ts';
import { DNAME } from '../../message/records/dname.ts';
import { layoutFor } from '../../message/encode.ts';
import { SECTIONS, type Message, type ResourceRecord } from '../../message/message.ts';
import { lowerCased, ROOT, type Name } from '../../message/name.ts';
import { printRdata } from '../../message/record-text.ts';
import type { Survey } from '../../resolver/events.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';
import { isFinished, type HopEntry, type WalkState } from '../walk/walk-state.ts';

export interface KnownNames {
  /** In lower case, the root left out: it is everywhere. */
  readonly names: ReadonlySet<Name>;
  /** Those that something is an alias of. */
  readonly aliasTargets: ReadonlySet<Name>;
}

/** Walks are values, and so are their hops: what was found in one is found again. */
const keptOfWalk = new WeakMap<WalkState, KnownNames>();
const keptOfHop = new WeakMap<HopEntry, readonly Mention[]>();

export function knownNames(walk: WalkState): KnownNames {
  const known = keptOfWalk.get(walk);
  if (known) return known;
  const mentions = [
    ...(walk.question ? [named(walk.question.name)] : []),
    ...[...walk.hops, ...walk.surveyHops].flatMap(ofHop),
    ...walk.surveys.flatMap(ofSurvey),
    ...(walk.ending ? [...walk.ending.aliases.map(target), ...walk.ending.answers.flatMap(ofRecord)] : []),
    ...(walk.system ? ofSystem(walk.system) : []),
  ].filter(({ name }) => name !== ROOT);
  const names = new Set(mentions.map(({ name }) => lowerCased(name)));
  const targets = mentions.filter(({ isTarget }) => isTarget);
  const made = { names, aliasTargets: new Set(targets.map(({ name }) => lowerCased(name))) };
  keptOfWalk.set(walk, made);
  return made;
}

interface Mention {
  readonly name: Name;
  readonly isTarget: boolean;
}

const named = (name: Name): Mention => ({ name, isTarget: false });
const target = (name: Name): Mention => ({ name, isTarget: true });

function ofHop(entry: HopEntry): readonly Mention[] {
  const known = keptOfHop.get(entry);
  if (known) return known;
  const { hop, aim, aliases } = entry;
  const ofReply = isFinished(hop)
    ? [
        ...(hop.message ? ofMessage(hop.message) : []),
        ...hop.dropped.flatMap(({ record }) => ofRecord(record)),
        ...(hop.next ? [hop.next.zone, ...hop.next.nameServers].map(named) : []),
      ]
    : [];
  const mentions = [
    ...[hop.zone, hop.server.name, hop.question.name, aim.name].map(named),
    ...aliases.flatMap((alias) => [named(alias.owner), target(alias.target)]),
    ...ofReply,
  ];
  keptOfHop.set(entry, mentions);
  return mentions;
}

function ofMessage(message: Message): Mention[] {
  return [
    ...message.questions.map(({ name }) => named(name)),
    ...SECTIONS.flatMap((section) => message[section].flatMap(ofRecord)),
  ];
}

function ofRecord(record: ResourceRecord): Mention[] {
  const isAlias = record.type === CNAME.code || record.type === DNAME.code;
  return [named(record.name), ...namesInRdata(record).map(isAlias ? target : named)];
}

/** Kinds that hold a name among other things, such as gateways, are told by their text: names are printed absolute. */
function namesInRdata(record: ResourceRecord): Name[] {
  const { fields } = layoutFor(record);
  const isNamed = fields.some(({ kind }) => /name|gateway|relay/.test(kind.title));
  if (!isNamed) return [];
  return printRdata(record)
    .split(' ')
    .filter((word) => word.endsWith('.') && !word.startsWith('"'));
}

function ofSurvey({ zone, rows, parentServers, childServers, withoutAddress }: Survey): Mention[] {
  const servers = [...parentServers, ...(childServers ?? []), ...rows.map(({ server }) => server)];
  return [zone, ...servers, ...withoutAddress.map(({ server }) => server)].map(named);
}

function ofSystem(system: SystemAnswer): Mention[] {
  const { names, tried, records, searchSteps = [], servers = [] } = system;
  const said = servers.flatMap(({ name, answers, authorities }) => [
    named(name),
    ...[...answers, ...authorities].flatMap(ofRecord),
  ]);
  const asked = [...names, ...tried, ...searchSteps.map(({ name }) => name)].map(named);
  return [...asked, ...records.flatMap(ofRecord), ...said];
}
