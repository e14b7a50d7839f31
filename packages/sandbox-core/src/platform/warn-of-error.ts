import { isError } from "@codespar/contract";
/**
 * Reports to the developer what went wrong inside, as a warning of the process: a line on stderr with the place where it
 * happened, which `process.on("warning")` hears and `--no-warnings` turns off. Nothing where there is no such process.
 */
export function warnOfError(error: Error): void {
  // only Node.js and what stands in for it have one
  const { process } = globalThis as { process?: Partial<Pick<NodeJS.Process, "emitWarning">> };
  const origin = isError(error.cause) ? error.cause : error;
  process?.emitWarning?.(`${error.message} This is a mistake in CodeSpar or in a provider of your own.`, {
    type: "CodeSparSandboxWarning",
    ...(origin.stack === undefined ? {} : { detail: origin.stack }),
  });
}
