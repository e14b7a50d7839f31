import { scopes as allScopes, type Scope } from "@codespar/contract";
import {
  createDashboard,
  type Dashboard,
  type DashboardGrant,
  dashboardSessions,
} from "@codespar/node-runtime";
import type { KeyIdentity, Sandbox } from "@codespar/sandbox-core";
import { findAssets } from "./find-assets.ts";

/** What the page asks an API key for each time: keys, approvals, and what costs money. */
const askedEachTime: ReadonlySet<Scope> = new Set<Scope>(["keys:write", "approvals:write", "billing:write"]);
const sessionScopes = allScopes.filter((scope) => !askedEachTime.has(scope));

export interface SandboxDashboardOptions {
  /** The server's own key: a person signed in by a link acts for its organisation. */
  apiKey: string;
  publicUrl(): string;
  sandbox(): Sandbox;
  onProgress(line: string): void;
}

/** The dashboard of a sandbox server, where it is called the inspector. */
export interface SandboxDashboard extends Dashboard {
  /** Whom a session's key stands for, for the backend. */
  sessionKeys(key: string): Promise<KeyIdentity | undefined>;
  /** An address that signs in once, within a minute. */
  signInLink(): string;
}

export function sandboxDashboard(options: SandboxDashboardOptions): SandboxDashboard {
  const { apiKey, publicUrl, sandbox, onProgress } = options;
  const sessions = dashboardSessions({ now: Date.now, randomToken, keyPrefix: "csk_test_" });
  let organisation: string | undefined;
  let assets: Promise<string> | undefined;

  /** The one organisation of the server; it outlives the key that made it, and a reset makes another. */
  async function findOrganisation(): Promise<string | undefined> {
    organisation = (await sandbox().identifyKey(apiKey))?.organisation ?? organisation;
    return organisation;
  }

  const dashboard = createDashboard({
    sessions,
    publicUrl,
    isSandbox: true,
    scopes: sessionScopes,
    // keys are listed by their last four characters
    readScopes: ["keys:write"],
    assets() {
      // what failed once is tried again
      assets ??= findAssets(onProgress).catch((error: unknown) => {
        assets = undefined;
        throw error;
      });
      return assets;
    },
    async identify(key): Promise<DashboardGrant | undefined> {
      const identity = await sandbox().identifyKey(key);
      if (identity === undefined) return undefined;
      const scopes = allScopes.filter((scope) => identity.scopes?.includes(scope) ?? true);
      return { scopes, isGood: async () => (await sandbox().identifyKey(key)) !== undefined };
    },
  });

  return {
    ...dashboard,
    async sessionKeys(key) {
      const session = sessions.findByBearer(key);
      const id = session === undefined ? undefined : await findOrganisation();
      return session === undefined || id === undefined
        ? undefined
        : { organisation: id, scopes: dashboard.listScopes(session) };
    },
    signInLink: () => dashboard.createLink({ scopes: allScopes, isGood: async () => true }).url,
  };
}

/** 256 bits as URL-safe text. */
function randomToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
}
