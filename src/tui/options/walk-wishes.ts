/**
 * How a walk is to ask, as it can be chosen in the explorer: the options of the command line that make a difference to
 * what one sees.
 */

import type { ClientSubnet } from '../../message/kinds/client-subnet.ts';

/** What a place may have its own way with; null: as that place does it. */
type HabitName = 'minimise' | 'mixCase' | 'survey' | 'cookies' | 'nsid';

/** How walks ask in a place unless it was chosen otherwise; off where nothing stands here. */
export type PlaceHabits = Readonly<Partial<Record<HabitName, boolean>>>;

export interface WalkWishes extends Readonly<Record<HabitName, boolean | null>> {
  readonly transport: 'udp' | 'tcp';
  readonly family: 'both' | '4' | '6';
  readonly dnssec: boolean;
  readonly system: boolean;
  /** The largest reply over UDP, in octets; null: the usual one. */
  readonly bufsize: number | null;
  /** Where the answers are to be for (RFC 7871). */
  readonly subnet: ClientSubnet | null;
  /** Servers as typed, without `@`, that are asked beside this computer. */
  readonly resolvers: readonly string[];
}

export const PLAIN_WISHES: WalkWishes = {
  minimise: null,
  mixCase: null,
  transport: 'udp',
  family: 'both',
  dnssec: false,
  survey: null,
  cookies: null,
  nsid: null,
  system: true,
  bufsize: null,
  subnet: null,
  resolvers: [],
};

const HABIT_NAMES: readonly HabitName[] = ['minimise', 'mixCase', 'survey', 'cookies', 'nsid'];

type WishName = Exclude<keyof WalkWishes, 'resolvers' | 'bufsize' | 'subnet'>;
type WishValue = Exclude<WalkWishes[WishName], null>;

export interface WalkOption {
  readonly name: WishName;
  readonly label: string;
  /** What it can be, in the order in which a key goes through it; each with a word for the screen. */
  readonly values: readonly (readonly [value: WishValue, word: string])[];
  readonly about: string;
  /** The same in the shell. */
  readonly flag: string;
}

const OFF_ON = [
  [false, 'off'],
  [true, 'on'],
] as const;

/** In the order of the menu. */
export const WALK_OPTIONS: readonly WalkOption[] = [
  {
    name: 'minimise',
    label: 'minimise',
    values: OFF_ON,
    about: 'tell servers no more of the name than they need (RFC 9156)',
    flag: '--minimise',
  },
  {
    name: 'mixCase',
    label: 'mix case',
    values: OFF_ON,
    about: 'ask in random upper and lower case, which a forger must guess as well',
    flag: '--mix-case',
  },
  {
    name: 'transport',
    label: 'transport',
    values: [
      ['udp', 'UDP'],
      ['tcp', 'TCP'],
    ],
    about: 'what servers are asked over first; what does not fit into UDP comes over TCP anyway',
    flag: '--tcp',
  },
  {
    name: 'family',
    label: 'addresses',
    values: [
      ['both', 'IPv4 and IPv6'],
      ['4', 'IPv4 only'],
      ['6', 'IPv6 only'],
    ],
    about: 'which addresses of the servers are asked',
    flag: '-4, -6',
  },
  {
    name: 'survey',
    label: 'survey',
    values: OFF_ON,
    about: 'then ask every server of every zone on the path, at every address',
    flag: '--all',
  },
  {
    name: 'dnssec',
    label: 'signatures',
    values: OFF_ON,
    about: 'ask for signatures as well (DO); they are shown, not checked',
    flag: '--dnssec',
  },
  {
    name: 'cookies',
    label: 'cookies',
    values: OFF_ON,
    about: 'send a cookie that a forger must guess as well (RFC 7873)',
    flag: '--cookie',
  },
  {
    name: 'nsid',
    label: 'server id',
    values: OFF_ON,
    about: 'ask which of several servers behind one address replies (RFC 5001)',
    flag: '--nsid',
  },
  {
    name: 'system',
    label: 'computer',
    values: [
      [true, 'asked'],
      [false, 'left out'],
    ],
    about: 'ask this computer as well, and say why it differs',
    flag: '--no-system',
  },
];

/** What will be used. */
function valueOf({ name }: WalkOption, wishes: WalkWishes, habits: PlaceHabits): WishValue {
  return wishes[name] ?? habitOf(name, habits) ?? false;
}

function habitOf(name: WishName, habits: PlaceHabits): boolean | undefined {
  return HABIT_NAMES.includes(name as HabitName) ? habits[name as HabitName] : undefined;
}

export function wordOf(option: WalkOption, wishes: WalkWishes, habits: PlaceHabits = {}): string {
  const value = valueOf(option, wishes, habits);
  return option.values.find(([each]) => each === value)![1];
}

/** It is on because the place has it so, and nobody chose otherwise. */
export function isOfPlace({ name }: WalkOption, wishes: WalkWishes, habits: PlaceHabits): boolean {
  return wishes[name] === null && habitOf(name, habits) === true;
}

/** What the place does anyway need not be chosen. */
export function withValue(
  { name }: WalkOption,
  wishes: WalkWishes,
  value: WishValue,
  habits: PlaceHabits,
): WalkWishes {
  const isHabit = PLAIN_WISHES[name] === null && value === (habitOf(name, habits) ?? false);
  return { ...wishes, [name]: isHabit ? null : value };
}

/** The next value, or the one before, round the end. */
export function turned(
  option: WalkOption,
  wishes: WalkWishes,
  step: 1 | -1,
  habits: PlaceHabits = {},
): WalkWishes {
  const { values } = option;
  const value = valueOf(option, wishes, habits);
  const place = values.findIndex(([each]) => each === value);
  const [next] = values.at((place + step) % values.length)!;
  return withValue(option, wishes, next, habits);
}

/** What is not as usual, in a few words: `minimise, TCP`; empty where all is. */
export function wishesText(wishes: WalkWishes): string {
  const changed = WALK_OPTIONS.filter(({ name }) => wishes[name] !== PLAIN_WISHES[name]);
  const words = changed.map((option) => {
    const word = wordOf(option, wishes);
    if (option.name === 'system') return 'without this computer';
    if (word === 'on') return option.label;
    return word === 'off' ? `${option.label} off` : word;
  });
  const { bufsize, subnet, resolvers } = wishes;
  return [
    ...words,
    ...(bufsize === null ? [] : [`${bufsize} octets at most`]),
    ...(subnet === null ? [] : [`for ${subnetText(subnet)}`]),
    ...resolvers.map((server) => `@${server}`),
  ].join(', ');
}

/** `192.0.2.0/24` */
export function subnetText({ address, sourcePrefixLength }: ClientSubnet): string {
  return `${address}/${sourcePrefixLength}`;
}
