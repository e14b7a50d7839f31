import type { ProviderTool } from "@codespar/backend/ports";

/** A read that needs no argument, with which credentials can be tried; a balance before a list. Undefined when there is none. */
export function findProbe(tools: readonly ProviderTool[]): string | undefined {
  const reads = tools.filter(({ risk, inputSchema }) => {
    const { required } = inputSchema;
    return risk === "read" && (!Array.isArray(required) || required.length === 0);
  });
  const named = (word: RegExp) => reads.find(({ name }) => word.test(name));
  return (named(/balance/) ?? named(/_(?:list|search)_/) ?? reads[0])?.name;
}
