import { describe, expect, it } from "vitest";
import type { BackendRequest, BackendResponse } from "../ports/http-message.ts";
import { createFetchHandler } from "./fetch-handler.ts";

function getEdge(result: Partial<BackendResponse> = {}) {
  const requests: BackendRequest[] = [];
  const fetch = createFetchHandler({
    async handle(request) {
      requests.push(request);
      return { status: 200, headers: { "content-type": "application/json" }, body: "{}", ...result };
    },
  });
  return { fetch, requests };
}

const url = "http://127.0.0.1:4010/v1/sessions?limit=1";

/** Pieces until the reader leaves; `ended` resolves then. */
function endless(signal: () => AbortSignal | undefined) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  async function* pieces() {
    try {
      yield "first";
      await new Promise((_, reject) => {
        signal()?.addEventListener("abort", () => reject(new Error("left")), { once: true });
      });
    } finally {
      end();
    }
  }
  return { pieces: pieces(), ended };
}

describe("createFetchHandler", () => {
  it("passes method, path with query, lower-case headers and the body's text", async () => {
    const { fetch, requests } = getEdge();
    const headers = { "X-Test": "Yes", "Content-Type": "application/json" };
    const response = await fetch(new Request(url, { method: "POST", headers, body: '{"a":"ç"}' }));
    expect(response.status).toBe(200);
    expect(requests[0]).toMatchObject({
      method: "POST",
      path: "/v1/sessions?limit=1",
      headers: { "x-test": "Yes", "content-type": "application/json" },
      body: '{"a":"ç"}',
    });
  });

  it("says of a body in chunks that it is too large, and reads no further", async () => {
    const { fetch, requests } = getEdge();
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const init = { method: "POST", body, duplex: "half" };
    await fetch(new Request(url, init));
    expect(requests[0]).toMatchObject({ bodyFault: "too_large" });
    expect(requests[0]?.body).toBeUndefined();
    expect(pulled).toBeLessThan(15);
  });

  it("does not read a body that declares to be too large", async () => {
    const { fetch, requests } = getEdge();
    const headers = { "content-length": "1000001" };
    await fetch(new Request(url, { method: "POST", headers, body: "{}" }));
    expect(requests[0]).toMatchObject({ bodyFault: "too_large" });
  });

  it("says of a body that it is not UTF-8", async () => {
    const { fetch, requests } = getEdge();
    await fetch(new Request(url, { method: "POST", body: new Uint8Array([0x7b, 0xff, 0x7d]) }));
    expect(requests[0]).toMatchObject({ bodyFault: "not_utf8" });
  });

  it("says of a body that it was cut off", async () => {
    const { fetch, requests } = getEdge();
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    const init = { method: "POST", body, duplex: "half" };
    await fetch(new Request(url, init));
    expect(requests[0]).toMatchObject({ bodyFault: "incomplete" });
  });

  it("responds to HEAD as GET without a body", async () => {
    const { fetch, requests } = getEdge();
    const response = await fetch(new Request(url, { method: "HEAD" }));
    expect(requests[0]?.method).toBe("GET");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe("");
  });

  it("hands HEAD on as it is where the API has no read", async () => {
    const { fetch, requests } = getEdge();
    await fetch(new Request("http://localhost/billing/portal/a?b=c", { method: "HEAD" }));
    await fetch(new Request("http://localhost/v1/servers?limit=1", { method: "HEAD" }));
    expect(requests.map(({ method }) => method)).toEqual(["HEAD", "GET"]);
  });

  it("responds to OPTIONS with the methods of the path", async () => {
    const { fetch, requests } = getEdge();
    const response = await fetch(new Request(url, { method: "OPTIONS" }));
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, POST, OPTIONS"]);
    expect(requests).toHaveLength(0);
  });

  it("has no body in a 204", async () => {
    const { fetch } = getEdge({ status: 204, headers: {}, body: "" });
    const response = await fetch(new Request(url, { method: "DELETE" }));
    expect([response.status, response.body]).toEqual([204, null]);
  });

  it("streams the pieces, and ends them when the reader leaves", async () => {
    const edge: { signal?: AbortSignal | undefined } = {};
    const { pieces, ended } = endless(() => edge.signal);
    const fetch = createFetchHandler({
      async handle({ signal }) {
        edge.signal = signal;
        return { status: 200, headers: { "content-type": "text/event-stream" }, body: pieces };
      },
    });
    const reader = (await fetch(new Request(url))).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("first");
    await reader?.cancel();
    await ended;
  });

  it("ends open streams when the server closes", async () => {
    const edge: { signal?: AbortSignal | undefined } = {};
    const { pieces, ended } = endless(() => edge.signal);
    const closing = new AbortController();
    const fetch = createFetchHandler({
      closing: closing.signal,
      async handle({ signal }) {
        edge.signal = signal;
        return { status: 200, headers: {}, body: pieces };
      },
    });
    const reader = (await fetch(new Request(url))).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("first");
    closing.abort();
    expect((await reader?.read())?.done).toBe(true);
    await ended;
  });

  it("tells the backend that the caller has left", async () => {
    const edge: { signal?: AbortSignal | undefined } = {};
    const caller = new AbortController();
    const fetch = createFetchHandler({
      async handle({ signal }) {
        edge.signal = signal;
        caller.abort();
        return { status: 200, headers: {}, body: "{}" };
      },
    });
    await fetch(new Request(url, { signal: caller.signal }));
    expect(edge.signal?.aborted).toBe(true);
  });
});
