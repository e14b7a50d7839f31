// The bin under the Inspector's command line and the protocol's public conformance suite, in both eras.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const inspector = ["-y", "-p", "@modelcontextprotocol/inspector@2.12.0", "mcp-inspector", "--cli"];
const conformance = ["-y", "@modelcontextprotocol/conformance@0.2.0-alpha.12", "server"];
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const server = [process.execPath, "--conditions=@codespar/source", pathOf("../src/bin.ts")];
const pay = ["--method", "tools/call", "--tool-name", "codespar_pay", "--tool-arg"];
/** The Inspector's exit code for a result that is an error. */
const isErrorCode = 5;

const failures: string[] = [];

async function expectExit(name: string, args: string[], expected = 0): Promise<void> {
  const child = spawn("npx", args, { stdio: ["ignore", "pipe", "pipe"] });
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

async function startHttp(): Promise<{ url: string; child: ChildProcess }> {
  const [command = "", ...args] = server;
  const child = spawn(command, [...args, "--http", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  for await (const chunk of child.stderr.setEncoding("utf8")) {
    const url = /MCP on (\S+)/.exec(String(chunk))?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error("The server did not start.");
}

const { url, child } = await startHttp();
try {
  await expectExit("Inspector, stdio: tools/list", [
    ...inspector,
    ...server,
    "--method",
    "tools/list",
    "--strict",
  ]);
  await expectExit("Inspector, HTTP: tools/list", [...inspector, url, "--method", "tools/list", "--strict"]);
  const pix = ["method=pix", "--tool-arg", "amount=5000", "--tool-arg", "currency=BRL"];
  await expectExit("Inspector, stdio: tools/call", [...inspector, ...server, ...pay, ...pix]);
  await expectExit("Inspector, HTTP: an error", [...inspector, url, ...pay, "amount=50.5"], isErrorCode);
  for (const revision of ["2025-11-25", "2026-07-28"]) {
    const baseline = pathOf(`../conformance/${revision}.yml`);
    const args = ["--url", url, "--spec-version", revision, "--expected-failures", baseline];
    await expectExit(`Conformance, ${revision}`, [...conformance, ...args]);
  }
} finally {
  child.kill();
}
if (failures.length > 0) process.exitCode = 1;
