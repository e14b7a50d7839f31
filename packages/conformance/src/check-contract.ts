import {
  type Endpoint,
  type ErrorCode,
  endpoints,
  isMetaToolName,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from "@codespar/contract";
import {
  errorBodySchema,
  metaToolOutputSchemas,
  type ResponseName,
  responseSchemas,
  streamEventSchema,
  toolResultSchema,
  webhookEventSchema,
} from "@codespar/contract/schemas";
import type { OpenApiCheck } from "./openapi/open-api-check.ts";

/** The part of a schema that is used. */
interface Schema {
  safeParse(
    value: unknown,
  ): { success: true } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

/** What was seen on the wire: error codes, and whatever broke the contract or its OpenAPI document. */
export interface Seen {
  codes: Set<ErrorCode>;
  violations: string[];
  openApi: OpenApiCheck;
}

/** A transport that holds every response that passes to the contract. */
export function checkContract(inner: Transport, seen: Seen): Transport {
  return {
    async request(request) {
      const response = await inner.request(request);
      const check = getCheck(request, response, seen);
      check.head();
      return {
        ...response,
        async text() {
          const text = await response.text();
          check.body(text);
          return text;
        },
        async *stream() {
          const decoder = new TextDecoder();
          let text = "";
          check.streamed();
          for await (const chunk of response.stream()) {
            text += decoder.decode(chunk, { stream: true });
            const end = text.lastIndexOf("\n\n") + 2;
            check.events(text.slice(0, end));
            text = text.slice(end);
            yield chunk;
          }
        },
      };
    },
  };
}

function getCheck(request: TransportRequest, response: TransportResponse, seen: Seen) {
  const { method, path } = request;
  const { status, headers } = response;
  const where = `${method} ${path.split("?", 1)[0]} -> ${status}`;
  const found = findEndpoint(method, path);
  const isStream = headers["content-type"] === "text/event-stream";
  const complain = (what: string) => seen.violations.push(`${where}: ${what}`);

  function parse(schema: Schema, value: unknown, what: string): void {
    const parsed = schema.safeParse(value);
    if (parsed.success) return;
    for (const issue of parsed.error.issues) {
      complain(
        `${what} ${issue.path.map(String).join(".")}: ${issue.message} in ${JSON.stringify(value).slice(0, 300)}`,
      );
    }
  }

  function checkResult(value: unknown): void {
    const parsed = toolResultSchema.safeParse(value);
    if (!parsed.success || !parsed.data.success || !isMetaToolName(parsed.data.tool)) return;
    parse(metaToolOutputSchemas[parsed.data.tool], parsed.data.data, `${parsed.data.tool} output`);
  }

  function checkError(value: unknown): void {
    parse(errorBodySchema, value, "error body");
    const {
      error,
      status: told,
      request_id,
    } = value as { error: ErrorCode; status: number; request_id: string }; // checked by the line above
    seen.codes.add(error);
    if (told !== status) complain(`the body says status ${told}`);
    if (request_id !== headers["x-request-id"]) complain(`the body says request id ${request_id}`);
  }

  return {
    head(): void {
      if (!/^req_\w+$/.test(headers["x-request-id"] ?? ""))
        complain(`x-request-id is ${headers["x-request-id"]}`);
      if (Object.keys(headers).some((name) => name !== name.toLowerCase()))
        complain("headers are not in lower case");
      if (found === undefined) {
        if (status < 400) complain("returns at a path that the contract does not have");
        return;
      }
      const expected = isStream ? 200 : found.endpoint.status;
      if (status < 400 && status !== expected) complain(`a success is ${expected}`);
    },
    body(text: string): void {
      for (const violation of seen.openApi.violations(request, response, text)) complain(violation);
      if (status === 204) {
        if (text !== "") complain("204 has a body");
        return;
      }
      if (isStream) {
        this.events(text);
        return;
      }
      if (headers["content-type"] !== "application/json")
        complain(`content-type is ${headers["content-type"]}`);
      const value: unknown = JSON.parse(text);
      if (status >= 400) {
        checkError(value);
        return;
      }
      const schema = found?.endpoint.response;
      // the contract's table names its own schemas
      if (schema !== undefined) parse(responseSchemas[schema as ResponseName], value, schema);
      if (found?.id === "sessions.execute") checkResult(value);
    },
    /** A stream's head; its events are checked as they come. */
    streamed(): void {
      if (isStream)
        for (const violation of seen.openApi.violations(request, response, "")) complain(violation);
    },
    events(text: string): void {
      for (const block of text.split("\n\n")) {
        const event = readEvent(block);
        if (event === undefined) continue;
        if (found?.id === "events.stream") {
          parse(webhookEventSchema, event.data, "event");
          continue;
        }
        parse(streamEventSchema, event, "stream event");
        if (event.type === "tool_call.completed") checkResult(event.data.result);
        if (event.type === "tool_call.failed")
          seen.codes.add((event.data.error as { error: ErrorCode }).error); // checked by the schema above
      }
    },
  };
}

/** One SSE block as an event; undefined for comments. */
function readEvent(block: string): { id: number; type: string; data: Record<string, unknown> } | undefined {
  const fields = new Map(
    block
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(":"))
      .map((line) => {
        const colon = line.indexOf(": ");
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
  );
  if (fields.size === 0) return undefined;
  return {
    id: Number(fields.get("id")),
    type: fields.get("event") ?? "",
    data: JSON.parse(fields.get("data") ?? "null"),
  };
}

function findEndpoint(method: string, path: string): { id: string; endpoint: Endpoint } | undefined {
  const segments = path.split("?", 1)[0]?.split("/") ?? [];
  const entries: [string, Endpoint][] = Object.entries(endpoints);
  for (const [id, endpoint] of entries) {
    const wanted = endpoint.path.split("/");
    const fits =
      endpoint.method === method &&
      wanted.length === segments.length &&
      wanted.every((segment, index) => segment === ":id" || segment === segments[index]);
    if (fits) return { id, endpoint };
  }
  return undefined;
}
