import { createHash } from "node:crypto";
import type { Credentials } from "@codespar/backend/ports";
import type { Json, JsonObject } from "@codespar/contract";
import type { ConnectorDefinition } from "@codespar/providers/connect";
import { Anonymiser, getEnumerations } from "./anonymise.ts";
import type { Exchange } from "./recording-sender.ts";

export interface RecordingInput {
  definition: ConnectorDefinition;
  exchanges: readonly Exchange[];
  credentials: Credentials;
  /** Everything that was typed into the calls. */
  inputs: readonly string[];
  /** `YYYY-MM-DD` */
  date: string;
}

/**
 * The text of a fixture file: each request and response by its shape. Headers are left out. Throws when a credential, an input or
 * anything that was replaced is still to be seen.
 */
export function writeRecording(input: RecordingInput): string {
  const { definition, exchanges, credentials, inputs, date } = input;
  // the same account gives the same substitutes, and nobody without its key can try values
  const salt = createHash("sha256").update(JSON.stringify(credentials)).digest("hex");
  const schemas = Object.values(definition.tools).flatMap(({ input: schema, output }) => [schema, output]);
  const anonymiser = new Anonymiser({ enumerations: getEnumerations(schemas), salt });
  const words = getWords(definition);
  const recording = {
    provider: definition.id,
    source: `${definition.id} test environment, recorded with codespar-gateway record, values substituted`,
    date,
    exchanges: exchanges.map(({ request, response }) => {
      const url = new URL(request.url);
      return {
        request: {
          method: request.method,
          path: anonymiser.path(url.pathname, words),
          ...(url.search === "" ? {} : { query: getQuery(url, anonymiser) }),
          ...(request.body === undefined ? {} : { body: getBody(request.body, anonymiser) }),
        },
        response: { status: response.status, body: getBody(response.text, anonymiser) },
      };
    }),
  };
  const text = `${JSON.stringify(recording, null, 2)}\n`;
  const secrets = Object.values(credentials);
  const headers = exchanges.flatMap(({ request, response }) => [
    ...Object.entries(request.headers)
      .filter(([name]) => /auth|token|key|cookie/i.test(name))
      .map(([, value]) => value),
    ...Object.entries(response.headers)
      .filter(([name]) => /cookie|request-id/i.test(name))
      .map(([, value]) => value),
  ]);
  // what stands around the exchanges is ours: its date may well be one that the account has, too
  const recorded = JSON.stringify(recording.exchanges, null, 2);
  const survivor = [...secrets, ...headers, ...inputs, ...anonymiser.replaced].find(
    (value) => value.length >= 6 && recorded.includes(value),
  );
  // the value itself would be in the message
  if (survivor !== undefined)
    throw new Error("A value of the account survived in the recording, so nothing is written.");
  return text;
}

/** The words of the provider's own paths. */
function getWords({ wire }: ConnectorDefinition): string[] {
  return Object.values(wire.tools).flatMap((entry) =>
    Object.values(entry)
      .filter((value): value is string => typeof value === "string" && value.startsWith("/"))
      .flatMap((path) => path.split("/"))
      .filter((segment) => !segment.includes("{")),
  );
}

function getQuery(url: URL, anonymiser: Anonymiser): JsonObject {
  return Object.fromEntries(
    [...url.searchParams].map(([name, value]) => [name, anonymiser.text(value, name)]),
  );
}

function getBody(text: string, anonymiser: Anonymiser): Json {
  try {
    return anonymiser.value(JSON.parse(text) as Json); // whatever JSON there is
  } catch {
    const form = new URLSearchParams(text);
    const isForm = /^[\w.[\]%-]+=/.test(text);
    if (isForm)
      return Object.fromEntries([...form].map(([name, value]) => [name, anonymiser.text(value, name)]));
    return anonymiser.text(text);
  }
}
