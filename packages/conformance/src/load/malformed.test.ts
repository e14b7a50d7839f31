import { errorStatuses } from "@codespar/contract";
import { seededRandom } from "@codespar/formats";
import { expect, it } from "vitest";
import { loadWorld } from "./load-world.ts";
import { malformedRequest } from "./malformed-request.ts";
import { openSocket, parseResponse, readToEnd } from "./raw-http.ts";

const requests = 10_000;
const atOnce = 64;

it(`responds to ${requests} malformed requests with their code, or closes, and goes on`, async () => {
  const { url, server, openSession, expectToRespond } = await loadWorld({
    // who waits for the rest of a request that never comes hears soon, but nobody whom this machine keeps waiting
    headersTimeoutMs: 1000,
    requestTimeoutMs: 1000,
  });
  const random = seededRandom(20261121);
  const statuses = new Map<number | "closed", number>();
  let begun = 0;

  async function sendOn(): Promise<void> {
    while (begun < requests) {
      begun += 1;
      const { bytes, ends } = malformedRequest(random, server.apiKey);
      const socket = await openSocket(url);
      const text = readToEnd(socket);
      // one response is enough, also where the request does not ask to be closed after it
      socket.once("data", () => socket.end());
      if (ends) socket.end(bytes);
      else socket.write(bytes);
      const response = parseResponse(await text);
      const status = response?.status ?? "closed";
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (response === undefined || response.status < 300) continue;
      const shown = bytes.toString("latin1").slice(0, 600);
      expect(response.status, shown).toBeLessThan(500);
      // a response to HEAD or OPTIONS has no body
      if (response.body === "") continue;
      const body = JSON.parse(response.body);
      expect(Object.keys(errorStatuses), shown).toContain(body.error);
      expect(body.status, shown).toBe(response.status);
      expect(body.message, shown).toMatch(/./);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, sendOn));
  // the requests were broken in many ways, not all in one
  for (const status of [400, 401, 404, 413]) expect(statuses.get(status)).toBeGreaterThan(20);
  await openSession();
  await expectToRespond();
}, 600_000);
