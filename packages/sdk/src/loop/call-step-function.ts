import { CodeSparError } from "../errors/codespar-error.ts";

/** Calls a function of the caller's definition. What it throws becomes the cause of an error that says which one threw. */
export async function callStepFunction<Value>(
  step: string,
  name: "when" | "arguments" | "compensate",
  run: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await run();
  } catch (cause) {
    throw new CodeSparError({
      code: "step_function_threw",
      message: `${name} of step ${step} threw: ${cause}. Nothing was called; fix it and run again.`,
      cause,
    });
  }
}
