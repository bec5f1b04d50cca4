/**
 * What the explorer explores from the command line: the real network or the worlds of the lab, each opened when it is
 * first gone to and closed at the end.
 */

import { circumstancesOfServer, compareAnswers } from '../compare/compare-answers.ts';
import { gatherProbes } from '../compare/gather-probes.ts';
import { WalkWatch } from '../compare/walk-watch.ts';
import { typeName } from '../message/codes.ts';
import type { WalkEvent } from '../resolver/events.ts';
import { probePorts } from '../lookup/probe-ports.ts';
import { startTrace, type Target } from '../lookup/trace-run.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import type { BrokenPlace, PlaceEntry, ExplorerSession, StartedWalk, WalkRequest } from '../tui/session.ts';
import type { PlaceHabits, WalkWishes } from '../tui/options/walk-wishes.ts';
import { allWorlds, type ListedWorld } from './lab.ts';
import { surroundingsOf, walkOptionsOf, type WalkFlags } from './options.ts';
import { askResolvers, nameServersOf } from './resolver-voices.ts';
import { walkTargetOf } from './target.ts';
import { UsageError } from './usage-error.ts';

export interface ClosableSession extends ExplorerSession {
  /** Opens a place, to find out whether it can be, and gives what is known of it. Throws UsageError. */
  ready(place: string | null): Promise<Pick<StartedWalk, 'names' | 'habits'>>;
  close(): Promise<void>;
}

/** `flags` are those of the command; what the explorer can choose goes before them. */
export function explorerSession(flags: WalkFlags, signal: AbortSignal): ClosableSession {
  const opened = new Map<string | null, Promise<Surroundings>>();
  const surroundingsIn = (place: string | null): Promise<Surroundings> => {
    const { lab: _, ...elsewhere } = flags;
    const known = opened.get(place);
    if (known) return known;
    const placed = place === null ? elsewhere : { ...elsewhere, lab: place };
    const opening = surroundingsOf({ ...placed, system: true }, signal);
    opened.set(place, opening);
    // What cannot be opened may be mended meanwhile.
    opening.catch(() => opened.delete(place));
    return opening;
  };
  return {
    ready: async (place) => knownOf(await surroundingsIn(place)),
    start: async (request, stop) => {
      try {
        const target = walkTargetOf(request.name, request.type === '' ? undefined : request.type);
        return await startedWalk(request, target, await surroundingsIn(request.place), flags, stop);
      } catch (error) {
        if (error instanceof UsageError) return { error: error.message };
        throw error;
      }
    },
    checkServers: async (servers, place) => {
      try {
        const placed = { ...flags, lab: place ?? undefined };
        await nameServersOf(servers, await surroundingsIn(place), placed, signal);
        return null;
      } catch (error) {
        if (error instanceof UsageError) return error.message;
        throw error;
      }
    },
    worlds: async () => (await allWorlds()).map(placeEntry),
    close: async () => {
      const all = await Promise.allSettled(opened.values());
      await Promise.all(all.map(async (each) => each.status === 'fulfilled' && each.value.close()));
    },
  };
}

function placeEntry(listed: ListedWorld): PlaceEntry | BrokenPlace {
  if (!('world' in listed)) return listed;
  const { name, title, story, question, findings, causes } = listed.world;
  // As one would type it: a final dot keeps the hosts file and the search list out of it.
  const asked = { name: question.name.replace(/(?<=.)\.$/, ''), type: typeName(question.type) };
  return { name, title, story, question: asked, findings, causes };
}

function knownOf({ names = [], habits }: Surroundings): Required<Pick<StartedWalk, 'names' | 'habits'>> {
  return { names, habits };
}

/** What the command line says of the options that the explorer has; `servers` as typed. */
export function wishesOf(flags: WalkFlags, servers: readonly string[]): WalkWishes {
  return {
    minimise: flags.minimise ?? null,
    mixCase: flags.mixCase ?? null,
    transport: flags.tcp ? 'tcp' : 'udp',
    family: flags.ipv4Only ? '4' : flags.ipv6Only ? '6' : 'both',
    dnssec: flags.dnssec ?? false,
    survey: flags.all ?? null,
    cookies: flags.cookie ?? null,
    nsid: flags.nsid ?? null,
    system: flags.system,
    bufsize: flags.bufsize ?? null,
    subnet: flags.subnet ?? null,
    resolvers: [...new Set(servers.map((word) => word.replace(/^@/, '')))],
  };
}

async function startedWalk(
  { wishes, place }: WalkRequest,
  target: Target,
  surroundings: Surroundings,
  flags: WalkFlags,
  signal: AbortSignal,
): Promise<StartedWalk> {
  const around = wishes.system ? surroundings : { ...surroundings, computer: undefined };
  const options = { ...walkOptionsOf(flagsOf(flags, wishes), around, signal), ...chosenHabits(wishes) };
  const lab = place ?? undefined;
  const servers = await nameServersOf(wishes.resolvers, surroundings, { ...flags, lab }, signal);
  const run = { ...startTrace(target, around, options), ...knownOf(surroundings) };
  if (servers.length === 0) return run;
  const said = askResolvers(target, servers, surroundings, signal, 'nsid');
  const watch = new WalkWatch();
  return {
    ...run,
    events: watched(run.events, watch),
    compareResolvers: async (ending) => {
      const walked = watch.walked(ending);
      const answers = await said;
      return Promise.all(
        answers.map(async (answer, i) => {
          const facts = circumstancesOfServer(target.question, walked, answer);
          const ports = probePorts(surroundings, signal, servers[i]);
          const probes = signal.aborted ? {} : await gatherProbes(facts, ports);
          return { typed: servers[i]!.typed, answer, comparison: compareAnswers(facts, probes) };
        }),
      );
    },
  };
}

async function* watched(events: AsyncIterable<WalkEvent>, watch: WalkWatch): AsyncGenerator<WalkEvent> {
  for await (const event of events) {
    watch.observe(event);
    yield event;
  }
}

/** What was chosen goes before the habits of a world, both ways. */
function chosenHabits({ minimise, mixCase, survey, cookies, nsid }: WalkWishes): PlaceHabits {
  const chosen = Object.entries({ minimise, mixCase, survey, cookies, nsid });
  return Object.fromEntries(chosen.filter(([, value]) => value !== null));
}

/** What the explorer can choose is as it was chosen there, and the rest as on the command line. */
function flagsOf(flags: WalkFlags, wishes: WalkWishes): WalkFlags {
  const { ipv4Only: _4, ipv6Only: _6, tcp: _t, minimise: _m, all: _a, mixCase: _x, ...rest } = flags;
  const { dnssec: _d, nsid: _n, cookie: _c, bufsize: _b, subnet: _s, ...others } = rest;
  const { family, transport, dnssec, bufsize, subnet, system } = wishes;
  return {
    ...others,
    system,
    ...(family === '4' ? { ipv4Only: true } : {}),
    ...(family === '6' ? { ipv6Only: true } : {}),
    ...(transport === 'tcp' ? { tcp: true } : {}),
    ...(dnssec ? { dnssec: true } : {}),
    ...(bufsize === null ? {} : { bufsize }),
    ...(subnet === null ? {} : { subnet }),
  };
}
