/** What to tell who runs a Node that is too old for this package; undefined when it is not. */
export function explainOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return undefined;
  return `Node ${version} is too old: @codespar/sandbox needs 22.19 or newer.`;
}
