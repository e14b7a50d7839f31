import type { JsonObject } from "@codespar/contract";
import type { Sandbox } from "@codespar/sandbox-core";

/** The API without an SDK, as a program in another language would call it. */
export interface ApiClient {
  /** Runs a tool in a session of these servers; returns its `data`, and throws when it did not succeed. */
  execute(servers: string[], name: string, args: object): Promise<JsonObject>;
  /** Runs a native tool; returns the whole result. */
  native(server: string, name: string, args: object): Promise<JsonObject>;
}

export function apiClient({ handle }: Pick<Sandbox, "handle">, key = "csk_test_pages"): ApiClient {
  async function post(path: string, body: object): Promise<JsonObject> {
    const response = await handle({
      method: "POST",
      path,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: new AbortController().signal,
    });
    return JSON.parse(String(response.body));
  }

  async function run(servers: string[], name: string, args: object): Promise<JsonObject> {
    const { id } = await post("/v1/sessions", { servers });
    return post(`/v1/sessions/${id}/execute`, { name, arguments: args });
  }

  return {
    async execute(servers, name, args) {
      const result = await run(servers, name, args);
      const { data } = result;
      if (result.success === true && typeof data === "object" && data !== null && !Array.isArray(data))
        return data;
      throw new Error(`${name} at ${servers.join()}: ${JSON.stringify(result).slice(0, 600)}`);
    },
    native: (server, name, args) => run([server], name, args),
  };
}
