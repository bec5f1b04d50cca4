/**
 * How a walk is to ask, as it can be chosen in the explorer: the options of the command line that make a difference to
 * what one sees.
 */

export interface WalkWishes {
  readonly minimise: boolean;
  readonly mixCase: boolean;
  readonly transport: 'udp' | 'tcp';
  readonly family: 'both' | '4' | '6';
  readonly dnssec: boolean;
  readonly survey: boolean;
  readonly cookies: boolean;
  readonly nsid: boolean;
  readonly system: boolean;
  /** Servers as typed, without `@`, that are asked beside this computer. */
  readonly resolvers: readonly string[];
}

export const PLAIN_WISHES: WalkWishes = {
  minimise: false,
  mixCase: false,
  transport: 'udp',
  family: 'both',
  dnssec: false,
  survey: false,
  cookies: false,
  nsid: false,
  system: true,
  resolvers: [],
};

type WishName = Exclude<keyof WalkWishes, 'resolvers'>;

export interface WalkOption {
  readonly name: WishName;
  readonly label: string;
  /** What it can be, in the order in which a key goes through it; each with a word for the screen. */
  readonly values: readonly (readonly [value: WalkWishes[WishName], word: string])[];
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

export function wordOf({ name, values }: WalkOption, wishes: WalkWishes): string {
  return values.find(([value]) => value === wishes[name])![1];
}

/** The next value, or the one before, round the end. */
export function turned({ name, values }: WalkOption, wishes: WalkWishes, step: 1 | -1): WalkWishes {
  const place = values.findIndex(([value]) => value === wishes[name]);
  const [value] = values.at((place + step) % values.length)!;
  return { ...wishes, [name]: value };
}

/** What is not as usual, in a few words: `minimise, TCP`; empty where all is. */
export function wishesText(wishes: WalkWishes): string {
  const changed = WALK_OPTIONS.filter(({ name }) => wishes[name] !== PLAIN_WISHES[name]);
  const words = changed.map((option) => {
    const word = wordOf(option, wishes);
    return word === 'on' ? option.label : option.name === 'system' ? 'without this computer' : word;
  });
  return [...words, ...wishes.resolvers.map((server) => `@${server}`)].join(', ');
}
