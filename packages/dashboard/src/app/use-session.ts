import { useCallback, useEffect, useState } from "react";
import { type DashboardSession, readSession, signInWithLink } from "../api/session.ts";

export interface SessionState {
  /** `unknown` until the server was asked. */
  session: DashboardSession | "unknown" | undefined;
  /** Why a link did not sign in. */
  problem: string | undefined;
  signedIn(session: DashboardSession): void;
  signedOut(): void;
}

/** Takes the link out of the address, or goes on with the session that the browser has. */
export function useSession(): SessionState {
  const [session, setSession] = useState<SessionState["session"]>("unknown");
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    void begin(takeLink());
    async function begin(link: string | undefined): Promise<void> {
      try {
        setSession(link === undefined ? await readSession() : await signInWithLink(link));
      } catch (error) {
        // a link that was used may have been used by this very browser
        const known = await readSession().catch(() => undefined);
        if (known === undefined) setProblem(error instanceof Error ? error.message : String(error));
        setSession(known);
      }
    }
  }, []);

  return {
    session,
    problem,
    signedIn: useCallback((next: DashboardSession) => setSession(next), []),
    signedOut: useCallback(() => setSession(undefined), []),
  };
}

let taken: string | undefined;

/** The token of the fragment, which is gone from the address at once, so that no copied address carries it. */
function takeLink(): string | undefined {
  const [, token] = /^#signin=([\w-]+)$/.exec(location.hash) ?? [];
  if (token === undefined || token === taken) return undefined;
  taken = token;
  history.replaceState(null, "", `${location.pathname}#/`);
  return token;
}
