import { describe, expect, it } from "vitest";
import { CodeSpar } from "../client.ts";
import { fakeTransport } from "../testing/fake-transport.ts";

const event = (id: string) => `id: ${id}\nevent: payment.confirmed\ndata: {"id":"${id}"}\n\n`;

function client(chunks: readonly string[]) {
  const { transport, requests } = fakeTransport(() => ({ chunks }));
  return { requests, codespar: new CodeSpar({ apiKey: "csk_test_x", transport }) };
}

describe("codespar.events.stream", () => {
  it("yields events as they come, and says which was the last", async () => {
    const { codespar, requests } = client([": ready\n\n", event("evt_2"), `: beat\n\n${event("evt_3")}`]);
    const ids: string[] = [];
    for await (const { id } of codespar.events.stream({ lastEventId: "evt_1" })) {
      ids.push(id);
      if (ids.length === 2) break;
    }
    expect(ids).toEqual(["evt_2", "evt_3"]);
    expect(requests[0]).toMatchObject({
      path: "/v1/events/stream",
      headers: { accept: "text/event-stream", "last-event-id": "evt_1" },
    });
    expect(requests[0]?.signal?.aborted).toBe(true);
  });

  it("throws a connection error when the connection ends, so that one goes on", async () => {
    const { codespar } = client([event("evt_1")]);
    const stream = codespar.events.stream();
    expect((await stream.next()).value).toEqual({ id: "evt_1" });
    await expect(stream.next()).rejects.toMatchObject({ name: "ConnectionError" });
  });

  it("ends with the reason of an abort", async () => {
    const { codespar } = client([event("evt_1")]);
    const leaving = new AbortController();
    const stream = codespar.events.stream({ signal: leaving.signal });
    await stream.next();
    leaving.abort(new Error("left"));
    await expect(stream.next()).rejects.toThrow("left");
  });

  it("throws what the API refuses", async () => {
    const { transport } = fakeTransport(() => ({
      status: 403,
      body: {
        error: "insufficient_scope",
        message: "This API key lacks the scope sessions:read.",
        status: 403,
        request_id: "req_1",
        retryable: false,
        required_scope: "sessions:read",
      },
    }));
    const codespar = new CodeSpar({ apiKey: "csk_test_x", transport });
    await expect(codespar.events.stream().next()).rejects.toMatchObject({ code: "insufficient_scope" });
  });
});
