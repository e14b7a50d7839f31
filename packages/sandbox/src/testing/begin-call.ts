import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";

/** A call that a server has begun to read. It ends when the test says so: no test has to guess how long it takes. */
export interface BegunCall {
  /** Sends the rest, and waits for the response. */
  end(body: object): Promise<{ status: number | undefined; body: { success?: boolean } }>;
}

/** Posts the headers of a request, and waits until the server asks for its body. */
export async function beginCall(url: string, headers: Record<string, string>): Promise<BegunCall> {
  const request = httpRequest(url, { method: "POST", headers: { ...headers, expect: "100-continue" } });
  const responded = once(request, "response");
  // a server that dies gives no response
  responded.catch(() => {});
  request.flushHeaders();
  await once(request, "continue");
  return {
    async end(body) {
      request.end(JSON.stringify(body));
      const [response] = await responded;
      return { status: response.statusCode, body: JSON.parse(await text(response)) };
    },
  };
}
