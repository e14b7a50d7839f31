const byVerb: ReadonlyMap<string, number> = new Map([
  ["create", 1],
  ["send", 1],
  ["calculate", 1],
  ["track", 1],
  ["generate", 0.9],
  ["authorize", 0.9],
  ["get", 0.7],
  ["search", 0.6],
  ["list", 0.6],
]);

/** How likely a tool is to be wanted when nothing distinguishes it from another, by the first word of its name: 0 to 1. */
export function usefulness(words: string): number {
  return byVerb.get(words.split(" ", 1)[0] ?? "") ?? 0.5;
}
