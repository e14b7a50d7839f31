// Anthropic's API refuses a whole list of tools for one property that does not match this.
const taken = /^[a-zA-Z0-9_.-]{1,64}$/;
const escaped = /_x([0-9a-f]{2,6})_/g;
const lastCodePoint = 0x10ffff;

/** A property's name as every model vendor takes it: `$filter` is `_x24_filter`. `decodeName` is the way back. */
export function encodeName(name: string): string {
  // `_x` begins an escape and nothing else, so that the way back is certain
  if (taken.test(name) && !name.includes("_x")) return name;
  return name.replace(/_(?=x)|[^a-zA-Z0-9_.-]/gu, (character) => {
    const code = character.codePointAt(0)?.toString(16) ?? "";
    return `_x${code.padStart(2, "0")}_`;
  });
}

/** The provider's own name of a property. A name that was not encoded stays as it is. */
export function decodeName(name: string): string {
  return name.replace(escaped, (match, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code > lastCodePoint ? match : String.fromCodePoint(code);
  });
}

/** The value with the provider's own names of properties, at every depth and in the same order. */
export function decodeNames<Value>(value: Value): Value {
  return walk(value) as Value; // of the same shape, with other keys
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== "object" || value === null) return value;
  // `fromEntries` defines properties, so that a key `__proto__` stays a key.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [decodeName(name), walk(item)]));
}
