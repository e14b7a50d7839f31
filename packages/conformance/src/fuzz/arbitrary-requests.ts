import { endpoints, type Json, type JsonSchema } from "@codespar/contract";
import fc from "fast-check";
import { getArguments } from "./arbitrary-arguments.ts";

/** One request to some endpoint. */
export interface FuzzRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** What `GET /v1/openapi.json` says that is needed here. */
export interface ApiDocument {
  paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: RequestBody }>>;
  components: { schemas: Record<string, JsonSchema> };
}

interface Parameter {
  name: string;
  in: string;
  schema: JsonSchema;
}

interface RequestBody {
  content: Record<string, { schema: { $ref: string } }>;
}

const strangeIds = ["ses_", "__proto__", "%00", "%", "..", "a".repeat(300), "%F0%9F%93%A6", "tc_1?x=1"];
const strangeText = fc.oneof(
  fc.string(),
  fc.constantFrom("", "0", "-1", "1e9", "__proto__", "true", "2026-13"),
);
const printable = fc
  .string({ unit: "binary-ascii", maxLength: 300 })
  .map((text) => text.replaceAll(/[^ -~]/g, ""));

/** Requests that mostly fit the document, and are strange wherever it lets them be; `ids` are some that there are. */
export function getRequests(document: ApiDocument, ids: readonly string[]): fc.Arbitrary<FuzzRequest> {
  // what streams for as long as somebody reads would never be done
  const ending = Object.entries(endpoints).filter(([id]) => id !== "events.stream");
  const each = ending.map(([, { method, path }]) => {
    const described = document.paths[path.replace(":id", "{id}")]?.[method.toLowerCase()];
    if (described === undefined) throw new Error(`The document has no ${method} ${path}.`);
    const { parameters = [], requestBody } = described;
    return fc
      .record({
        id: fc.constantFrom(...ids, ...ids, ...strangeIds),
        query: getQuery(parameters.filter((parameter) => parameter.in === "query")),
        headers: getHeaders(),
        body: requestBody === undefined ? fc.constant(undefined) : getBody(document, requestBody),
      })
      .map(
        ({ id, query, headers, body }): FuzzRequest => ({
          method,
          path: path.replace(":id", id) + query,
          headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
          body,
        }),
      );
  });
  return fc.oneof(...each);
}

function getBody({ components }: ApiDocument, { content }: RequestBody): fc.Arbitrary<string> {
  const name = content["application/json"]?.schema.$ref.split("/").at(-1) ?? "";
  return fc.oneof(
    { weight: 9, arbitrary: getArguments(components.schemas[name]).map((json) => JSON.stringify(json)) },
    { weight: 1, arbitrary: fc.oneof(fc.string(), fc.json()) },
  );
}

function getQuery(parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const known = parameters.map(({ name, schema }) =>
    getArguments(schema).map((json): [string, string][] =>
      typeof json === "object" && json !== null
        ? Object.entries(json).map(([key, value]) => [`${name}[${key}]`, getText(value)])
        : [[name, getText(json)]],
    ),
  );
  const strange = fc.tuple(
    fc.oneof(fc.string(), fc.constantFrom("limit", "cursor", "metadata[", "a[b][c]")),
    strangeText,
  );
  const some =
    known.length === 0 ? fc.constant([]) : fc.subarray(known).chain((chosen) => fc.tuple(...chosen));
  const encoded = fc
    .tuple(some, fc.array(strange, { maxLength: 1 }))
    .map(([chosen, more]) => new URLSearchParams([...chosen.flat(), ...more]).toString());
  return fc.oneof(
    { weight: 6, arbitrary: encoded.map((query) => (query === "" ? "" : `?${query}`)) },
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: printable.map((text) => `?${text.replaceAll(/[ #]/g, "%")}`) },
  );
}

function getText(json: Json): string {
  return typeof json === "string" ? json : JSON.stringify(json);
}

/** The headers that some endpoint reads, each now and then. */
function getHeaders(): fc.Arbitrary<Record<string, string>> {
  const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>) =>
    fc.option(arbitrary, { nil: undefined, freq: 1 });
  return fc
    .record({
      "idempotency-key": sometimes(fc.oneof(fc.constantFrom("a", "b", "é", " ", "x".repeat(256)), printable)),
      "last-event-id": sometimes(fc.oneof(fc.constantFrom("0", "1", "99999999999999999999"), printable)),
      accept: sometimes(
        fc.oneof(
          fc.constantFrom("text/event-stream", "application/json, text/event-stream", "*/*"),
          printable,
        ),
      ),
      "x-codespar-org": sometimes(fc.oneof(fc.constantFrom("org_1", "__proto__"), printable)),
      "content-type": sometimes(
        fc.oneof(fc.constantFrom("text/plain", "application/json; charset=utf-16"), printable),
      ),
    })
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );
}
