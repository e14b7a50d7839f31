// For those who write a store: the transitions of an operation, so that every store makes the same ones.
export { noticeJob } from "./receive-notice.ts";
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
  statusOf,
  take,
  undispatch,
} from "./store/operation-state.ts";
export { sessionStatus } from "./store/session-status.ts";
export { type DueGroup, shareOut } from "./store/share-out.ts";
export { useApproval } from "./store/use-approval.ts";
export { Waiters } from "./store/waiters.ts";
