import type { Issue } from "@codespar/contract";

/** Values and keys of one body: more than any order has, and few enough to check quickly. */
export const mostValues = 20_000;

/** Half of a pair that stands for one character, which no UTF-8 can carry: stores would make the same text of all of them. */
const illFormed = /\p{Surrogate}/u;

/** Why a body is unfit for any endpoint: too many values, or invalid text. Stops at the first problem. */
export function findUnfit(body: unknown): Issue | undefined {
  const open: { value: unknown; path: string }[] = [{ value: body, path: "" }];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && illFormed.test(value))
      return { path, message: `${path === "" ? "The text" : path} is not well-formed Unicode text.` };
    if (typeof value !== "object" || value === null) continue;
    const entries = Object.entries(value);
    count += entries.length;
    if (count > mostValues)
      return { path: "", message: `The body has more than ${mostValues} values. Send fewer at a time.` };
    for (const [key, child] of entries) {
      const shown = key.slice(0, 80);
      if (illFormed.test(key))
        return {
          path,
          message: `A key of ${path === "" ? "the body" : path} is not well-formed Unicode text.`,
        };
      if (typeof child === "object" || typeof child === "string")
        open.push({ value: child, path: path === "" ? shown : `${path}.${shown}` });
    }
  }
  return undefined;
}
