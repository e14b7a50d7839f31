import type { Scope } from "@codespar/contract";

/** How long a sign-in link works. */
export const linkLifetimeMs = 60_000;
/** A session that nobody uses ends after this. */
export const sessionIdleMs = 3_600_000;
/** And at the latest after this. */
export const sessionLifetimeMs = 12 * 3_600_000;

/** Most links and sessions that are kept; the oldest give way. */
const most = 1000;

/** Who signs in. */
export interface DashboardGrant {
  /** What the key may do that opens the session, which itself may do less. */
  scopes: readonly Scope[];
  /** Whether what it looks at is real money. @default true where there is no test control */
  livemode?: boolean | undefined;
  /** Looked at with each request: false ends the session, as when the key that opened it was revoked. */
  isGood(): Promise<boolean>;
}

/** Somebody who looks at the dashboard. None of its secrets is the API key that opened it. */
export interface DashboardSession {
  /** The value of the cookie, which no script can read. */
  id: string;
  /** What the page sends in a header beside the cookie. */
  csrf: string;
  /** The key under which the API knows the session; it never leaves the process. */
  bearer: string;
  grant: DashboardGrant;
  createdAt: number;
  lastUsedAt: number;
}

export interface DashboardSessionsOptions {
  /** Real time in milliseconds: a simulated clock that jumps must not end a session. */
  now(): number;
  /** 256 bits that cannot be foreseen, as URL-safe text. */
  randomToken(): string;
  /** What the API's keys begin with here. */
  keyPrefix: "csk_test_" | "csk_live_";
}

/** Sign-in links and sessions of the dashboard, in the memory of one process. */
export interface DashboardSessions {
  /** A token that opens one session within a minute. */
  createLink(grant: DashboardGrant): { token: string; expiresAt: number };
  /** Uses a link up. Undefined when it was used, or its time is over. */
  exchange(token: string): DashboardSession | undefined;
  open(grant: DashboardGrant): DashboardSession;
  find(id: string): Promise<DashboardSession | undefined>;
  /** The session behind a key that was attached to a request. */
  findByBearer(bearer: string): DashboardSession | undefined;
  end(id: string): void;
  /** When a session ends if nothing more happens in it. */
  expiresAt(session: DashboardSession): number;
}

export function dashboardSessions({
  now,
  randomToken,
  keyPrefix,
}: DashboardSessionsOptions): DashboardSessions {
  const links = new Map<string, { grant: DashboardGrant; expiresAt: number }>();
  const sessions = new Map<string, DashboardSession>();
  const byBearer = new Map<string, DashboardSession>();

  function expiresAt({ createdAt, lastUsedAt }: DashboardSession): number {
    return Math.min(lastUsedAt + sessionIdleMs, createdAt + sessionLifetimeMs);
  }

  function end(id: string): void {
    const session = sessions.get(id);
    if (session === undefined) return;
    sessions.delete(id);
    byBearer.delete(session.bearer);
  }

  function open(grant: DashboardGrant): DashboardSession {
    const at = now();
    const session: DashboardSession = {
      id: randomToken(),
      csrf: randomToken(),
      bearer: `${keyPrefix}${randomToken()}`,
      grant,
      createdAt: at,
      lastUsedAt: at,
    };
    sessions.set(session.id, session);
    byBearer.set(session.bearer, session);
    const [oldest] = sessions.keys();
    if (sessions.size > most && oldest !== undefined) end(oldest);
    return session;
  }

  return {
    createLink(grant) {
      const token = randomToken();
      const link = { grant, expiresAt: now() + linkLifetimeMs };
      links.set(token, link);
      const [oldest] = links.keys();
      if (links.size > most && oldest !== undefined) links.delete(oldest);
      return { token, expiresAt: link.expiresAt };
    },
    exchange(token) {
      const link = links.get(token);
      links.delete(token);
      return link === undefined || link.expiresAt <= now() ? undefined : open(link.grant);
    },
    open,
    async find(id) {
      const session = sessions.get(id);
      if (session === undefined) return undefined;
      if (expiresAt(session) <= now() || !(await session.grant.isGood())) {
        end(id);
        return undefined;
      }
      session.lastUsedAt = now();
      return session;
    },
    findByBearer: (bearer) => byBearer.get(bearer),
    end,
    expiresAt,
  };
}
