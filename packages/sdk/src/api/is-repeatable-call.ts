import { isRepeatable, riskOf } from "@codespar/contract";

// The catalogue's own rule (`findNativeTool`) would bring all 57 servers into every bundle, so this reads names:
// a server's name is one to three words, and the word after it is the verb.
const readingName =
  /^(?:(?!(?:create|cancel|send|authorize|refund|capture|confirm|update|delete|add|close|register|revoke)_)[a-z0-9]+_){1,3}?(?:get|list|search|track|check|lookup|validate|calculate)_/;

/** Whether a tool call can be made again when its outcome is not known; if in doubt, it cannot. */
export function isRepeatableCall(name: string, args: unknown): boolean {
  const risk = riskOf(name, args);
  return risk === undefined ? readingName.test(name) : isRepeatable(risk);
}
