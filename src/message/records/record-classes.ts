/**
 * Classes as the layouts of records know them. Most types mean the same in every class; those that carry addresses of
 * the Internet do not (RFC 3597 3).
 */

export const CLASS_INTERNET = 1;
export const CLASS_CHAOS = 3;
export const CLASS_HESIOD = 4;

/**
 * Classes of messages rather than of data, in which a record is laid out as in the Internet class: those of UPDATE (RFC
 * 2136 2.4), and the Internet class with the bit of multicast DNS that flushes caches (RFC 6762 10.2).
 */
const AS_IN_THE_INTERNET: readonly number[] = [254, 255, 0x8000 | CLASS_INTERNET];

/** True where a type whose layout is for `classes` only has that layout in `recordClass`. */
export function holdsInClass(classes: readonly number[] | undefined, recordClass: number): boolean {
  if (!classes || classes.includes(recordClass)) return true;
  return classes.includes(CLASS_INTERNET) && AS_IN_THE_INTERNET.includes(recordClass);
}
