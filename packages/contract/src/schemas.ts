/** @internal The one copy of zod that a process has by these schemas: another would be loaded beside it. */
export { z } from "zod";
export {
  apiKeyPageSchema,
  apiKeySchema,
  apiKeyWithSecretSchema,
  createApiKeyRequestSchema,
  rotateApiKeyRequestSchema,
} from "./schemas/api-key.ts";
export {
  approvalDecisionRequestSchema,
  approvalLinkSchema,
  approvalPageSchema,
  approvalSchema,
} from "./schemas/approval.ts";
export {
  billingCheckoutRequestSchema,
  billingCheckoutSchema,
  billingInvoicePageSchema,
  billingInvoiceSchema,
  billingPortalSchema,
  billingSchema,
  updateBillingRequestSchema,
} from "./schemas/billing.ts";
export { checkoutInputSchema, checkoutListSchema, checkoutOutputSchema } from "./schemas/checkout.ts";
export {
  connectionPageSchema,
  connectionSchema,
  createConnectionRequestSchema,
} from "./schemas/connection.ts";
export { discoverInputSchema, discoverOutputSchema } from "./schemas/discover.ts";
export { anyErrorBodySchema, errorBodySchema, errorBodySchemas } from "./schemas/error-body.ts";
export { eventDataSchemas } from "./schemas/event-data.ts";
export {
  createFiscalProfileRequestSchema,
  fiscalProfilePageSchema,
  fiscalProfileSchema,
  updateFiscalProfileRequestSchema,
} from "./schemas/fiscal-profile.ts";
export { invoiceInputSchema, invoiceOutputSchema } from "./schemas/invoice.ts";
export { meantTool } from "./schemas/known-mistakes.ts";
export { metaToolInputSchemas, metaToolOutputSchemas } from "./schemas/meta-tools.ts";
export { notifyInputSchema, notifyOutputSchema } from "./schemas/notify.ts";
export { payInputSchema, paymentListSchema, payOutputSchema } from "./schemas/pay.ts";
export { policySchema } from "./schemas/policy.ts";
export {
  listApprovalsQuerySchema,
  listConnectionsQuerySchema,
  listEventsQuerySchema,
  listFiscalProfilesQuerySchema,
  listServersQuerySchema,
  listSessionsQuerySchema,
  listToolCallsQuerySchema,
  listToolsQuerySchema,
  pageQuerySchema,
  usageQuerySchema,
} from "./schemas/queries.ts";
export {
  emptyRequestSchema,
  healthSchema,
  type QueryName,
  querySchemas,
  type RequestName,
  type ResponseName,
  requestSchemas,
  responseSchemas,
} from "./schemas/registry.ts";
export { serverListSchema, serverSchema } from "./schemas/server.ts";
export {
  createSessionRequestSchema,
  metadataSchema,
  sessionPageSchema,
  sessionSchema,
} from "./schemas/session.ts";
export { shipInputSchema, shipOutputSchema } from "./schemas/ship.ts";
export { streamEventSchema } from "./schemas/stream-event.ts";
export { summariseIssues } from "./schemas/summarise-issues.ts";
export { sessionConnectionListSchema, toolListSchema, toolSchema } from "./schemas/tool.ts";
export {
  idempotencyKeySchema,
  queuedToolCallSchema,
  reconcileRequestSchema,
  toolCallDetailSchema,
  toolCallPageSchema,
  toolCallRequestSchema,
  toolCallSchema,
} from "./schemas/tool-call.ts";
export { toolErrorSchema, toolResultSchema, toolResultSchemaFor } from "./schemas/tool-result.ts";
export {
  createTriggerRequestSchema,
  deliveryPageSchema,
  deliverySchema,
  rotateSecretRequestSchema,
  triggerPageSchema,
  triggerSchema,
  triggerWithSecretSchema,
  updateTriggerRequestSchema,
} from "./schemas/trigger.ts";
export { usageSchema } from "./schemas/usage.ts";
export { type ValidateOptions, type Validation, validate } from "./schemas/validate.ts";
export { webhookEventPageSchema, webhookEventSchema } from "./schemas/webhook-event.ts";
