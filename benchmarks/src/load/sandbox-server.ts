import { startSandboxServer } from "@codespar/sandbox/server";
import { benchmarkControlToken, benchmarkKey } from "../pay-call.ts";
import { reportToParent } from "./report-to-parent.ts";

/** The sandbox server as its command starts it, on the plan without limits. The argument is `--data`'s directory. */
const [data] = process.argv.slice(2);
const server = await startSandboxServer({
  port: 0,
  plan: "enterprise",
  apiKey: benchmarkKey,
  controlToken: benchmarkControlToken,
  data,
  maxCalls: 2_000_000,
  // a call that waits for its provider holds its event stream open
  providerTimeoutMs: 3_600_000,
});
reportToParent();
process.send?.({ origin: server.url });
