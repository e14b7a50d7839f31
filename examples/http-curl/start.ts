import assert from "node:assert/strict";
import { runOrder } from "./run-order.ts";

const [first, second] = await runOrder();
console.log(first);
assert.match(first, /usage +6 of 20000/);
// the same keys: the same order, and nothing more is charged
assert.equal(second, first);
