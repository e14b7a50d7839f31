import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSandboxServer } from "@codespar/sandbox/server";

/** Starts a sandbox server and runs the order in curl against it, twice under the same keys. Returns both outputs. */
export async function runOrder(): Promise<[first: string, second: string]> {
  const server = await startSandboxServer({ port: 0 });
  try {
    const script = fileURLToPath(new URL("order.sh", import.meta.url));
    const env = { ...process.env, BASE_URL: server.url, CODESPAR_API_KEY: server.apiKey, ORDER: "order-1" };
    const run = async () => (await promisify(execFile)("bash", [script], { env })).stdout;
    return [await run(), await run()];
  } finally {
    await server.close();
  }
}
