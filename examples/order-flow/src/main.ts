import { parseArgs, styleText } from "node:util";
import { openWorld } from "./open-world.ts";
import { runOrderFlow } from "./run-order-flow.ts";
import { showInspector } from "./show-inspector.ts";

const { values } = parseArgs({
  options: {
    http: { type: "boolean", default: false },
    fast: { type: "boolean", default: false },
    // who sits at a terminal looks at what was made; a program that runs this goes on
    stay: { type: "boolean", default: process.stdin.isTTY === true && process.stdout.isTTY === true },
  },
  allowNegative: true,
});

const world = await openWorld({
  // what stays to be looked at has to be reached by a browser
  http: values.http || values.stay,
  plan: "hobby",
  latency: values.fast ? "none" : "realistic",
});
try {
  console.log(
    `\n  ${styleText("bold", "CodeSpar: an order in six calls")}  ${styleText("dim", world.where)}\n`,
  );
  const { usage } = await runOrderFlow(world, (line) => console.log(line));
  const used = `${usage.used} of ${usage.quota?.toLocaleString("en-US") ?? "as many as agreed"}`;
  console.log(
    `  ${styleText("green", "✔")}  ${styleText("bold", `${used} tool calls used`)} this month on plan hobby\n`,
  );
  if (values.stay) await showInspector(world);
  else console.log(`  ${styleText("dim", "look at it in a browser: pnpm demo --stay")}\n`);
} finally {
  await world.close();
}
