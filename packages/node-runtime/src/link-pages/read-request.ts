/** Bytes that a form or a token may have. */
const most = 100_000;

/** A form's fields; undefined for anything else. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  if (!hasType(request, "application/x-www-form-urlencoded")) return undefined;
  const text = await readText(request);
  return text === undefined ? undefined : new URLSearchParams(text);
}

/** A text in a JSON object; undefined for anything else. */
export async function readJsonText(request: Request, field: string): Promise<string | undefined> {
  if (!hasType(request, "application/json")) return undefined;
  const text = await readText(request);
  try {
    const value: unknown = JSON.parse(text ?? "");
    // an object's own member may be anything that JSON can carry
    const member =
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
    return typeof member === "string" ? member : undefined;
  } catch {
    return undefined;
  }
}

function hasType(request: Request, type: string): boolean {
  return request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() === type;
}

/** The body as it comes, and no more of it than may be. */
async function readText(request: Request): Promise<string | undefined> {
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const piece of request.body) {
    length += piece.byteLength;
    if (length > most) return undefined;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
