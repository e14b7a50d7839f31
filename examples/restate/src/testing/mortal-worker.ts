// The example's worker, which prints the points that it passes and dies by SIGKILL at the one it is told. Arguments: the
// sandbox's URL, its key, the port, the point.
import { CodeSpar, type Transport } from "@codespar/sdk";
import { undiciTransport } from "@codespar/sdk/node";
import { serveWorker } from "../serve-worker.ts";

const [baseUrl = "", apiKey = "", port = "0", fatal = ""] = process.argv.slice(2);

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

const actual = await serveWorker(Number(port), {
  codespar: new CodeSpar({ apiKey, transport, maxRetries: 0 }),
  retry: { maxRetryAttempts: 2, initialRetryInterval: 10 },
  print: pass,
});
process.stdout.write(`listening ${actual}\n`);
