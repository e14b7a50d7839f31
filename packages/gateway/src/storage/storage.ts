import type { CentralBuckets, Keyring, Store } from "@codespar/backend";

/** Where everything is kept. */
export interface Storage {
  kind: "postgres" | "sqlite";
  store: Store;
  /** Where all processes on the database draw their rate limits from; undefined: there is one process. */
  rates?: CentralBuckets | undefined;
  keyring: Keyring;
  close(): Promise<void>;
}
