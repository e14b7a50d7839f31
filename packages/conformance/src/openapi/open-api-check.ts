import type { Transport, TransportRequest, TransportResponse } from "@codespar/contract";
import type { AnySchemaObject } from "ajv/dist/2020.js";
import { coerced, createCompiler, escaped, told } from "./compile-schemas.ts";

/** An OpenAPI 3.1 document, as much of it as is read here. */
interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  webhooks: { event: { post: Operation } };
  components: { headers: Record<string, { required?: boolean; schema: AnySchemaObject }> };
}

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: AnySchemaObject }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content; headers?: Record<string, { $ref: string }> }>;
}

type Content = Record<string, { schema: AnySchemaObject }>;

/** Holds what goes over the wire to an OpenAPI document, and to nothing that this repository knows besides. */
export interface OpenApiCheck {
  /** Every operation that the document has, by its id. */
  operations: readonly string[];
  /** Operations that were responded with a success. */
  succeeded: Set<string>;
  /** What the document says against a response, and against the request of a success; empty when it says nothing. */
  violations(
    request: TransportRequest,
    response: Pick<TransportResponse, "headers" | "status">,
    text: string,
  ): string[];
  /** What the document says against a delivery of a trigger. */
  webhookViolations(headers: Readonly<Record<string, unknown>>, body: string): string[];
}

/** Reads `GET /v1/openapi.json` over a transport. Schemas are compiled when they are first needed, and once. */
export async function readOpenApi(transport: Transport): Promise<OpenApiCheck> {
  const response = await transport.request({ method: "GET", path: "/v1/openapi.json", headers: {} });
  return openApiCheck(JSON.parse(await response.text()));
}

/** A check against a document. */
export function openApiCheck(document: OpenApiDocument): OpenApiCheck {
  const compile = createCompiler(document);
  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  const succeeded = new Set<string>();

  return {
    operations,
    succeeded,
    violations({ method, path, body }, { status, headers }, text) {
      const [bare = "", search = ""] = path.split("?", 2);
      const found = findOperation(document, method, bare);
      if (found === undefined) {
        if (status < 400) return ["the document has no such path and method"];
        return told(compile("/components/schemas/Error"), "error", JSON.parse(text));
      }
      const { operation, pointer } = found;
      const wrong: string[] = [];
      if (status < 400) {
        succeeded.add(operation.operationId);
        wrong.push(...requestViolations(operation, pointer, search, body));
      }

      const key = Object.hasOwn(operation.responses, String(status)) ? String(status) : "default";
      const result = operation.responses[key];
      if (result === undefined || (key === "default" && status < 400)) {
        return [...wrong, `the document has no response ${status}`];
      }
      wrong.push(...headerViolations(result.headers ?? {}, headers));
      if (result.content === undefined)
        return text === "" ? wrong : [...wrong, "the document has no body here"];
      const type = headers["content-type"] ?? "none";
      if (result.content[type] === undefined)
        return [...wrong, `the document has no content of type ${type}`];
      const value: unknown = type === "application/json" ? JSON.parse(text) : text;
      const schema = `${pointer}/responses/${key}/content/${escaped(type)}/schema`;
      return [...wrong, ...told(compile(schema), "body", value)];
    },
    webhookViolations(headers, body) {
      const { parameters = [] } = document.webhooks.event.post;
      const pointer = "/webhooks/event/post";
      const wrong = parameters.flatMap(({ name }, index) =>
        told(compile(`${pointer}/parameters/${index}/schema`), `header ${name}`, headers[name]),
      );
      const schema = `${pointer}/requestBody/content/${escaped("application/json")}/schema`;
      return [...wrong, ...told(compile(schema), "delivery", JSON.parse(body))];
    },
  };

  function headerViolations(
    described: Readonly<Record<string, { $ref: string }>>,
    headers: Readonly<Record<string, string>>,
  ): string[] {
    const wrong: string[] = [];
    const known = new Set<string>();
    for (const [name, { $ref }] of Object.entries(described)) {
      known.add(name.toLowerCase());
      const header = document.components.headers[$ref.split("/").at(-1) ?? ""];
      const value = headers[name.toLowerCase()];
      if (value !== undefined) {
        const pointer = `${$ref.slice(1)}/schema`;
        wrong.push(...told(compile(pointer), `header ${name}`, coerced(value, header?.schema.type)));
      } else if (header?.required === true) wrong.push(`header ${name} is missing`);
    }
    // what HTTP itself gives a meaning to needs no description
    const own = Object.keys(headers).filter((name) => /^(x-|ratelimit-|idempotency-|retry-after)/.test(name));
    return [
      ...wrong,
      ...own.filter((name) => !known.has(name)).map((name) => `the document has no header ${name}`),
    ];
  }

  function requestViolations(
    { parameters = [], requestBody }: Operation,
    pointer: string,
    search: string,
    body: string | undefined,
  ): string[] {
    const wrong: string[] = [];
    const given = readSearch(search);
    for (const [index, { name, required, schema }] of parameters.entries()) {
      const value = given.get(name);
      given.delete(name);
      if (parameters[index]?.in !== "query") continue;
      if (value === undefined) {
        if (required === true) wrong.push(`query ${name} is missing`);
        continue;
      }
      const typed = typeof value === "string" ? coerced(value, schema.type) : value;
      wrong.push(...told(compile(`${pointer}/parameters/${index}/schema`), `query ${name}`, typed));
    }
    for (const name of given.keys()) wrong.push(`the document has no query ${name}`);
    if (body === undefined || body === "") {
      if (requestBody?.required === true) wrong.push("a request body is required");
      return wrong;
    }
    if (requestBody === undefined) return [...wrong, "the document has no request body"];
    const schema = `${pointer}/requestBody/content/${escaped("application/json")}/schema`;
    return [...wrong, ...told(compile(schema), "request", JSON.parse(body))];
  }
}

function findOperation(document: OpenApiDocument, method: string, path: string) {
  const segments = path.split("/");
  let found: { operation: Operation; pointer: string } | undefined;
  for (const [template, methods] of Object.entries(document.paths)) {
    const operation = methods[method.toLowerCase()];
    const wanted = template.split("/");
    if (operation === undefined || wanted.length !== segments.length) continue;
    const fits = wanted.every((part, index) => /^\{\w+\}$/.test(part) || part === segments[index]);
    if (!fits) continue;
    found = { operation, pointer: `/paths/${escaped(template)}/${method.toLowerCase()}` };
    // a path without a parameter goes before one with (OpenAPI 3.1, "Paths Object")
    if (!template.includes("{")) break;
  }
  return found;
}

/** Query values by name; those of a deepObject, `metadata[tenant_id]=a`, together. */
function readSearch(search: string): Map<string, string | Record<string, string>> {
  const read = new Map<string, string | Record<string, string>>();
  for (const [name, value] of new URLSearchParams(search)) {
    const [, outer, inner] = /^(\w+)\[(.+)\]$/.exec(name) ?? [];
    if (outer === undefined || inner === undefined) {
      read.set(name, value);
      continue;
    }
    const others = read.get(outer);
    read.set(outer, { ...(typeof others === "object" ? others : {}), [inner]: value });
  }
  return read;
}
