import { invalidRequest } from "../errors/invalid-request.ts";

/** Splits `https://host/prefix/` into what a connection and what a path begins with. */
export function parseBaseUrl(baseUrl: string): { origin: string; prefix: string } {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw invalidRequest("baseUrl", "must be an http or https URL, such as http://localhost:4010.");
  }
  if (url.username !== "" || url.password !== "") {
    throw invalidRequest("baseUrl", "must not hold a user name or password.");
  }
  const prefix = url.pathname.replace(/\/+$/, "");
  if (prefix.endsWith("/v1"))
    throw invalidRequest("baseUrl", "ends in /v1, which the client adds. Leave it off.");
  return { origin: url.origin, prefix };
}
