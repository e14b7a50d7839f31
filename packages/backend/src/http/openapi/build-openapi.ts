import { type Endpoint, endpoints, type JsonSchema } from "@codespar/contract";
import type { z } from "@codespar/contract/schemas";
import {
  apiKeySchema,
  billingInvoiceSchema,
  errorBodySchema,
  policySchema,
  querySchemas,
  requestSchemas,
  responseSchemas,
  toolCallSchema,
  toolErrorSchema,
  toolSchema,
  webhookEventSchema,
} from "@codespar/contract/schemas";
import { jsonSchema, jsonSchemas } from "./json-schema.ts";
import { getHeaders, responseHeaders } from "./response-headers.ts";
import { webhooks } from "./webhooks.ts";

/** An OpenAPI 3.1 document; only as much of its shape as is built here. */
export interface OpenApiDocument {
  openapi: "3.1.0";
  info: object;
  servers: object[];
  security: object[];
  paths: Record<string, Record<string, object>>;
  webhooks: object;
  components: { schemas: Record<string, JsonSchema>; headers: object; securitySchemes: object };
}

/** What a response is or holds, by the names that generated clients will have for it. */
const results = {
  ...responseSchemas,
  ApiKey: apiKeySchema,
  BillingInvoice: billingInvoiceSchema,
  Policy: policySchema,
  Tool: toolSchema,
  ToolCall: toolCallSchema,
  ToolError: toolErrorSchema,
  WebhookEvent: webhookEventSchema,
  Error: errorBodySchema,
};

/** The API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), from the contract's endpoint table and schemas. */
export function buildOpenApi(): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const [id, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(":id", "{id}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: getOperation(id, endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "CodeSpar",
      version: "1.0.0",
      summary: "Commerce infrastructure for AI agents in Latin America.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "https://api.codespar.dev" }],
    security: [{ apiKey: [] }],
    paths,
    webhooks,
    components: {
      schemas: {
        ...jsonSchemas(requestSchemas, "input"),
        ...jsonSchemas(results, "output"),
      },
      headers: responseHeaders,
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "csk_live_… or csk_test_…" },
      },
    },
  };
}

function getOperation(id: string, endpoint: Endpoint): object {
  const { summary, scope, request, response, status, path, method, billed } = endpoint;
  const parameters = [
    ...(path.includes(":id") ? [{ name: "id", in: "path", required: true, schema: { type: "string" } }] : []),
    ...queryParameters(endpoint),
    ...(method === "POST" ? [idempotencyKey] : []),
  ];
  const body =
    request === undefined
      ? {}
      : { requestBody: { required: request !== "EmptyRequest", content: json(request) } };
  return {
    operationId: id,
    summary,
    ...(scope === null
      ? { security: [] }
      : { description: `Needs the scope \`${scope}\`.${billed ? " Billed." : ""}` }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...body,
    responses: {
      [status]: {
        description: "Success",
        headers: getHeaders(endpoint, "success"),
        ...getContent(id, response),
      },
      ...(id === "sessions.send"
        ? {
            200: {
              description: "The call's events",
              headers: getHeaders(endpoint, "success"),
              content: eventStream,
            },
          }
        : {}),
      default: {
        description: "Not a success",
        headers: getHeaders(endpoint, "error"),
        content: json("Error"),
      },
    },
  };
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "Repeating the request with the same key within 24 hours returns the same and does nothing twice.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

/** Server-sent events. */
const eventStream = { "text/event-stream": { schema: { type: "string" } } };

function getContent(id: string, response: string | undefined): { content?: Record<string, object> } {
  if (response !== undefined) return { content: json(response) };
  if (id === "tool_calls.events" || id === "events.stream") return { content: eventStream };
  if (id === "openapi")
    return { content: { "application/json": { schema: { type: "object", additionalProperties: true } } } };
  return {};
}

function queryParameters({ query }: Endpoint): object[] {
  if (query === undefined) return [];
  // the contract's table names its own schemas
  const schema: z.ZodType = querySchemas[query as keyof typeof querySchemas];
  const { properties = {}, required = [] } = jsonSchema(schema, "output") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  }; // a query's schema is an object schema
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: "query",
    ...(required.includes(name) ? { required: true } : {}),
    ...(property.type === "object" ? { style: "deepObject", explode: true } : {}),
    schema: property,
  }));
}

function json(name: string): Record<string, object> {
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}
