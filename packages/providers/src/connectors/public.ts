export { findCredentialProblem, findNewCredentialProblem } from "../connect/check-credentials.ts";
export type { ConnectedProvider, ConnectOptions } from "../connect/connect.ts";
export type {
  ConnectorDefinition,
  CredentialField,
  EffectDefinition,
  FindStrategy,
  LookUp,
  LookUpContext,
  NativeError,
  OutcomeRule,
  ReferenceField,
} from "../connect/connector-definition.ts";
export type { OAuthDefinition } from "../connect/oauth-definition.ts";
export { OutcomeUnknown } from "../connect/outcome-unknown.ts";
export { readReference } from "../connect/own-reference.ts";
export { type IncomingResponse, NothingSent, type OutgoingRequest, type Sender } from "../connect/sender.ts";
export * from "../generated/public-connectors.ts";
export { type ResolveOptions, resolveWebhook } from "../webhooks/resolve-webhook.ts";
export { type VerifyOptions, verifyWebhook } from "../webhooks/verify-webhook.ts";
export type {
  InboundWebhook,
  ProviderFact,
  WebhookDefinition,
  WebhookSubject,
} from "../webhooks/webhook-definition.ts";
export { WebhookKeys } from "../webhooks/webhook-keys.ts";
export type { Confidence, Source } from "../wire/source.ts";
export type { HttpMethod, WireEntry, WireTable } from "../wire/wire-entry.ts";
export { connectors } from "./connectors.ts";
export { oauthDefinitions } from "./oauth.ts";
export { webhooks } from "./webhooks.ts";
