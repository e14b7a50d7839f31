import { encodeJson } from "./encode-json.ts";

/** `?a=1&metadata[tenant_id]=x`, or nothing. Values are as in JSON; what is undefined or null is left out. */
export function encodeQuery(query?: object): string {
  if (query === undefined) return "";
  const pairs = new URLSearchParams();
  const append = (key: string, value: unknown) => {
    if (typeof value !== "object") pairs.append(key, String(value));
    else for (const [name, item] of Object.entries(value ?? {})) append(`${key}[${name}]`, item);
  };
  for (const [key, value] of Object.entries(JSON.parse(encodeJson(query)))) append(key, value);
  return pairs.size === 0 ? "" : `?${pairs}`;
}
