import { parseArgs } from "node:util";
import { firstScreen } from "./dashboard/first-screen.ts";
import { lighthouse } from "./dashboard/lighthouse.ts";
import { listCalls } from "./dashboard/list-calls.ts";
import { soak } from "./dashboard/soak.ts";
import { formatFigure, isMet, type Report } from "./figure.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    minutes: { type: "string", default: "10" },
    log: { type: "string" },
  },
});

const benchmarks = {
  "first-screen": firstScreen,
  list: listCalls,
  lighthouse,
  soak: (report: Report) => soak(report, { minutes: Number(values.minutes), log: values.log }),
};

const report: Report = {
  figure(figure) {
    report.progress("");
    console.log(formatFigure(figure));
    if (isMet(figure) === false) process.exitCode = 1;
  },
  progress(text) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text === "" ? "" : `  … ${text}`}`);
  },
};

for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  console.log(`\n${name}`);
  await benchmark(report);
}
