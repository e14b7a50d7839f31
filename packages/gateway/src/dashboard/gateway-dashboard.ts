import { type ApiKey, type Clock, dashboardKey, hashKey, type Store } from "@codespar/backend";
import { scopes as allScopes } from "@codespar/contract";
import {
  createDashboard,
  type Dashboard,
  type DashboardGrant,
  dashboardSessions,
} from "@codespar/node-runtime";
import { findAssets } from "./find-assets.ts";

/** Real money: by itself a session only looks, and for all else the page asks for an API key, each time. */
const sessionScopes = allScopes.filter((scope) => scope.endsWith(":read"));

export interface GatewayDashboardOptions {
  store: Pick<Store, "findApiKey">;
  clock: Clock;
  publicUrl(): string;
}

export interface GatewayDashboard extends Dashboard {
  /** The key for which a session stands, for the backend; undefined for one that no session has. */
  admitSessionKey(key: string): Promise<ApiKey | undefined>;
  /** An address that signs in to an organisation, once and within a minute. */
  signInLink(organisation: string): string;
}

/** The dashboard of a gateway. Its sessions are in the memory of this process. */
export function gatewayDashboard({ store, clock, publicUrl }: GatewayDashboardOptions): GatewayDashboard {
  const sessions = dashboardSessions({ now: clock.now, randomToken, keyPrefix: "csk_live_" });
  /** Whose session a grant opens; two sessions of one organisation have two grants. */
  const organisations = new WeakMap<DashboardGrant, string>();

  function grantFor(organisation: string, grant: DashboardGrant): DashboardGrant {
    organisations.set(grant, organisation);
    return grant;
  }

  async function findKey(text: string): Promise<ApiKey | undefined> {
    const hash = hashKey(text);
    const key = await store.findApiKey(hash);
    if (key === undefined || key.revokedAt !== null) return undefined;
    const now = clock.now();
    if (key.expiresAt !== null && key.expiresAt <= now) return undefined;
    return key.hash === hash || (key.previousExpiresAt ?? 0) > now ? key : undefined;
  }

  const dashboard = createDashboard({
    sessions,
    publicUrl,
    isSandbox: false,
    scopes: sessionScopes,
    // keys are listed by their last four characters
    readScopes: ["keys:write"],
    assets: findAssets,
    async identify(text) {
      const key = await findKey(text);
      // a service key is of no organisation, and has none to show
      if (key === undefined || key.organisation === null) return undefined;
      return grantFor(key.organisation, {
        scopes: allScopes.filter((scope) => key.scopes?.includes(scope) ?? true),
        livemode: text.startsWith("csk_live_"),
        isGood: async () => (await findKey(text)) !== undefined,
      });
    },
  });

  return {
    ...dashboard,
    async admitSessionKey(text) {
      const session = sessions.findByBearer(text);
      const organisation = session === undefined ? undefined : organisations.get(session.grant);
      if (session === undefined || organisation === undefined) return undefined;
      const scopes = dashboard.listScopes(session);
      return dashboardKey(text, { organisation, scopes, prefix: "csk_live_" }, clock.now());
    },
    signInLink: (organisation) =>
      dashboard.createLink(grantFor(organisation, { scopes: allScopes, isGood: async () => true })).url,
  };
}

function randomToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
}
