import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { onTestFinished } from "vitest";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import { jsonLog } from "../logging/json-log.ts";
import { createGatewayBackend, type Gateway, startGateway } from "../server/start-gateway.ts";
import { openStorage } from "../storage/open-storage.ts";

export interface TestGateway {
  gateway: Gateway;
  url: string;
  /** Key of a test organisation: its calls reach the providers' test addresses. */
  testKey: string;
  /** Key of the live organisation that every gateway begins with. */
  liveKey: string;
  logged: string[];
}

/** A gateway in this process, in a directory of its own, gone after the test. */
export async function startTestGateway(config: GatewayConfig = {}): Promise<TestGateway> {
  const directory = temporaryDirectory();
  const resolved = await resolveConfig({
    directory: directory.path,
    environment: {},
    flags: { port: 0, data: `${directory.path}/data`, ...config },
  });
  const storage = await openStorage(resolved);
  const logged: string[] = [];
  const log = jsonLog({ level: "debug", now: Date.now, write: (line) => logged.push(line) });
  const gateway = await startGateway({ config: resolved, storage, log });
  onTestFinished(async () => {
    await gateway.close();
    directory[Symbol.dispose]();
  });
  const { organisations } = createGatewayBackend({ config: resolved, storage, log });
  const { apiKey: testKey } = await organisations.create({ plan: "enterprise", livemode: false });
  return {
    gateway,
    url: gateway.url,
    testKey,
    liveKey: gateway.firstOrganisation.apiKey ?? "",
    logged,
  };
}
