import { readdirSync, readFileSync } from "node:fs";
import { systemTimers } from "@codespar/backend";
import type { Provider } from "@codespar/backend/ports";
import { testBackend } from "@codespar/backend/testing";
import { responseSchemas } from "@codespar/contract/schemas";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../testing.ts";
import { openDatabase } from "./open-database.ts";
import { sqliteStore } from "./sqlite-store.ts";

const whatsapp: Provider = {
  id: "whatsapp-cloud",
  tools: [],
  execute: async () => ({ ok: true, data: { messages: [{ id: "wamid.saboroso" }] } }),
  find: async () => ({ status: "unknown" }),
};

// docs/guides/operate-the-gateway.md: what was deleted is overwritten, in the write-ahead log too
it("leaves nothing of a call's arguments, results and secrets in any file once they are erased", async () => {
  using directory = temporaryDirectory();
  const sql = openDatabase(directory.path, { name: "store", program: "this test" });
  const store = sqliteStore(sql, systemTimers);
  const { backend, clock, join, call } = testBackend({ store, providers: [whatsapp] });
  const { apiKey } = await join();
  const session = await call(apiKey, "POST", "/v1/sessions", { body: { servers: ["whatsapp-cloud"] } });
  const { id } = responseSchemas.Session.parse(session.body);
  // some in the middle of a page, some longer than one
  for (const message of ["a caramelised secret", "a caramelised secret ".repeat(400)]) {
    const sent = await call(apiKey, "POST", `/v1/sessions/${id}/execute`, {
      body: { name: "codespar_notify", arguments: { channel: "whatsapp", to: "+5511987654321", message } },
    });
    expect(sent.body).toMatchObject({ success: true, data: { message_id: "wamid.saboroso" } });
  }
  const written = () =>
    readdirSync(directory.path)
      .map((name) => readFileSync(`${directory.path}/${name}`).toString("latin1"))
      .join("\n");
  for (const text of ["caramelised", "saboroso"]) expect(written()).toContain(text);
  clock.set(clock.now() + 24 * 3_600_000 - 1);
  await backend.tick();
  expect(written()).toContain("caramelised");
  clock.set(clock.now() + 60_000);
  await backend.tick();
  for (const text of ["caramelised", "5511987654321"]) expect(written()).not.toContain(text);
  // nor after the file was closed and the log moved into it
  await store.close();
  expect(written()).not.toContain("caramelised");
});
