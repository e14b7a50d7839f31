import { readToolCall } from "../api/read-tool-call.ts";
import { checkKnownOptions, type OptionNames } from "../api/request-options.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { LoopStep, RetryPolicy } from "./loop-step.ts";

export const retryPolicyNames: OptionNames<RetryPolicy> = {
  maxRetries: true,
  backoff: true,
  baseDelayMs: true,
};

const stepNames: OptionNames<LoopStep> = {
  id: true,
  name: true,
  arguments: true,
  when: true,
  compensate: true,
  retry: true,
};

/** A step as it was given, in the form of this version or of 0.11, `{ tool, params }`. */
export function readStep(given: unknown, index: number): LoopStep {
  const path = `steps.${index}`;
  if (typeof given !== "object" || given === null) {
    throw invalidRequest(path, "must be a step, { name, arguments }.");
  }
  // every field that is there is checked by its name below; its value is checked where it is used
  const step = ("tool" in given && !("name" in given) ? fromOldForm(given) : given) as LoopStep;
  checkKnownOptions(step, stepNames, path);
  checkKnownOptions(step.retry, retryPolicyNames, `${path}.retry`);
  if (typeof step.name === "string" && step.name !== "") return step;
  throw invalidRequest(`${path}.name`, "must be a tool's name.");
}

function fromOldForm(given: { tool: unknown }): object {
  const { tool, params, ...others }: { tool: unknown; params?: unknown } = given;
  // a function makes its arguments when the step is reached
  if (typeof params === "function") return { ...others, ...readToolCall({ tool }), arguments: params };
  return { ...others, ...readToolCall({ tool, params }) };
}
