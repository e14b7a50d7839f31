import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { expect, it, onTestFinished } from "vitest";
import { ask, runGateway, startGatewayProcess } from "../testing/gateway-process.ts";

/** Listens until it is told to stop; `until` waits for a text in what it prints. */
function startListening(environment: Record<string, string>) {
  const bin = fileURLToPath(new URL("../bin.ts", import.meta.url));
  const node = ["--conditions=@codespar/source", "--disable-warning=ExperimentalWarning"];
  const child = spawn(process.execPath, [...node, bin, "listen"], {
    env: { PATH: process.env.PATH ?? "", ...environment },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  return {
    child,
    async until(what: RegExp) {
      while (!what.test(text)) await once(child.stdout, "data");
      return text;
    },
  };
}

it("prints events as they happen, and ends with 0 when it is told to stop", async () => {
  using directory = temporaryDirectory();
  const gateway = await startGatewayProcess([], { directory: directory.path });
  const key = readFileSync(`${directory.path}/codespar-data/live-key`, "utf8").trim();
  const listening = startListening({ CODESPAR_API_KEY: key, CODESPAR_BASE_URL: gateway.url });
  // the stream begins with what happens after it was opened: calls are made until one is seen
  const { body } = await ask(gateway.url, key, "POST", "/v1/sessions", { servers: ["asaas"] });
  const call = () =>
    ask(gateway.url, key, "POST", `/v1/sessions/${body.id}/execute`, {
      name: "codespar_discover",
      arguments: { query: "pix" },
    });
  const seen = listening.until(/\n/);
  let isSeen = false;
  void seen.then(() => {
    isSeen = true;
  });
  while (!isSeen) await call();
  expect(await seen).toMatch(/^\d{4}-\S+Z? {2}live {2}tool_call\.completed/);
  listening.child.kill("SIGTERM");
  expect(await once(listening.child, "exit")).toEqual([0, null]);
  await gateway.end("SIGTERM");
});

it.each([
  [{}, "listen needs CODESPAR_BASE_URL and CODESPAR_API_KEY"],
  [{ CODESPAR_BASE_URL: "nowhere", CODESPAR_API_KEY: "csk_live_x" }, "CODESPAR_BASE_URL is no address."],
])("says what it lacks with %j", async (environment, says) => {
  using directory = temporaryDirectory();
  const result = await runGateway(["listen"], { directory: directory.path, environment });
  expect([result.code, result.stdout]).toEqual([2, ""]);
  expect(result.stderr).toContain(says);
});
