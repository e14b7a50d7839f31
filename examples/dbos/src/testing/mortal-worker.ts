// The example's worker with one order, which prints the points that it passes and dies by SIGKILL at the one it is told, and
// last what came of the order. Arguments: the database's URL, the sandbox's, its key, the order as JSON, the point.
import { CodeSpar, type Transport } from "@codespar/sdk";
import { undiciTransport } from "@codespar/sdk/node";
import { DBOS } from "@dbos-inc/dbos-sdk";
import { launchWorker } from "../launch-worker.ts";

const [databaseUrl = "", baseUrl = "", apiKey = "", order = "", fatal = ""] = process.argv.slice(2);

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

const fulfil = await launchWorker(databaseUrl, {
  codespar: new CodeSpar({ apiKey, transport, maxRetries: 0 }),
  retry: { maxAttempts: 2, intervalSeconds: 0.01 },
  print: pass,
});
process.stdout.write(`${JSON.stringify(await fulfil(JSON.parse(order)))}\n`);
await DBOS.shutdown();
await http.close?.();
