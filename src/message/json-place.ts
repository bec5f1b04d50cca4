/**
 * A value in a JSON document together with the path to it, so that whatever is wrong with it can be said with where.
 */

/** What can stand in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** JSON that is no message: the path of the member that is wrong, and how. */
export class MessageJsonError extends Error {
  override readonly name = 'MessageJsonError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(path === '' ? message : `${path}: ${message}`);
    this.path = path;
  }
}

export class JsonPlace {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path: string) {
    this.value = value;
    this.path = path;
  }

  error(message: string): MessageJsonError {
    return new MessageJsonError(this.path, message);
  }

  /** The last step of the path. */
  member(): string {
    return this.path.slice(this.path.lastIndexOf('.') + 1);
  }

  at(member: string, value: unknown): JsonPlace {
    return new JsonPlace(value, this.path === '' ? member : `${this.path}.${member}`);
  }

  object(): JsonObject {
    const { value } = this;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
    throw this.error(`an object is expected here, not ${kindOf(value)}`);
  }

  members(): [string, Json][] {
    return Object.entries(this.object());
  }

  /** The first of these members that is there; null is as good as absent. */
  first(members: readonly string[]): JsonPlace | undefined {
    const object = this.object();
    const member = members.find((name) => Object.hasOwn(object, name) && object[name] !== null);
    return member === undefined ? undefined : this.at(member, object[member]);
  }

  text(): string {
    if (typeof this.value === 'string') return this.value;
    throw this.error(`a string is expected here, not ${kindOf(this.value)}`);
  }

  whole(members: readonly string[], maximum: number): number | undefined {
    const found = this.first(members);
    return found && wholeNumber(found, found.value, maximum);
  }

  list(members: readonly string[]): JsonPlace[] | undefined {
    const found = this.first(members);
    if (!found) return undefined;
    if (!Array.isArray(found.value)) throw found.error(`a list is expected here, not ${kindOf(found.value)}`);
    return found.value.map((value, i) => new JsonPlace(value, `${found.path}[${i}]`));
  }
}

export function wholeNumber(place: JsonPlace, value: unknown, maximum: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maximum) return value;
  const what = typeof value === 'number' ? String(value) : kindOf(value);
  throw place.error(`a whole number from 0 to ${maximum} is expected here, not ${what}`);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
