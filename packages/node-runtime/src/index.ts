export {
  createDashboard,
  type Dashboard,
  type DashboardOptions,
} from "./dashboard/create-dashboard.ts";
export {
  type DashboardGrant,
  type DashboardSession,
  type DashboardSessions,
  type DashboardSessionsOptions,
  dashboardSessions,
} from "./dashboard/dashboard-sessions.ts";
export { checkPrivateFile, openPrivateDirectory } from "./data-directory/private-paths.ts";
export { deliverOnNode } from "./delivery/deliver-on-node.ts";
export { loadOrCreateTestKey } from "./keys/load-or-create-test-key.ts";
export { errorBody } from "./listener/error-body.ts";
export { isLoopbackAddress, isLoopbackHost } from "./listener/is-loopback.ts";
export { type Listener, type ListenerOptions, startListener } from "./listener/start-listener.ts";
export { startWorker, type Worker, type WorkerOptions } from "./worker/start-worker.ts";
