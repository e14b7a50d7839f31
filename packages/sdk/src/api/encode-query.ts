export type QueryValue = string | number | boolean | Readonly<Record<string, string>> | undefined;

/** `?a=1&metadata[tenant_id]=x`, or nothing. What is undefined is left out. */
export function encodeQuery(query: Readonly<Record<string, QueryValue>> = {}): string {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value !== "object") {
      pairs.append(key, String(value));
      continue;
    }
    for (const [name, item] of Object.entries(value)) pairs.append(`${key}[${name}]`, item);
  }
  const text = pairs.toString();
  return text === "" ? "" : `?${text}`;
}
