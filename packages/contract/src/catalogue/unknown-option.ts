import { suggest } from "./suggest.ts";

/** The names of all options of a kind; a missing one does not compile. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/** What is no option among those that were given, and what was perhaps meant; undefined when all are known. */
export function findUnknownOption(
  options: object,
  names: Readonly<Record<string, true>>,
): { name: string; hint: string } | undefined {
  for (const name in options) {
    if (Object.hasOwn(names, name)) continue;
    const known = Object.keys(names);
    const [nearest] = suggest(name, known);
    return {
      name,
      hint: nearest === undefined ? `There are ${known.join(", ")}.` : `Did you mean ${nearest}?`,
    };
  }
  return undefined;
}
