import { temporaryDirectory } from "@codespar/node-runtime/testing";
import { onTestFinished } from "vitest";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { type ServedGateway, serveGateway } from "../server/serve-gateway.ts";

export interface TestGateway {
  gateway: ServedGateway;
  url: string;
  /** Key of a test organisation: its calls reach the providers' test addresses. */
  testKey: string;
  /** Key of another test organisation. */
  makeOrganisation(): Promise<string>;
  /** Key of the live organisation that every gateway begins with. */
  liveKey: string;
  logged: string[];
}

/** A gateway in this process, in a directory of its own, gone after the test. */
export async function startTestGateway(config: GatewayConfig = {}): Promise<TestGateway> {
  const directory = temporaryDirectory();
  const logged: string[] = [];
  const gateway = await serveGateway({
    directory: directory.path,
    environment: {},
    config: { port: 0, data: `${directory.path}/data`, logLevel: "debug", ...config },
    log: (line) => logged.push(line),
  });
  onTestFinished(async () => {
    await gateway.close();
    directory[Symbol.dispose]();
  });
  const makeOrganisation = async () => (await gateway.createOrganisation({ test: true })).apiKey;
  return {
    gateway,
    url: gateway.url,
    testKey: await makeOrganisation(),
    makeOrganisation,
    liveKey: gateway.firstOrganisation.apiKey ?? "",
    logged,
  };
}
