/** What streamable HTTP may respond with; a client has to take both. */
const served = "application/json, text/event-stream";

/**
 * The request with both types named, where its `Accept` takes them by a wildcard: the protocol's own check looks for the names
 * alone. RFC 9110, 12.5.1: `*` stands for every type, and so does no header at all.
 */
export function acceptAll(request: Request): Request {
  const accept = request.headers.get("accept");
  if (accept !== null && !takesAll(accept)) return request;
  const headers = new Headers(request.headers);
  headers.set("accept", served);
  return new Request(request, { headers });
}

function takesAll(accept: string): boolean {
  const ranges = accept.split(",").map((range) => range.replace(/\s+/g, "").toLowerCase());
  const takes = (type: string) =>
    ranges.some((range) => range.split(";", 1)[0] === type && !/;q=0(\.0*)?$/.test(range));
  const [json, stream] = served.split(", ") as [string, string]; // two, by the line above
  if (takes("*/*")) return true;
  return (takes("application/*") || takes(json)) && (takes("text/*") || takes(stream));
}
