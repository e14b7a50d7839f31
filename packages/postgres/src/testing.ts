export { type Cluster, startCluster, stopCluster } from "./testing/cluster.ts";
export { findBinaries } from "./testing/find-binaries.ts";
export { shareCluster } from "./testing/shared-cluster.ts";
export { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "./testing/temporary-database.ts";
