import { appendFileSync, writeFileSync } from "node:fs";
import type { CDPSession } from "playwright-core";
import type { Report } from "../figure.ts";
import { median } from "../median.ts";
import { openPage } from "./open-page.ts";

export interface SoakOptions {
  minutes: number;
  /** Where each sample is written down, a line each. */
  log?: string | undefined;
}

interface Sample {
  heap: number;
  nodes: number;
  listeners: number;
}

const perSecond = 100;
const everyMs = 30_000;

/** The list of calls open for minutes while 100 calls a second come in: what the page holds must not grow. */
export async function soak({ figure, progress }: Report, { minutes, log }: SoakOptions): Promise<void> {
  await using opened = await openPage("/calls", { calls: 1000, perSecond });
  const { page, devtools, api } = opened;
  await devtools.send("Performance.enable");
  const samples: Sample[] = [];
  if (log !== undefined) writeFileSync(log, "minutes\tcalls\theap MB\tDOM nodes\tlisteners\n");
  const begun = performance.now();
  while (performance.now() - begun < minutes * 60_000) {
    await page.waitForTimeout(everyMs);
    const sample = await takeSample(devtools);
    samples.push(sample);
    const passed = ((performance.now() - begun) / 60_000).toFixed(1);
    const line = [passed, api.calls(), sample.heap.toFixed(2), sample.nodes, sample.listeners].join("\t");
    progress(line);
    if (log !== undefined) appendFileSync(log, `${line}\n`);
  }
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const of = (part: readonly Sample[], what: keyof Sample) => median(part.map((sample) => sample[what]));
  // the first quarter fills what may be filled
  const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  for (const [what, name] of [
    ["heap", "heap"],
    ["nodes", "DOM nodes"],
    ["listeners", "event listeners"],
  ] as const) {
    const [from, to] = [of(early, what), of(late, what)];
    figure({
      name: `${name} of the last quarter of ${minutes} minutes, against the second quarter`,
      value: to / from,
      unit: "times",
      target: { atMost: 1.1 },
      baseline: `${from.toFixed(1)}, then ${to.toFixed(1)}; ${api.calls().toLocaleString("en-US")} calls at the end`,
    });
  }
  const shown = await page.locator(".list-body time").first().getAttribute("datetime");
  if (shown === null) throw new Error("The list shows no call.");
}

async function takeSample(devtools: CDPSession): Promise<Sample> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heap: read("JSHeapUsedSize") / 1e6,
    nodes: read("Nodes"),
    listeners: read("JSEventListeners"),
  };
}
