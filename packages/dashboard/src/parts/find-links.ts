import { isWebAddress } from "./safe-link.tsx";

export interface FoundLink {
  /** The field's name, such as `pdf_url`. */
  name: string;
  url: string;
}

/** Every address in a JSON value, by the name of its field, each once. */
export function findLinks(value: unknown): FoundLink[] {
  const found = new Map<string, FoundLink>();
  collect(value, "url", found, 0);
  return [...found.values()];
}

function collect(value: unknown, name: string, found: Map<string, FoundLink>, depth: number): void {
  if (depth > 8) return;
  if (typeof value === "string") {
    if (isWebAddress(value) && !found.has(value)) found.set(value, { name, url: value });
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, name, found, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(item, key, found, depth + 1);
  }
}
