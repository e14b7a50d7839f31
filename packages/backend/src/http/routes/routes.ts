import type { EndpointId } from "@codespar/contract";
import { createApiKey, listApiKeys, revokeApiKey, rotateApiKey } from "./api-keys.ts";
import { approve, deny, getApproval, linkApproval, listApprovals } from "./approvals.ts";
import { getBilling, listInvoices, openCheckout, openPortal, previewPlan, updateBilling } from "./billing.ts";
import { createConnectSession } from "./connect-sessions.ts";
import {
  createConnection,
  createConnectionWebhookUrl,
  deleteConnection,
  getConnection,
  listConnections,
} from "./connections.ts";
import { getEvent, listEvents, streamEvents } from "./events.ts";
import { execute } from "./execute.ts";
import {
  createFiscalProfile,
  deleteFiscalProfile,
  getFiscalProfile,
  listFiscalProfiles,
  updateFiscalProfile,
} from "./fiscal-profiles.ts";
import { getOpenApi } from "./openapi.ts";
import type { Route } from "./route.ts";
import { jsonResponse } from "./route.ts";
import { search } from "./search.ts";
import { send } from "./send.ts";
import { getServer, listServers } from "./servers.ts";
import { listSessionConnections, listSessionTools } from "./session-tools.ts";
import { closeSession, createSession, getSession, listSessions } from "./sessions.ts";
import { getToolCall, listToolCalls, reconcile, resolveToolCall, streamToolCall } from "./tool-calls.ts";
import {
  createTrigger,
  deleteTrigger,
  getTrigger,
  listDeliveries,
  listTriggers,
  replayDelivery,
  rotateTriggerSecret,
  updateTrigger,
} from "./triggers.ts";
import { getUsage } from "./usage.ts";

/** The handler of each endpoint of the contract. */
export const routes: Readonly<Partial<Record<EndpointId, Route>>> = {
  "sessions.create": createSession,
  "sessions.list": listSessions,
  "sessions.get": getSession,
  "sessions.close": closeSession,
  "sessions.tools": listSessionTools,
  "sessions.connections": listSessionConnections,
  "sessions.execute": execute,
  "sessions.send": send,
  "tool_calls.reconcile": reconcile,
  "tool_calls.resolve": resolveToolCall,
  "tool_calls.list": listToolCalls,
  "tool_calls.get": getToolCall,
  "tool_calls.events": streamToolCall,
  "servers.list": listServers,
  "servers.get": getServer,
  "usage.get": getUsage,
  "events.list": listEvents,
  "events.stream": streamEvents,
  "events.get": getEvent,
  search,
  "approvals.list": listApprovals,
  "approvals.get": getApproval,
  "approvals.approve": approve,
  "approvals.deny": deny,
  "approvals.link": linkApproval,
  "connections.create": createConnection,
  "connections.webhook_url": createConnectionWebhookUrl,
  "connect_sessions.create": createConnectSession,
  "connections.list": listConnections,
  "connections.get": getConnection,
  "connections.delete": deleteConnection,
  "fiscal_profiles.create": createFiscalProfile,
  "fiscal_profiles.list": listFiscalProfiles,
  "fiscal_profiles.get": getFiscalProfile,
  "fiscal_profiles.update": updateFiscalProfile,
  "fiscal_profiles.delete": deleteFiscalProfile,
  "triggers.create": createTrigger,
  "triggers.list": listTriggers,
  "triggers.get": getTrigger,
  "triggers.update": updateTrigger,
  "triggers.delete": deleteTrigger,
  "triggers.rotate_secret": rotateTriggerSecret,
  "triggers.deliveries": listDeliveries,
  "deliveries.replay": replayDelivery,
  "billing.get": getBilling,
  "billing.update": updateBilling,
  "billing.preview": previewPlan,
  "billing.checkout": openCheckout,
  "billing.portal": openPortal,
  "billing.invoices": listInvoices,
  "api_keys.create": createApiKey,
  "api_keys.list": listApiKeys,
  "api_keys.rotate": rotateApiKey,
  "api_keys.revoke": revokeApiKey,
  openapi: getOpenApi,
  health: async () => jsonResponse(200, { status: "ok" }),
};
