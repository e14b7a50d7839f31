import { type SandboxServerOptions, startSandboxServer } from "@codespar/sandbox/server";
import { expect, onTestFinished } from "vitest";

/** A sandbox server without a rate limit, closed when the test ends, that has no excuse for an error of its own. */
export async function loadWorld(options: SandboxServerOptions = {}) {
  const errors: unknown[] = [];
  const server = await startSandboxServer({
    port: 0,
    seed: 1,
    now: "2026-11-21T12:00:00Z",
    plan: "growth",
    rateLimit: false,
    drainMs: 100,
    onError: (error) => errors.push(error),
    ...options,
  });
  onTestFinished(() => server.close());
  const { url, apiKey } = server;
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };

  function post(path: string, body: unknown, more: Record<string, string> = {}): Promise<Response> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return fetch(url + path, { method: "POST", headers: { ...headers, ...more }, body: text });
  }

  async function openSession(): Promise<string> {
    const response = await post("/v1/sessions", { preset: "brazilian" });
    expect(response.status).toBe(201);
    const { id } = await response.json();
    return id;
  }

  /** The server responds, and nothing went wrong inside. */
  async function expectToRespond(): Promise<void> {
    const response = await fetch(`${url}/v1/usage`, { headers });
    expect(response.status).toBe(200);
    expect(errors).toEqual([]);
  }

  /** The first lines of a request, as they go over a socket. */
  const head = (method: string, path: string, more = "") =>
    `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${apiKey}\r\n` +
    `content-type: application/json\r\n${more}`;

  return { server, url, post, openSession, expectToRespond, head };
}
