import type { DashboardSession } from "./session.ts";

/** The sandbox's test control, for the page of its own server. */
export interface Control {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
}

/** Requests under `/sandbox/` in the name of the session. They reject with the server's sentence. */
export function createControl({ csrf }: DashboardSession): Control {
  async function send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`/sandbox/${path}`, {
      method,
      headers: { "x-codespar-csrf": csrf, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Error(answer.message);
  }
  return {
    get: (path) => send("GET", path),
    post: (path, body = {}) => send("POST", path, body),
  };
}
