import { Session } from "node:inspector/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";

/**
 * The journey of a warm `session.execute` of a Pix through our files: those in which a function runs, by V8's own count.
 * What runs at the module's top level has run before and is not counted.
 */
interface FunctionCoverage {
  functionName: string;
  ranges: { count: number }[];
}

const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
const codespar = new CodeSpar({ apiKey: "csk_test_journey", transport: sandbox.transport });
const session = await codespar.sessions.create({ servers: ["asaas"] });
const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } } as const;
await session.execute(pix);

const inspector = new Session();
inspector.connect();
await inspector.post("Profiler.enable");
await inspector.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
await session.execute(pix);
const { result } = await inspector.post("Profiler.takePreciseCoverage");
inspector.disconnect();
await sandbox.close();

const root = process.cwd();
const files = result
  .filter(({ url }) => url.startsWith("file:") && url.includes("/packages/"))
  .filter(({ functions }) =>
    functions.some(
      ({ functionName, ranges }: FunctionCoverage) => functionName !== "" && (ranges[0]?.count ?? 0) > 0,
    ),
  )
  .map(({ url }) => relative(root, fileURLToPath(url)).replaceAll("\\", "/"))
  .sort();
const folders = new Set(files.map((file) => file.split("/").slice(0, -1).join("/")));
if (process.argv.includes("--list")) for (const file of files) console.log(file);
console.log(`A Pix by session.execute: functions of ${files.length} files in ${folders.size} folders run.`);
