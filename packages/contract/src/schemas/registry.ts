import { z } from "zod";
import * as apiKey from "./api-key.ts";
import * as approval from "./approval.ts";
import * as billing from "./billing.ts";
import * as connectSession from "./connect-session.ts";
import * as connection from "./connection.ts";
import * as fiscalProfile from "./fiscal-profile.ts";
import * as queries from "./queries.ts";
import { searchResultsSchema } from "./search.ts";
import * as server from "./server.ts";
import * as session from "./session.ts";
import * as tool from "./tool.ts";
import * as toolCall from "./tool-call.ts";
import { toolResultSchema } from "./tool-result.ts";
import * as trigger from "./trigger.ts";
import { usageSchema } from "./usage.ts";
import * as webhookEvent from "./webhook-event.ts";

export const emptyRequestSchema = z.strictObject({});

export const healthSchema = z.looseObject({ status: z.literal("ok") });

/** Request bodies by the name that `endpoints` gives them. */
export const requestSchemas = {
  EmptyRequest: emptyRequestSchema,
  CreateSessionRequest: session.createSessionRequestSchema,
  ToolCallRequest: toolCall.toolCallRequestSchema,
  ReconcileRequest: toolCall.reconcileRequestSchema,
  ResolveToolCallRequest: toolCall.resolveToolCallRequestSchema,
  UpdateBillingRequest: billing.updateBillingRequestSchema,
  BillingCheckoutRequest: billing.billingCheckoutRequestSchema,
  CreateApiKeyRequest: apiKey.createApiKeyRequestSchema,
  RotateApiKeyRequest: apiKey.rotateApiKeyRequestSchema,
  CreateTriggerRequest: trigger.createTriggerRequestSchema,
  UpdateTriggerRequest: trigger.updateTriggerRequestSchema,
  RotateSecretRequest: trigger.rotateSecretRequestSchema,
  CreateConnectSessionRequest: connectSession.createConnectSessionRequestSchema,
  CreateConnectionRequest: connection.createConnectionRequestSchema,
  CreateFiscalProfileRequest: fiscalProfile.createFiscalProfileRequestSchema,
  UpdateFiscalProfileRequest: fiscalProfile.updateFiscalProfileRequestSchema,
  ApprovalDecisionRequest: approval.approvalDecisionRequestSchema,
} as const;

/** Queries by the name that `endpoints` gives them. */
export const querySchemas = {
  PageQuery: queries.pageQuerySchema,
  ListSessionsQuery: queries.listSessionsQuerySchema,
  ListToolsQuery: queries.listToolsQuerySchema,
  ListToolCallsQuery: queries.listToolCallsQuerySchema,
  ListServersQuery: queries.listServersQuerySchema,
  UsageQuery: queries.usageQuerySchema,
  ListConnectionsQuery: queries.listConnectionsQuerySchema,
  ListFiscalProfilesQuery: queries.listFiscalProfilesQuerySchema,
  ListApprovalsQuery: queries.listApprovalsQuerySchema,
  ListEventsQuery: queries.listEventsQuerySchema,
  BillingPreviewQuery: billing.billingPreviewQuerySchema,
  SearchQuery: queries.searchQuerySchema,
} as const;

/** Responses by the name that `endpoints` gives them. */
export const responseSchemas = {
  Session: session.sessionSchema,
  SessionPage: session.sessionPageSchema,
  ToolList: tool.toolListSchema,
  SessionConnectionList: tool.sessionConnectionListSchema,
  ToolResult: toolResultSchema,
  QueuedToolCall: toolCall.queuedToolCallSchema,
  ToolCallDetail: toolCall.toolCallDetailSchema,
  ToolCallPage: toolCall.toolCallPageSchema,
  Server: server.serverSchema,
  ServerList: server.serverListSchema,
  Usage: usageSchema,
  Billing: billing.billingSchema,
  BillingPreview: billing.billingPreviewSchema,
  BillingCheckout: billing.billingCheckoutSchema,
  BillingPortal: billing.billingPortalSchema,
  BillingInvoicePage: billing.billingInvoicePageSchema,
  ApiKeyWithSecret: apiKey.apiKeyWithSecretSchema,
  ApiKeyPage: apiKey.apiKeyPageSchema,
  Trigger: trigger.triggerSchema,
  TriggerWithSecret: trigger.triggerWithSecretSchema,
  TriggerPage: trigger.triggerPageSchema,
  Delivery: trigger.deliverySchema,
  DeliveryPage: trigger.deliveryPageSchema,
  ConnectSession: connectSession.connectSessionSchema,
  Connection: connection.connectionSchema,
  ConnectionWebhookUrl: connection.connectionWebhookUrlSchema,
  ConnectionPage: connection.connectionPageSchema,
  FiscalProfile: fiscalProfile.fiscalProfileSchema,
  FiscalProfilePage: fiscalProfile.fiscalProfilePageSchema,
  Approval: approval.approvalSchema,
  ApprovalPage: approval.approvalPageSchema,
  ApprovalLink: approval.approvalLinkSchema,
  WebhookEvent: webhookEvent.webhookEventSchema,
  WebhookEventPage: webhookEvent.webhookEventPageSchema,
  SearchResults: searchResultsSchema,
  Health: healthSchema,
} as const;

export type RequestName = keyof typeof requestSchemas;
export type QueryName = keyof typeof querySchemas;
export type ResponseName = keyof typeof responseSchemas;
