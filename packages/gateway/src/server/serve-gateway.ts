import type { PlanId } from "@codespar/contract";
import type { Environment } from "../config/environment.ts";
import type { GatewayConfig } from "../config/gateway-config.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import { jsonLog } from "../logging/json-log.ts";
import { openStorage } from "../storage/open-storage.ts";
import { createGatewayBackend, type Gateway, startGateway } from "./start-gateway.ts";

export interface ServeGatewayOptions {
  /** Stands above environment and file, as flags do. @default nothing */
  config?: GatewayConfig | undefined;
  /** Where `codespar.config.ts` or `.json` is looked for. @default the working directory */
  directory?: string | undefined;
  /** Variables, `DATABASE_URL` and `CODESPAR_MASTER_KEY` among them. @default the process's */
  environment?: Environment | undefined;
  /** Takes the lines of the log, JSON each. @default stderr */
  log?: ((line: string) => void) | undefined;
}

export interface NewOrganisation {
  /** Whether its calls reach the providers' test environments. @default false */
  test?: boolean | undefined;
  /** @default "enterprise", which has no limits */
  plan?: PlanId | undefined;
}

/** A gateway in this process. */
export interface ServedGateway extends Gateway {
  /** Makes an organisation; its key is never shown again. */
  createOrganisation(options?: NewOrganisation): Promise<{ id: string; apiKey: string }>;
}

/**
 * Starts a gateway in this process, as `codespar-gateway start` does in one of its own.
 * @example
 * const gateway = await serveGateway({ config: { port: 4000, publicUrl: "https://pay.example.com" } });
 * process.once("SIGTERM", () => gateway.close());
 */
export async function serveGateway(options: ServeGatewayOptions = {}): Promise<ServedGateway> {
  const { config: flags, directory = process.cwd(), environment = process.env } = options;
  const { log: write = (line: string) => void process.stderr.write(`${line}\n`) } = options;
  const config = await resolveConfig({ directory, environment, flags });
  const log = jsonLog({ level: config.logLevel, now: Date.now, write });
  const storage = await openStorage(config, (error) => log.error("database", error));
  let gateway: Gateway;
  try {
    gateway = await startGateway({ config, storage, log });
  } catch (error) {
    await storage.close();
    throw error;
  }
  const { organisations } = createGatewayBackend({ config, storage, log }, { providers: [] });
  return {
    ...gateway,
    async createOrganisation({ test = false, plan = "enterprise" } = {}) {
      const { organisation, apiKey } = await organisations.create({ plan, livemode: !test });
      return { id: organisation.id, apiKey };
    },
  };
}
