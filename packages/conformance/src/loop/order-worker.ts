// Runs the order's loop over HTTP with its journal in a file, and dies by SIGKILL at the point it is told. Arguments: URL, API
// key, journal, point. Prints the points it passes.
import { readFileSync, writeFileSync } from "node:fs";
import type { Transport } from "@codespar/contract";
import { CodeSpar, type LoopJournal } from "@codespar/sdk";
import { fileJournal, undiciTransport } from "@codespar/sdk/node";
import { orderServers, orderSteps } from "./order-steps.ts";

const [baseUrl = "", apiKey = "", path = "", fatal = ""] = process.argv.slice(2);

function pass(point: string): void {
  process.stdout.write(`${point}\n`);
  if (point === fatal) process.kill(process.pid, "SIGKILL");
}

const http = undiciTransport({ baseUrl });
let calls = 0;
const transport: Transport = {
  ...http,
  async request(request) {
    if (!request.path.endsWith("/execute")) return http.request(request);
    const call = `call ${++calls}`;
    const result = http.request(request);
    pass(`${call}: while it is sent`);
    const response = await result;
    pass(`${call}: after its response began`);
    return response;
  },
};

const file = fileJournal(path);
const journal: LoopJournal = {
  ...file,
  async append(loopId, entry) {
    const name = "step" in entry ? `${entry.step} ${entry.type}` : entry.type;
    await file.append(loopId, entry);
    if (fatal === `${name}: half written`) writeFileSync(path, readFileSync(path).subarray(0, -7));
    pass(`${name}: half written`);
    pass(`${name}: after it is written`);
  },
};

const codespar = new CodeSpar({ apiKey, transport });
const session = await codespar.sessions.create({ servers: orderServers });
const { status, steps } = await session.loop({ id: "order-1", steps: orderSteps, journal });
for (const { id, error } of steps) if (error !== undefined) process.stderr.write(`${id}: ${String(error)}\n`);
process.stdout.write(`${status}\n`);
await transport.close?.();
