export { type Cluster, startCluster, stopCluster } from "./testing/cluster.ts";
export { findBinaries } from "./testing/find-binaries.ts";
export { shareCluster } from "./testing/shared-cluster.ts";
export { type TcpProxy, tcpProxy } from "./testing/tcp-proxy.ts";
export { hasPostgres, type TemporaryDatabase, temporaryDatabase } from "./testing/temporary-database.ts";
