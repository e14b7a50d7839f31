import { createInterface } from "node:readline";

/** Writes another sign-in link for each Enter, where somebody sits at the terminal. Keeps no process alive. */
export function offerLinks(inspectorUrl: () => string, write: (line: string) => void): void {
  if (!process.stdin.isTTY) return;
  const lines = createInterface({ input: process.stdin });
  lines.on("line", () => write(`  Inspector ${inspectorUrl()}`));
  process.stdin.unref();
}
