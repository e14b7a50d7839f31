import type { Json, JsonObject } from "@codespar/contract";
import type { MessageForm } from "../connect/connector-definition.ts";
import { isObject, valueAt } from "../json/native-json.ts";
import { readRoute } from "../wire/wire-entry.ts";
import { tinyWire } from "./wire.ts";

/** Without a slash at the end. */
export const TINY_HOST = "https://api.tiny.com.br";

/** Forms; a record travels as JSON text in a field of its name, in an envelope of its own. */
export const tinyMessages: MessageForm = {
  async write({ tool, arguments: args, credentials: { token = "" } }) {
    const entry = tinyWire.tools[tool];
    if (entry === undefined) throw new RangeError(`tiny has no ${tool} on its wire.`);
    const form = new URLSearchParams({ token, formato: "json" });
    for (const [name, value] of Object.entries(args)) form.set(name, writeField(name, value));
    return {
      url: `${TINY_HOST}${readRoute(entry).path}`,
      contentType: "application/x-www-form-urlencoded",
      body: form.toString(),
    };
  },
  read: parse,
};

/** The tool and arguments of a request; undefined for a service that Tiny does not have. */
export function readTinyCall(
  path: string,
  form: URLSearchParams,
): { tool: string; arguments: JsonObject } | undefined {
  const found = Object.entries(tinyWire.tools).find(([, entry]) => readRoute(entry).path === path);
  if (found === undefined) return undefined;
  const args: JsonObject = {};
  for (const [name, text] of form)
    if (name !== "token" && name !== "formato") args[name] = readField(name, text);
  return { tool: found[0], arguments: args };
}

/** What a request says in its form, or in its query, which Tiny reads as well. */
export function readTinyForm({ body, query }: { body: string; query: string }): URLSearchParams {
  return new URLSearchParams(body.trim() === "" ? query : body);
}

function writeField(name: string, value: Json): string {
  if (!isObject(value)) return String(value);
  return JSON.stringify(
    name === "contato" ? { contatos: [{ contato: { sequencia: 1, ...value } }] } : { [name]: value },
  );
}

function readField(name: string, text: string): Json {
  if (name === "pagina") return Number(text);
  const json = name === "contato" || name === "pedido" ? parse(text) : undefined;
  return (name === "contato" ? valueAt(json, "contatos.0.contato") : valueAt(json, name)) ?? text;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
