// For those who write a store: the transitions of an operation, so that every store makes the same ones.
export { providerWebhookJob } from "./calls/provider-webhooks/provider-webhook.ts";
export { circuitNames, connectionNames } from "./store/connection-name.ts";
export { isKeyUsable } from "./store/key-state.ts";
export { openBySteps } from "./store/open-by-steps.ts";
export { matchesFilter } from "./store/operation-filter.ts";
export {
  consumes,
  dispatch,
  holds,
  isCharged,
  isFinal,
  isSettled,
  keepsKey,
  settle,
  start,
  take,
  toStatus,
  undispatch,
} from "./store/operation-state.ts";
export { type DueGroup, pickDueJobs } from "./store/pick-due-jobs.ts";
export { sessionStatus } from "./store/session-status.ts";
export { useApproval } from "./store/use-approval.ts";
export { Waiters } from "./store/waiters.ts";
