import { globSync, readFileSync } from "node:fs";
import { findFixtureFaults } from "./fixtures/find-fixture-faults.ts";

const paths = globSync("packages/providers/src/*/fixtures/*.json").sort();
const faults = paths.flatMap((path) =>
  findFixtureFaults(JSON.parse(readFileSync(path, "utf8"))).map((fault) => `${path}: ${fault}.`),
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`Fixtures: ${paths.length}, each with its source, none with a real person's data.`);
