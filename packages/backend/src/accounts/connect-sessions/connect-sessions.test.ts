import { expect, it } from "vitest";
import { testBackend } from "../../testing/test-backend.ts";

const connectPage = { url: () => "https://pay.example.com/connect", returnOrigins: new Set<string>() };

async function setUp() {
  const test = testBackend({ connectPage });
  const { apiKey, organisation } = await test.join("growth");
  const make = async () => {
    const { body } = await test.call(apiKey, "POST", "/v1/connect-sessions", {
      body: { server_id: "asaas" },
    });
    const { url } = body as { url: string }; // what the contract says of it
    return new URL(url).hash.slice(1);
  };
  return { ...test, apiKey, organisation, make, sessions: test.backend.connectSessions };
}

it("makes links that work for 30 minutes", async () => {
  const { make, sessions, clock } = await setUp();
  const [early, late] = [await make(), await make()];
  clock.set(clock.now() + 30 * 60_000 - 1);
  const opened = await sessions.open(early);
  expect(opened?.session).toMatchObject({ server: "asaas", tenant: null, livemode: false });
  clock.set(clock.now() + 1);
  expect(await sessions.open(late)).toBeUndefined();
  // what was opened in time ends then as well
  expect(await sessions.read(opened?.secret ?? "")).toBeUndefined();
  expect(await sessions.complete(opened?.secret ?? "", { api_key: "k" })).toBeUndefined();
});

it("opens a link for one of many that try at once", async () => {
  const { make, sessions } = await setUp();
  const token = await make();
  const opened = await Promise.all(Array.from({ length: 20 }, () => sessions.open(token)));
  expect(opened.filter((each) => each !== undefined)).toHaveLength(1);
});

it("completes a session once, though it is completed twice at once", async () => {
  const { make, sessions, store, organisation } = await setUp();
  const { secret = "" } = (await sessions.open(await make())) ?? {};
  const completed = await Promise.all([
    sessions.complete(secret, { api_key: "first" }),
    sessions.complete(secret, { api_key: "second" }),
  ]);
  expect(completed.filter((each) => each !== undefined)).toHaveLength(1);
  expect((await store.listRecords("connection", organisation, {}, { limit: 10 })).rows).toHaveLength(1);
});

it("takes back a state from the session that sent it, once, and only the newest", async () => {
  const { make, sessions } = await setUp();
  const { secret: mine = "" } = (await sessions.open(await make())) ?? {};
  const { secret: others = "" } = (await sessions.open(await make())) ?? {};
  const older = await sessions.beginConsent(mine);
  const newer = await sessions.beginConsent(mine);
  expect(await sessions.endConsent(mine, older?.state ?? "")).toBeUndefined();
  expect(await sessions.endConsent(others, newer?.state ?? "")).toBeUndefined();
  expect(await sessions.endConsent(mine, "")).toBeUndefined();
  expect(await sessions.endConsent(mine, newer?.state ?? "")).toMatchObject({ verifier: newer?.verifier });
  expect(await sessions.endConsent(mine, newer?.state ?? "")).toBeUndefined();
});

it("keeps neither link, session, state nor verifier in the clear", async () => {
  const { make, sessions, store, organisation } = await setUp();
  const token = await make();
  const { secret = "" } = (await sessions.open(token)) ?? {};
  const consent = await sessions.beginConsent(secret);
  const { rows } = await store.listRecords("connect_session", organisation, {}, { limit: 10 });
  expect(rows).toHaveLength(1);
  const kept = JSON.stringify(rows);
  for (const text of [token, secret, consent?.state, consent?.verifier]) {
    expect(kept).not.toContain(text?.split(".").at(-1));
  }
});

it("is refused where there is no page, with the way out", async () => {
  const test = testBackend();
  const { apiKey } = await test.join("growth");
  const body = { server_id: "asaas" };
  expect((await test.call(apiKey, "POST", "/v1/connect-sessions", { body })).body).toMatchObject({
    error: "not_found",
    message: "There is no connect page here. Store the credentials with POST /v1/connections.",
  });
});
