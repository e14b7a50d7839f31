import { execFile } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { startSandboxServer } from "@codespar/sandbox/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../packages/temporary-folder.ts";
import { completeSnippet } from "./complete-snippet.ts";
import { type CodeBlock, readBlocks } from "./read-blocks.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const files = globSync(["*.md", "docs/**/*.md", "packages/*/README.md", "examples/*/README.md"], {
  cwd: root,
  exclude: (path) => path.includes("node_modules"),
}).filter((path) => !path.includes("node_modules"));
const allBlocks = files.flatMap((file) => readBlocks(file, readFileSync(join(root, file), "utf8")));

/** The file that a block shows: it is checked and run where it is. */
const shownFile = ({ marks }: CodeBlock) =>
  marks.find((mark) => mark.startsWith("file="))?.slice("file=".length);
const isCopied = (block: CodeBlock) => shownFile(block) !== undefined;
const blocks = allBlocks.filter((block) => !isCopied(block));

interface Snippet extends CodeBlock {
  path: string;
}

/** The package in whose name a document speaks: its vendor packages can be imported. */
function getHome(file: string): string {
  const [, name = ""] = /^(?:docs\/adapters|packages)\/([\w-]+)(?:\.md|\/README\.md)$/.exec(file) ?? [];
  const isAdapter = ["claude", "openai", "vercel", "mcp"].includes(name);
  return isAdapter && existsSync(join(root, "packages", name)) ? `packages/${name}` : "docs";
}

const snippets = blocks
  .filter(({ language }) => language === "ts" || language === "js" || language === "tsx")
  .map((block): Snippet => {
    const name = `${block.file.replaceAll(/[^\w]+/g, "-")}-${block.line}.${block.language}`;
    return { ...block, path: join(getHome(block.file), ".snippets", name) };
  });

beforeAll(() => {
  const folders = new Set(snippets.map(({ path }) => dirname(path)));
  for (const folder of folders) {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const { path, given, code } of snippets) {
    writeFileSync(join(root, path), completeSnippet(given + code));
  }
  const config = {
    extends: "../../tsconfig.base.json",
    compilerOptions: {
      noEmit: true,
      allowJs: true,
      jsx: "react-jsx",
      lib: ["es2023", "webworker", "webworker.iterable", "esnext.disposable"],
      types: ["node"],
      // what users have with `strict` alone
      exactOptionalPropertyTypes: false,
      noUncheckedIndexedAccess: false,
    },
    files: snippets.map(({ path }) => `../../${path}`),
  };
  mkdirSync(join(root, "docs/.snippets"), { recursive: true });
  writeFileSync(join(root, "docs/.snippets/tsconfig.json"), JSON.stringify(config));
});

describe("code blocks", () => {
  it("are correct TypeScript, all of them", { timeout: 300_000 }, async () => {
    const tsc = join(root, "node_modules/.bin/tsc");
    const checked = run(tsc, ["-p", "docs/.snippets/tsconfig.json"], {
      cwd: root,
      timeout: 270_000,
      killSignal: "SIGKILL",
    });
    const errors = await checked.then(
      () => "",
      (error: { stdout?: string; message: string }) => error.stdout || error.message,
    );
    // a file's own mistakes are its own check's business
    expect(
      errors.split("\n").filter((line) => line.includes(".snippets") || /^(Command|error)/.test(line)),
    ).toEqual([]);
  });

  describe("run on the embedded sandbox", () => {
    const isRun = ({ file, marks }: Snippet) =>
      !marks.includes("no-run") && (getHome(file) === "docs" || marks.includes("run"));
    const programs = snippets.filter(isRun);
    const outcomes = new Map<string, string>();

    // one process for all: loading the sandbox takes longer than a block
    beforeAll(async () => {
      const { CODESPAR_BASE_URL: _url, ...env } = process.env;
      using temporary = temporaryFolder("docs");
      const paths = programs.map(({ path }) => join(root, path));
      const { stdout } = await run(
        process.execPath,
        ["--conditions=@codespar/source", join(import.meta.dirname, "run-snippets.ts"), ...paths],
        {
          cwd: root,
          timeout: 380_000,
          env: { ...env, TMPDIR: temporary.path, CODESPAR_API_KEY: "csk_test_docs" },
        },
      );
      for (const [path, outcome] of Object.entries<string>(JSON.parse(stdout))) outcomes.set(path, outcome);
    }, 400_000);

    it.each(programs)("$file:$line", ({ path }) => {
      expect(outcomes.get(join(root, path))).toBe("ok");
    });
  });

  it.each(blocks.filter(({ language }) => language === "json"))("$file:$line is JSON", ({ code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  });
});

it.each(allBlocks.filter(isCopied))("$file:$line shows a file as it is", (block) => {
  const file = readFileSync(join(root, shownFile(block) ?? ""), "utf8");
  expect(block.code, "`pnpm fix:docs` puts the file into the page").toBe(file);
});

describe("curl blocks get their responses from a sandbox server", () => {
  let server: Awaited<ReturnType<typeof startSandboxServer>>;
  beforeAll(async () => {
    server = await startSandboxServer({ port: 0 });
  });
  afterAll(() => server.close());

  const shell = blocks.filter(({ language }) => language === "sh" || language === "bash");
  const curls = shell.filter(({ code, marks }) => /^\s*curl /m.test(code) && !marks.includes("no-run"));
  it.each(curls)("$file:$line", async ({ code }) => {
    const script = `curl() { command curl --fail-with-body --silent --show-error "$@"; }\n${code}`;
    const { stdout } = await run(
      "bash",
      ["-euo", "pipefail", "-c", script.replaceAll("http://localhost:4010", server.url)],
      {
        timeout: 55_000,
        env: {
          ...process.env,
          CODESPAR_API_KEY: server.apiKey,
          CODESPAR_CONTROL_TOKEN: server.controlToken,
        },
      },
    );
    expect(stdout).not.toContain('"error":"');
  });
});

describe("links lead somewhere", () => {
  it.each(files)("%s", (file) => {
    const text = readFileSync(join(root, file), "utf8").replace(/^```[\s\S]*?^```/gm, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const local = targets.filter((target) => !/^(https?:|mailto:|#)/.test(target));
    const broken = local.filter(
      (target) => !existsSync(join(root, dirname(file), target.split("#")[0] ?? "")),
    );
    expect(broken).toEqual([]);
  });
});

it("the index has every decision", () => {
  const index = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
  const names = globSync("docs/decisions/*.md", { cwd: root }).map((path) => basename(path));
  expect(names.filter((name) => name !== "README.md" && !index.includes(`](${name})`))).toEqual([]);
});
