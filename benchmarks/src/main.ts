import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks.ts";
import { formatFigure, isMet } from "./figure.ts";
import type { Message } from "./run-benchmark.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    long: { type: "boolean", default: false },
  },
});
const names = Object.keys(benchmarks);
const unknown = values.only.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are ${names.join(", ")}.`);
  process.exit(2);
}

const runner = new URL("./run-benchmark.ts", import.meta.url);
const verdicts: (boolean | undefined)[] = [];
const begun = performance.now();
const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${memory}`);
console.log(`Node ${process.version}, ${process.platform}`);

for (const name of values.only.length > 0 ? values.only : names) {
  console.log(`\n${name}`);
  await runBenchmark(name);
}

const met = verdicts.filter((verdict) => verdict === true).length;
const missed = verdicts.filter((verdict) => verdict === false).length;
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
console.log(`\n${met} targets met, ${missed} not met, in ${seconds} s.`);

async function runBenchmark(name: string): Promise<void> {
  const benchmark = fork(runner, [name, values.long ? "long" : "short"], {
    execArgv: ["--conditions=@codespar/source", "--expose-gc", "--max-old-space-size=8192"],
  });
  benchmark.on("message", (message: Message) => {
    if ("progress" in message) return showProgress(message.progress);
    showProgress("");
    console.log(formatFigure(message.figure));
    verdicts.push(isMet(message.figure));
  });
  const [code] = await once(benchmark, "exit");
  showProgress("");
  if (code === 0) return;
  console.log(`  FAILED   ${name} ended with ${code}`);
  process.exitCode = 1;
}

/** On the terminal's current line alone, so that a log file holds only figures. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text === "" ? "" : `  … ${text}`}`);
}
