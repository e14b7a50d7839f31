import { checkKnownOptions, checkMaxRetries } from "../api/request-options.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { type LoopOptions, loopOptionNames } from "./loop-options.ts";
import type { LoopStep, ResolvedStep, RetryPolicy } from "./loop-step.ts";
import { readStep, retryPolicyNames } from "./read-step.ts";

/** Applies defaults and refuses definitions whose steps could be taken for one another. */
export function resolveSteps(options: LoopOptions): ResolvedStep[] {
  checkKnownOptions(options, loopOptionNames, "");
  const { steps, retryPolicy = {} } = options;
  checkKnownOptions(retryPolicy, retryPolicyNames, "retryPolicy");
  if (!Array.isArray(steps)) throw invalidRequest("steps", "must be a list of steps.");
  const ids = new Set<string>();
  return steps.map((given, index) => {
    const step = readStep(given, index);
    const id = step.id ?? `step-${index}`;
    const path = `steps.${index}.id`;
    // It becomes part of the idempotency key; a number would be taken for an index.
    if (!/^[\w.-]{1,100}$/.test(id))
      throw invalidRequest(path, "may hold letters, digits, dot, dash and underscore.");
    if (/^\d+$/.test(id))
      throw invalidRequest(path, "may not be a number: results are found by index as well.");
    if (ids.has(id)) throw invalidRequest(path, `"${id}" names two steps.`);
    ids.add(id);
    return resolveStep(step, id, index, retryPolicy);
  });
}

export function checkLoopId(id: string): string {
  if (/^[\x21-\x7e]{1,128}$/.test(id)) return id;
  throw invalidRequest("id", "must be 1 to 128 visible ASCII characters without spaces.");
}

function resolveStep(step: LoopStep, id: string, index: number, shared: RetryPolicy): ResolvedStep {
  return {
    ...step,
    id,
    index,
    retry: {
      maxRetries: checkMaxRetries(step.retry?.maxRetries ?? shared.maxRetries) ?? 0,
      backoff: step.retry?.backoff ?? shared.backoff ?? "exponential",
      baseDelayMs: step.retry?.baseDelayMs ?? shared.baseDelayMs ?? 500,
    },
  };
}
