import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

/** What makes an example leave this machine. */
const keys = [
  "CODESPAR_API_KEY",
  "CODESPAR_BASE_URL",
  "ANTHROPIC_API_KEY",
  "OPENAI_API_KEY",
  "GEMINI_API_KEY",
  "AI_GATEWAY_API_KEY",
];

interface Example {
  name: string;
  folder: string;
  program: string;
}

/** The examples that are one program and have no test of their own; each checks what it did before it ends. */
const examples = globSync("examples/*/package.json", { cwd: root }).flatMap((path): Example[] => {
  const folder = join(root, dirname(path));
  const { scripts } = JSON.parse(readFileSync(join(root, path), "utf8"));
  const program = /^node --conditions=@codespar\/source (\S+\.ts)$/.exec(scripts?.start ?? "")?.[1];
  const hasTest = globSync("{*,src/*}.test.ts", { cwd: folder }).length > 0;
  return program === undefined || hasTest ? [] : [{ name: basename(folder), folder, program }];
});

describe("examples run with no key", () => {
  it.each(examples)("$name", { timeout: 240_000 }, async ({ folder, program }) => {
    const env = { ...process.env };
    for (const key of keys) delete env[key];
    const { stdout } = await run(process.execPath, ["--conditions=@codespar/source", program], {
      cwd: folder,
      env,
      timeout: 235_000,
    });
    expect(stdout).not.toBe("");
  });

  it("are those of every adapter", () => {
    const names = examples.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "claude",
        "google-genai",
        "langchain",
        "llamaindex",
        "mastra",
        "mcp-desktop",
        "openai",
        "openai-agents",
        "openai-agents-mcp",
        "vercel",
      ]),
    );
  });
});
