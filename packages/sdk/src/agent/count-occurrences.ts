import type { ModelToolCall } from "./agent-options.ts";
import { canonicalJson } from "./canonical-json.ts";
import { parseArguments } from "./parse-arguments.ts";

type Call = Pick<ModelToolCall, "id" | "name" | "arguments">;

/** How many of the calls have the same id, name and arguments as this one. */
export function countOccurrences(call: Call, calls: Iterable<Call>): number {
  const text = getIdentity(call);
  let count = 0;
  for (const other of calls) if (other.name === call.name && getIdentity(other) === text) count++;
  return count;
}

/**
 * For frameworks that show a tool no conversation: how many such calls the same run, or list of tools, has made before.
 * Ids that are made by chance are taken at their word, because a run that is resumed brings its last call again.
 */
export function occurrenceCounter(): (call: Call) => number {
  const counts = new Map<string, number>();
  return function getOccurrence(call) {
    if (isMadeByChance(call.id ?? "")) return 0;
    const text = getIdentity(call);
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return count;
  };
}

/** `call_0`, `codespar_pay:0` and the empty id are counted or constant; chance gives digits and letters in one long run. */
function isMadeByChance(id: string): boolean {
  return (id.match(/[a-z0-9]{8,}/gi) ?? []).some((run) => /\d/.test(run) && /[a-z]/i.test(run));
}

function getIdentity({ id = "", name, arguments: raw }: Call): string {
  const parsed = parseArguments(raw);
  return canonicalJson([id, name, parsed.ok ? parsed.arguments : String(raw)]);
}
