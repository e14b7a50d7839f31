import type { Json, JsonObject } from "@codespar/contract";
import type { MessageCall, MessageForm } from "../connect/connector-definition.ts";
import { isObject, textAt, valueAt } from "../json/native-json.ts";
import { readRoute, type WireEntry } from "../wire/wire-entry.ts";
import { omieReads, omieWire } from "./wire.ts";

/** Without a slash at the end. */
export const OMIE_HOST = "https://app.omie.com.br";

const entries: Readonly<Record<string, WireEntry>> = { ...omieWire.tools, ...omieReads };

/** `{ call, app_key, app_secret, param: [arguments] }`: the keys of the account travel in each body. */
export const omieMessages: MessageForm = {
  async write({ tool, arguments: args, credentials }: MessageCall) {
    const entry = entries[tool];
    if (entry === undefined) throw new RangeError(`omie has no ${tool} on its wire.`);
    const { app_key = "", app_secret = "" } = credentials;
    return {
      url: `${OMIE_HOST}${readRoute(entry).path}`,
      contentType: "application/json",
      body: JSON.stringify({ ...entry.fixed, app_key, app_secret, param: [args] }),
    };
  },
  read: parse,
};

/** The tool and arguments of a request; undefined for a call that Omie does not have at this address. */
export function readOmieCall(
  path: string,
  body: string,
): { tool: string; arguments: JsonObject } | undefined {
  const request = parse(body);
  const call = textAt(request, "call");
  const found = Object.entries(entries).find(
    ([, entry]) => withSlash(path) === readRoute(entry).path && entry.fixed?.call === call,
  );
  if (found === undefined) return undefined;
  const param = valueAt(request, "param.0");
  return { tool: found[0], arguments: isObject(param) ? param : {} };
}

/** The keys of a request's body; undefined without both. */
export function readOmieKeys(body: string): { app_key: string; app_secret: string } | undefined {
  const request = parse(body);
  const [app_key, app_secret] = [textAt(request, "app_key"), textAt(request, "app_secret")];
  return app_key === undefined || app_secret === undefined ? undefined : { app_key, app_secret };
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
