import { invalidRequest } from "../errors/invalid-request.ts";

/** `/v1/sessions/ses_1/tools` from its segments; an id cannot lead anywhere else. */
export function encodePath(segments: readonly string[]): string {
  return `/v1${segments.map(encodeSegment).join("")}`;
}

function encodeSegment(segment: string): string {
  // These would name another endpoint than the one that is called.
  if (typeof segment !== "string" || segment === "" || segment === "." || segment === "..") {
    throw invalidRequest("id", `must be an id, not ${JSON.stringify(segment)}.`);
  }
  return `/${encodeURIComponent(segment)}`;
}
