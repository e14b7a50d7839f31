/** The error message on a Node.js that is too old for our packages; undefined when it is not. */
export function explainOldNode(version: string, packageName: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return undefined;
  return `Node ${version} is too old: ${packageName} needs 22.19 or newer.`;
}
