import { VigilError } from '@vigil/errors';
import { decodeBytes } from '../text/decode-bytes.js';
import { tidyOrNull } from '../text/tidy.js';

/** An object of a court's JSON. What is missing, or of another type than asked for, is `null` or empty. */
export class JsonObject {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: object) {
    this.#fields = fields as Record<string, unknown>;
  }

  /** Throws NOT_A_DOCKET where the bytes are no JSON object. */
  static parse(bytes: Uint8Array): JsonObject {
    let value: unknown;
    try {
      value = JSON.parse(decodeBytes(bytes));
    } catch (cause) {
      throw new VigilError('NOT_A_DOCKET', 'expected JSON', { cause });
    }
    const object = objectOf(value);
    if (object === null) throw new VigilError('NOT_A_DOCKET', 'expected a JSON object');
    return object;
  }

  /** Tidied: white space single, alien registration numbers removed; `null` for the empty string, too. */
  text(name: string): string | null {
    return tidyOrNull(this.raw(name));
  }

  /** As it is; `null` for the empty string, too. Not to leave a reader. */
  raw(name: string): string | null {
    const value = this.#own(name);
    return typeof value === 'string' && value !== '' ? value : null;
  }

  integer(name: string): number | null {
    const value = this.#own(name);
    return Number.isSafeInteger(value) ? (value as number) : null;
  }

  number(name: string): number | null {
    const value = this.#own(name);
    return typeof value === 'number' ? value : null;
  }

  flag(name: string): boolean {
    return this.#own(name) === true;
  }

  object(name: string): JsonObject | null {
    return objectOf(this.#own(name));
  }

  /** The objects of an array. */
  objects(name: string): readonly JsonObject[] {
    const value = this.#own(name);
    return Array.isArray(value) ? value.flatMap((item: unknown) => objectOf(item) ?? []) : [];
  }

  #own(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }
}

function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new JsonObject(value) : null;
}
