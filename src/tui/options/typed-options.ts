/**
 * The options of a walk that are typed: the input line for each, and what Enter makes of it. Nothing typed means as usual.
 */

import { clientSubnetOf } from '../../message/kinds/client-subnet-text.ts';
import { UDP_PAYLOAD_OCTETS } from '../../message/query-message.ts';
import { UDP_PAYLOAD_RANGE } from '../../resolver/asking.ts';
import { EMPTY_PROMPT, promptText, type Prompt, type PurposeName } from '../prompt/prompt.ts';
import type { ExplorerState } from '../state.ts';
import { wishing } from '../wish/wish.ts';
import { subnetText, type WalkWishes } from './walk-wishes.ts';

export interface TypedOption {
  readonly purpose: PurposeName;
  readonly label: string;
  /** What stands in the input line to begin with; empty where it is as usual. */
  readonly text: (wishes: WalkWishes) => string;
  /** What stands in the menu where it is as usual. */
  readonly usual: string;
  readonly about: string;
  /** The same in the shell. */
  readonly flag: string;
}

export const TYPED_OPTIONS: readonly TypedOption[] = [
  {
    purpose: 'bufsize',
    label: 'reply size',
    text: ({ bufsize }) => (bufsize === null ? '' : String(bufsize)),
    usual: String(UDP_PAYLOAD_OCTETS),
    about: 'the largest reply over UDP, in octets; → to type it',
    flag: '--bufsize',
  },
  {
    purpose: 'subnet',
    label: 'client subnet',
    text: ({ subnet }) => (subnet === null ? '' : subnetText(subnet)),
    usual: 'none',
    about: 'ask as if from there, such as 192.0.2.0/24 (RFC 7871); → to type it',
    flag: '--subnet',
  },
  {
    purpose: 'resolvers',
    label: 'resolvers',
    text: ({ resolvers }) => resolvers.map((server) => `@${server}`).join(' '),
    usual: 'none',
    about: 'other resolvers, asked beside this computer; → to type their addresses',
    flag: 'compare NAME @SERVER',
  },
];

export function askedFor({ purpose, text }: TypedOption, state: ExplorerState): ExplorerState {
  return { ...state, prompt: { ...EMPTY_PROMPT, purpose, before: text(state.wishes) } };
}

export function bufsizeTyped(state: ExplorerState, prompt: Prompt): ExplorerState {
  const text = promptText(prompt).trim();
  const octets = Number(text);
  const { from, to } = UDP_PAYLOAD_RANGE;
  if (text !== '' && !(/^\d+$/.test(text) && octets >= from && octets <= to))
    return wrong(state, prompt, `It must be a whole number from ${from} to ${to}.`);
  const bufsize = text === '' || octets === UDP_PAYLOAD_OCTETS ? null : octets;
  return { ...state, prompt: null, wishes: { ...state.wishes, bufsize } };
}

export function subnetTyped(state: ExplorerState, prompt: Prompt): ExplorerState {
  const text = promptText(prompt).trim();
  const subnet = text === '' ? null : clientSubnetOf(text);
  if (subnet === undefined)
    return wrong(state, prompt, 'It must be a prefix such as 192.0.2.0/24 or 2001:db8::/56.');
  return { ...state, prompt: null, wishes: { ...state.wishes, subnet } };
}

/** More are neither read nor polite. */
export const MOST_RESOLVERS = 8;

/** Whether they can be asked is found out outside: a name among them must be looked up. */
export function resolversTyped(state: ExplorerState, prompt: Prompt): ExplorerState {
  const servers = serversIn(prompt);
  if (servers.length > MOST_RESOLVERS)
    return wrong(state, prompt, `No more than ${MOST_RESOLVERS} resolvers are asked.`);
  return wishing(state, { kind: 'check-servers', servers, place: state.place });
}

/** Without `@`, and each once. */
function serversIn(prompt: Prompt): readonly string[] {
  const words = promptText(prompt).split(/[\s,]+/);
  return [...new Set(words.map((word) => word.replace(/^@/, '')))].filter((server) => server !== '');
}

/** The line closes where nothing is wrong with them; who has left it or typed on meanwhile wants something else. */
export function afterChecking(
  state: ExplorerState,
  servers: readonly string[],
  error: string | null,
): ExplorerState {
  const { prompt } = state;
  if (prompt?.purpose !== 'resolvers' || serversIn(prompt).join() !== servers.join()) return state;
  if (error !== null) return wrong(state, prompt, error);
  return { ...state, prompt: null, wishes: { ...state.wishes, resolvers: servers } };
}

function wrong(state: ExplorerState, prompt: Prompt, error: string): ExplorerState {
  return { ...state, prompt: { ...prompt, error } };
}
