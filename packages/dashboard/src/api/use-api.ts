import type { Scope } from "@codespar/contract";
import type { CodeSpar } from "@codespar/sdk";
import { createContext, useContext } from "react";
import type { Control } from "./control.ts";
import type { DashboardSession } from "./session.ts";

export interface Api {
  codespar: CodeSpar;
  session: DashboardSession;
  /** The sandbox's test control; undefined where nothing is simulated. */
  control: Control | undefined;
  /**
   * A client that may do it: the session's own where its scopes reach, else one with a key that the person is asked for.
   * Undefined when they do not give it.
   */
  clientFor(scope: Scope, purpose: string): Promise<CodeSpar | undefined>;
  signOut(): void;
}

export const ApiContext = createContext<Api | undefined>(undefined);

/** The API behind the page. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error("Nobody is signed in here. Render inside ApiProvider.");
  return api;
}
