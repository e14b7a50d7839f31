import { CodeSpar } from "@codespar/sdk";
import { serveWorker } from "./serve-worker.ts";

const port = await serveWorker(9080, {
  codespar: new CodeSpar(),
  retry: { maxRetryAttempts: 10, initialRetryInterval: 1000 },
  print: (line) => console.log(line),
});
console.log(`Worker on http://127.0.0.1:${port}. Register it with Restate, then send orders; see README.md.`);
