// For those who write a store: the transitions of an operation, so that every store makes the same ones.
export { providerWebhookJob } from "./calls/provider-webhooks/provider-webhook.ts";
export { openBySteps } from "./store/open-by-steps.ts";
export { matchesFilter } from "./store/operation-filter.ts";
export { circuitNames, connectionNames } from "./store/ownership.ts";
export { type DueGroup, pickDueJobs } from "./store/pick-due-jobs.ts";
export {
  consumes,
  dispatch,
  holds,
  isCharged,
  isFinal,
  isKeyUsable,
  isSettled,
  keepsKey,
  sessionStatus,
  settle,
  start,
  take,
  toStatus,
  undispatch,
} from "./store/states.ts";
export { useApproval } from "./store/use-approval.ts";
export { Waiters } from "./store/waiters.ts";
