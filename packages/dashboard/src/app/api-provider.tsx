import type { Scope } from "@codespar/contract";
import type { CodeSpar } from "@codespar/sdk";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { keyClient, sessionClient } from "../api/clients.ts";
import { createControl } from "../api/control.ts";
import { createLive } from "../api/create-live.ts";
import { type DashboardSession, signOut } from "../api/session.ts";
import { type Api, ApiContext } from "../api/use-api.ts";
import { LiveContext } from "../api/use-live.ts";
import { KeyPrompt, type KeyQuestion } from "../parts/key-prompt.tsx";

export interface ApiProviderProps {
  session: DashboardSession;
  /** The session has ended, at the server or by the person. */
  onSignedOut(): void;
  children: ReactNode;
}

/** The clients of a session, what is read by them, and the question for a key where a session does not suffice. */
export function ApiProvider({ session, onSignedOut, children }: ApiProviderProps) {
  const [question, setQuestion] = useState<KeyQuestion>();

  const queries = useMemo(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 1000 } } }),
    [],
  );
  const codespar = useMemo(() => sessionClient(session, onSignedOut), [session, onSignedOut]);
  const live = useMemo(() => createLive({ codespar, everyMs: 3000, leastMs: 250 }), [codespar]);
  const api = useMemo<Api>(() => {
    return {
      codespar,
      session,
      control: session.sandbox ? createControl(session) : undefined,
      async clientFor(scope: Scope, purpose: string): Promise<CodeSpar | undefined> {
        if (session.scopes.includes(scope)) return codespar;
        const key = await new Promise<string | undefined>((answer) =>
          setQuestion({ purpose, scope, answer }),
        );
        setQuestion(undefined);
        return key === undefined ? undefined : keyClient(key);
      },
      signOut() {
        void signOut(session).finally(onSignedOut);
      },
    };
  }, [codespar, session, onSignedOut]);

  useEffect(() => {
    const leave = live.onChange(
      () => void queries.invalidateQueries({ predicate: ({ meta }) => meta?.live === true }),
    );
    const stop = live.start();
    return () => {
      leave();
      stop();
    };
  }, [live, queries]);

  return (
    <QueryClientProvider client={queries}>
      <ApiContext value={api}>
        <LiveContext value={live}>
          {children}
          {question === undefined ? null : <KeyPrompt {...question} />}
        </LiveContext>
      </ApiContext>
    </QueryClientProvider>
  );
}
