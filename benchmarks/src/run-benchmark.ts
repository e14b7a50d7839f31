import { benchmarks } from "./benchmarks.ts";
import type { Figure } from "./figure.ts";

export type Message = { figure: Figure } | { progress: string };

/** The process of one benchmark: reports to its parent what it finds. */
const [name = "", length] = process.argv.slice(2);
const send = (message: Message) => process.send?.(message);
const load = benchmarks[name];
if (load === undefined) throw new Error(`There is no benchmark ${JSON.stringify(name)}.`);
const run = await load();
await run(
  { figure: (figure) => send({ figure }), progress: (progress) => send({ progress }) },
  { long: length === "long" },
);
process.disconnect();
