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
export { keepTestKey } from "./keys/load-or-create-test-key.ts";
export { answerBrokenRequests } from "./listener/client-errors.ts";
export { httpProblem } from "./listener/error-body.ts";
export { gracefulClose } from "./listener/graceful-close.ts";
export { isLoopbackAddress, isLoopbackHost } from "./listener/is-loopback.ts";
