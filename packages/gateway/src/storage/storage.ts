import type { Keyring, Store } from "@codespar/backend";

/** Where everything is kept. */
export interface Storage {
  kind: "postgres" | "sqlite";
  store: Store;
  keyring: Keyring;
  close(): Promise<void>;
}
