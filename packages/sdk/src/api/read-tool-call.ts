import { isRepeatable, riskOf } from "@codespar/contract";
import { invalidRequest } from "../errors/invalid-request.ts";

/** Tools whose arguments hold amounts, which were in major units before 1.0. */
const withAmounts: ReadonlySet<string> = new Set([
  "codespar_pay",
  "codespar_checkout",
  "codespar_invoice",
  "codespar_ship",
]);

const newForm = "{ name, arguments }";

/** What of a call is sent. */
export interface SentCall {
  name: string;
  arguments: object;
}

/**
 * The call, in the form of this version or of 0.11: `execute(name, params)`, and steps of `{ tool, params }`. Where amounts are
 * among the arguments the old form is refused, because 149 was R$ 149.00 and is R$ 1.49.
 */
export function readToolCall(call: unknown, params?: unknown): SentCall {
  if (typeof call === "string") return old(call, params, `execute("${call}", …)`);
  const {
    name,
    tool,
    arguments: args,
    params: oldParams,
    input,
    ...others
  }: Record<string, unknown> = Object(call);
  if (name === undefined && typeof tool === "string" && args === undefined && input === undefined) {
    return old(tool, oldParams, "{ tool, params }");
  }
  if (tool !== undefined)
    throw invalidRequest("tool", `is not a field of a call. Did you mean name? A call is ${newForm}.`);
  for (const field of ["input", "params", "args"]) {
    if (field in Object(call))
      throw invalidRequest(field, `is not a field of a call. Did you mean arguments? A call is ${newForm}.`);
  }
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalidRequest(unknown, `is not a field of a call, which is ${newForm}.`);
  if (typeof name !== "string" || name === "")
    throw invalidRequest("name", `must be a tool's name. A call is ${newForm}.`);
  if (typeof args !== "object" || args === null || Array.isArray(args)) {
    throw invalidRequest("arguments", `must be an object, such as {}. A call is ${newForm}.`);
  }
  return { name, arguments: args };
}

function old(name: string, params: unknown, form: string): SentCall {
  if (withAmounts.has(name)) {
    throw invalidRequest(
      "name",
      `${form} is the form of 0.11, where amounts were in major units. Write { name: "${name}", arguments: { … } }, with amounts as integers in minor units: 14900 for R$ 149.00.`,
    );
  }
  return readToolCall({ name, arguments: params ?? {} });
}

// The catalogue's own rule (`findNativeTool`) would bring all 57 servers into every bundle, so this reads names:
// a server's name is one to three words, and the word after it is the verb.
const readingName =
  /^(?:(?!(?:create|cancel|send|authorize|refund|capture|confirm|update|delete|add|close|register|revoke)_)[a-z0-9]+_){1,3}?(?:get|list|search|track|check|lookup|validate|calculate)_/;

/** Whether a tool call can be made again when its outcome is not known; if in doubt, it cannot. */
export function isRepeatableCall(name: string, args: unknown): boolean {
  const risk = riskOf(name, args);
  return risk === undefined ? readingName.test(name) : isRepeatable(risk);
}
