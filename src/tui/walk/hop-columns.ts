/**
 * The columns of the list of hops: how wide each is in the room there is, and which are left out where it is
 * too little.
 */

export const COLUMNS = [
  { key: 'zone', title: 'zone', least: 6, most: 28 },
  { key: 'server', title: 'server', least: 6, most: 32 },
  { key: 'address', title: 'address', least: 9, most: 39 },
  { key: 'source', title: 'from', least: 5, most: 6 },
  { key: 'question', title: 'asked for', least: 16, most: 40 },
  { key: 'transport', title: 'over', least: 4, most: 5 },
  { key: 'rtt', title: 'time', least: 6, most: 6 },
  { key: 'bar', title: '', least: 5, most: 12 },
  { key: 'octets', title: 'octets', least: 6, most: 6 },
  { key: 'outcome', title: 'outcome', least: 9, most: 15 },
] as const;

export type ColumnKey = (typeof COLUMNS)[number]['key'];

/**
 * Columns that can be missed, the first to go first: the message pane says the same, and begins with the address. Each
 * goes where it would leave less than so much of a zone and a server.
 */
const DISPENSABLE = [
  { key: 'address', names: 13 },
  { key: 'source', names: 9 },
  { key: 'rtt', names: 9 },
  { key: 'server', names: 6 },
] as const;
/** Columns for which there has to be room beside all else, in the order of their worth. */
const EXTRA: readonly ColumnKey[] = ['transport', 'bar', 'octets', 'question'];
/** The same where all went over UDP, as one would think. */
const EXTRA_OF_UDP: readonly ColumnKey[] = ['bar', 'octets', 'question', 'transport'];

/** `255.255.255.255` */
const IPV4_COLUMNS = 15;
/** In so many columns most names can be read, and not only told apart. */
const READABLE: Partial<Readonly<Record<ColumnKey, number>>> = {
  zone: 14,
  server: 19,
  address: IPV4_COLUMNS,
};

interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  readonly least: number;
  width: number;
}

export interface FittedColumn {
  readonly key: ColumnKey;
  readonly title: string;
  readonly width: number;
}

/**
 * Fits the columns into `room`, one space between two. `wanted` is the width of each one's longest cell, for the transport 0
 * where all went over UDP.
 */
export function fitColumns(wanted: Readonly<Record<ColumnKey, number>>, room: number): FittedColumn[] {
  const all: readonly Column[] = COLUMNS.map(({ key, title, least, most }) => {
    const width = Math.min(most, Math.max(least, title.length, wanted[key]));
    return { key, title, least, width };
  });
  let columns = all.filter(({ key }) => !EXTRA.includes(key));
  for (const { key, names } of DISPENSABLE) {
    if (comfortable(columns, names) <= room) break;
    columns = columns.filter((column) => column.key !== key);
  }
  for (const key of wanted.transport === 0 ? EXTRA_OF_UDP : EXTRA) {
    const more = all.filter((column) => column.key === key || columns.includes(column));
    if (readable(more) <= room) columns = more;
  }
  // Bars and questions give way first, then an IPv6 address, then the names, an IPv4 address, and the words at last.
  shrink(columns, room, ({ key, least }) => (key === 'bar' || key === 'question' ? least : Infinity));
  shrink(columns, room, ({ key }) => (key === 'address' ? IPV4_COLUMNS : Infinity));
  shrink(columns, room, ({ key, least }) => (key === 'zone' || key === 'server' ? least : Infinity));
  shrink(columns, room, ({ key, least }) => (key === 'address' ? least : Infinity));
  shrink(columns, room, ({ least }) => least);
  return columns.map(({ key, title, width }) => ({ key, title, width }));
}

/** Takes from the widest column above its floor, one by one, until all fit or nothing can be taken. */
function shrink(columns: readonly Column[], room: number, floor: (column: Column) => number): void {
  for (let over = total(columns) - room; over > 0; over--) {
    const widest = columns
      .filter((column) => column.width > floor(column))
      .toSorted((a, b) => b.width - a.width)[0];
    if (!widest) return;
    widest.width--;
  }
}

function total(columns: readonly { readonly width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width + 1, -1);
}

/** The room in which everything can be read. */
function readable(columns: readonly Column[]): number {
  return columns.reduce((sum, { key, least, width }) => {
    const wanted = key === 'bar' || key === 'question' ? least : width;
    return sum + Math.min(wanted, READABLE[key] ?? Infinity) + 1;
  }, -1);
}

/** The room in which no more than the names is cut, to `names` columns, and an IPv6 address. */
function comfortable(columns: readonly Column[], names: number): number {
  const enough: Partial<Record<ColumnKey, number>> = { zone: names, server: names, address: IPV4_COLUMNS };
  return columns.reduce((sum, { key, width }) => sum + Math.min(width, enough[key] ?? Infinity) + 1, -1);
}
