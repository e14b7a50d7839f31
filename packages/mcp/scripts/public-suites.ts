// The bin under the Inspector's command line and the protocol's public conformance suite, in both eras, and the bundle as
// its own tool packs it. Both suites are fetched by npx: together they are ten times the size of what a checkout installs.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const inspector = ["-y", "-p", "@modelcontextprotocol/inspector@2.12.0", "mcp-inspector", "--cli"];
const conformance = ["-y", "@modelcontextprotocol/conformance@0.2.0-alpha.12", "server"];
const getPath = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const home = getPath("..");
const server = [process.execPath, "--conditions=@codespar/source", getPath("../src/bin.ts")];
const pay = ["--method", "tools/call", "--tool-name", "codespar_pay", "--tool-arg"];
const pix = ["method=pix", "--tool-arg", "amount=5000", "--tool-arg", "currency=BRL"];
/** The Inspector's exit code for a result that is an error. */
const isErrorCode = 5;

const failures: string[] = [];

async function expectExit(name: string, args: string[], expected = 0, command = "npx"): Promise<void> {
  const child = spawn(command, args, { cwd: home, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, "close");
  print(`${code === expected ? "ok  " : "FAIL"} ${name}`);
  if (code === expected) return;
  failures.push(name);
  print(output.slice(-4000));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function startHttp(program: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const [command = "", ...args] = program;
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  for await (const chunk of child.stderr.setEncoding("utf8")) {
    const url = /MCP on (\S+)/.exec(String(chunk))?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error("The server did not start.");
}

/** What is packed is what runs: the bundle is unpacked elsewhere, where no node_modules can help it. */
async function checkBundle(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "codespar-mcpb-"));
  const file = join(folder, "codespar.mcpb");
  try {
    await expectExit("Bundle: built", ["--config", "tsup.mcpb.config.ts"], 0, "tsup");
    await expectExit("Bundle: mcpb validate", ["validate", "mcpb/manifest.json"], 0, "mcpb");
    await expectExit("Bundle: mcpb pack", ["pack", "mcpb", file], 0, "mcpb");
    await expectExit("Bundle: mcpb unpack", ["unpack", file, join(folder, "unpacked")], 0, "mcpb");
    const unpacked = [process.execPath, join(folder, "unpacked/server/bin.js")];
    await expectExit("Bundle: tools/list", [...inspector, ...unpacked, "--method", "tools/list", "--strict"]);
    await expectExit("Bundle: tools/call", [...inspector, ...unpacked, ...pay, ...pix]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the revision requires, asked of a server whose provider has the tools that the suite calls by name. */
async function checkRequirements(revision: string): Promise<void> {
  const fixtures = await startHttp([
    process.execPath,
    "--conditions=@codespar/source",
    getPath("../src/testing/serve-fixtures.ts"),
  ]);
  try {
    const baseline = getPath(`../conformance/requirements-${revision}.yml`);
    const args = ["--url", fixtures.url, "--requirements", revision, "--expected-failures", baseline];
    await expectExit(`Conformance, what ${revision} requires`, [...conformance, ...args]);
  } finally {
    fixtures.child.kill();
  }
}

const { url, child } = await startHttp([...server, "--http", "--port", "0"]);
try {
  await expectExit("Inspector, stdio: tools/list", [
    ...inspector,
    ...server,
    "--method",
    "tools/list",
    "--strict",
  ]);
  await expectExit("Inspector, HTTP: tools/list", [...inspector, url, "--method", "tools/list", "--strict"]);
  await expectExit("Inspector, stdio: tools/call", [...inspector, ...server, ...pay, ...pix]);
  await expectExit("Inspector, HTTP: an error", [...inspector, url, ...pay, "amount=50.5"], isErrorCode);
  for (const revision of ["2025-11-25", "2026-07-28"]) {
    const baseline = getPath(`../conformance/${revision}.yml`);
    const args = ["--url", url, "--spec-version", revision, "--expected-failures", baseline];
    await expectExit(`Conformance, ${revision}`, [...conformance, ...args]);
  }
  await checkRequirements("2026-07-28");
  await checkBundle();
} finally {
  child.kill();
}
if (failures.length > 0) process.exitCode = 1;
