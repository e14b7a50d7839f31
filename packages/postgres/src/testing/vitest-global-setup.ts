import { shareCluster } from "./shared-cluster.ts";

/** For `globalSetup` of vitest: costs a folder as long as no test needs a database. */
export function setup(): () => Promise<void> {
  return shareCluster();
}
