import { createHash } from "node:crypto";
import type { Json, JsonObject } from "@codespar/contract";

export interface AnonymiseOptions {
  /** Values that may stay, by field name, lower case: those that schemas list as enumerations. */
  enumerations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Makes substitutes that nobody can turn back. */
  salt: string;
}

/** Fields whose values are words of the provider's own, not of its customers. */
const wordFields = /^(?:object|type|event|status|status_detail|code|error|billingtype|currency|method)$/;
const word = /^[A-Za-z][A-Za-z_.-]{0,40}$/;
const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Replaces every value by one of the same shape: letters by letters, digits by digits, signs stay. The same value becomes the same
 * substitute everywhere, so that what refers to each other goes on to. Kept are words that the schema or the field's name allow;
 * true, false and null; and the shape of everything.
 */
export class Anonymiser {
  readonly #options: AnonymiseOptions;
  /** Every text and number that was replaced: none may be seen afterwards. */
  readonly replaced = new Set<string>();

  constructor(options: AnonymiseOptions) {
    this.#options = options;
  }

  value(value: Json, field = ""): Json {
    if (Array.isArray(value)) return value.map((item) => this.value(item, field));
    if (typeof value === "object" && value !== null) return this.object(value);
    if (typeof value === "string") return this.text(value, field);
    return typeof value === "number" ? this.#number(value) : value;
  }

  object(object: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(object).map(([key, member]) => [key, this.value(member, key)]));
  }

  text(text: string, field = ""): string {
    if (text === "" || this.#mayStay(text, field)) return text;
    this.replaced.add(text);
    if (isoDate.test(text))
      return text.replace(/^\d{4}-\d\d-\d\d/, "2026-01-15").replace(/\d\d:\d\d(?::\d\d)?/, "12:00:00");
    return substitute(text, this.#options.salt);
  }

  /** A path, whose segments are words or ids. */
  path(path: string, known: readonly string[]): string {
    return path
      .split("/")
      .map((segment) =>
        known.includes(segment) || segment === "" ? segment : this.text(decodeURIComponent(segment)),
      )
      .join("/");
  }

  #mayStay(text: string, field: string): boolean {
    const name = field.toLowerCase();
    if (this.#options.enumerations.get(name)?.has(text) === true) return true;
    return wordFields.test(name) && word.test(text);
  }

  /** With as many digits and decimals. Small counts say nothing of anybody. */
  #number(value: number): number {
    const text = String(value);
    if (!/^-?\d+(?:\.\d+)?$/.test(text) || Math.abs(value) < 10) return value;
    if (text.length >= 6) this.replaced.add(text);
    // neither first nor last digit becomes a zero that would be lost
    const digits = substitute(text, this.#options.salt).replace(/^(-?)0/, "$11");
    return Number(digits.replace(/(\.\d*)0$/, "$11"));
  }
}

/** A text of the same shape, the same for the same text. */
function substitute(text: string, salt: string): string {
  let stream = "";
  let block = 0;
  const next = () => {
    if (stream === "") {
      stream = createHash("sha512").update(`${salt} ${block} ${text}`).digest("hex");
      block += 1;
    }
    const digit = Number.parseInt(stream.slice(0, 2), 16);
    stream = stream.slice(2);
    return digit;
  };
  return text.replaceAll(/[\p{L}\p{N}]/gu, (character) => {
    if (/\p{N}/u.test(character)) return String(next() % 10);
    const letter = String.fromCharCode(97 + (next() % 26));
    return /\p{Lu}/u.test(character) ? letter.toUpperCase() : letter;
  });
}

/** What schemas list as enumerations, by field name in lower case. */
export function getEnumerations(schemas: Iterable<unknown>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (field: string, values: readonly unknown[]) => {
    const name = field.toLowerCase();
    const known = found.get(name) ?? new Set<string>();
    for (const value of values) if (typeof value === "string") known.add(value);
    found.set(name, known);
  };
  const visit = (schema: unknown, field: string): void => {
    if (typeof schema !== "object" || schema === null) return;
    // each member is asked for its kind before it is used
    const { enum: values, const: only, properties, items } = schema as Record<string, unknown>;
    if (Array.isArray(values)) add(field, values);
    if (only !== undefined) add(field, [only]);
    if (typeof properties === "object" && properties !== null) {
      for (const [name, member] of Object.entries(properties)) visit(member, name);
    }
    visit(items, field);
  };
  for (const schema of schemas) visit(schema, "");
  return found;
}
