export { type ApprovalPageOptions, approvalPage } from "./approval-page/approval-page.ts";
export { type ConnectPageOptions, connectPage } from "./connect-page/connect-page.ts";
export type {
  ConnectableProvider,
  ConnectField,
  Consent,
  Trial,
} from "./connect-page/connectable-provider.ts";
