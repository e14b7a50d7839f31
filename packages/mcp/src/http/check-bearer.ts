/** A 401 for a request whose bearer token is not the key; undefined when it may pass. */
export async function checkBearer(request: Request, key: string): Promise<Response | undefined> {
  const given = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (given !== undefined && (await isSame(given, key))) return undefined;
  const error = { code: -32000, message: "Unauthorized: send the server's key as bearer token." };
  return Response.json(
    { jsonrpc: "2.0", id: null, error },
    { status: 401, headers: { "www-authenticate": 'Bearer realm="codespar"' } },
  );
}

/** Compares digests, so that the time it takes reveals nothing about the key. */
async function isSame(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([digest(a), digest(b)]);
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
