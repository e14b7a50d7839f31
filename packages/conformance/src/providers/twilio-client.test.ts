import { existsSync } from "node:fs";
import twilio from "twilio";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startReceiver } from "../webhooks/receiver.ts";
import { liveWorld, sellerAccount } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";
import { judgeBySpecs } from "./spec-judge.ts";

let world: Awaited<ReturnType<typeof liveWorld>>;
let client: ReturnType<typeof twilio>;

beforeEach(async () => {
  world = await liveWorld("twilio");
  const { account_sid = "", auth_token = "" } = world.credentials;
  client = twilio(account_sid, auth_token, { httpClient: redirecting() });
});
afterEach(() => world.close());

/** Twilio's own HTTP client; its hosts are written into the package, so each request is led to the emulator here. */
function redirecting(): InstanceType<typeof twilio.RequestClient> {
  const requests = new twilio.RequestClient();
  const send = requests.request.bind(requests);
  requests.request = (options) =>
    send({ ...options, uri: options.uri.replace(/^https:\/\/[a-z.]+\.twilio\.com/, world.providerUrl) });
  return requests;
}

const to = "+5511987654321";

it("the official client reads what CodeSpar sent, and CodeSpar's account has what the client sent", async () => {
  const session = await world.client.sessions.create({ servers: ["twilio"] });
  const sent = await session.execute({
    name: "codespar_notify",
    arguments: { channel: "sms", to, message: "Oi" },
  });
  if (!sent.success) throw new Error(sent.error.message);
  const { message_id } = sent.data as { message_id: string };
  const read = await client.messages(message_id).fetch();
  expect(read).toMatchObject({ sid: message_id, to, body: "Oi", direction: "outbound-api", status: "sent" });
  expect(read.dateCreated).toBeInstanceOf(Date);
  const own = await client.messages.create({ to, from: "+15005550006", body: "Do cliente" });
  expect(own).toMatchObject({ status: "queued", numSegments: "1", accountSid: expect.stringMatching(/^AC/) });
  await world.advance("5s");
  expect((await client.messages.list({ to, limit: 10 })).map(({ sid, status }) => [sid, status])).toEqual([
    [own.sid, "delivered"],
    [message_id, "delivered"],
  ]);
});

it("verifies a code, once and within its life", async () => {
  const { verifications, verificationChecks } = client.verify.v2.services(
    "VA00000000000000000000000000000000",
  );
  const made = await verifications.create({ to, channel: "sms" });
  expect(made).toMatchObject({ to, channel: "sms", status: "pending", valid: false });
  const [message] = await client.messages.list({ to, limit: 1 });
  const code = /\d{6}/.exec(message?.body ?? "")?.[0] ?? "";
  const wrong = code === "000000" ? "000001" : "000000";
  expect(await verificationChecks.create({ to, code: wrong })).toMatchObject({
    status: "pending",
    valid: false,
  });
  expect(await verificationChecks.create({ to, code })).toMatchObject({ status: "approved", valid: true });
  await expect(verificationChecks.create({ to, code })).rejects.toMatchObject({ status: 404, code: 20404 });
});

it("looks a number up, and says of one that is none that it is not valid", async () => {
  expect(await client.lookups.v2.phoneNumbers(to).fetch()).toMatchObject({ valid: true, countryCode: "BR" });
  expect(await client.lookups.v2.phoneNumbers("+123").fetch()).toMatchObject({ valid: false });
});

it("refuses in Twilio's own words", async () => {
  await expect(client.messages.create({ to: "12", from: "+15005550006", body: "x" })).rejects.toMatchObject({
    status: 400,
    code: 21211,
    moreInfo: "https://www.twilio.com/docs/errors/21211",
  });
  await expect(client.messages("SM00000000000000000000000000000000").fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
  });
  const stranger = twilio("AC00000000000000000000000000000000", "wrong token", { httpClient: redirecting() });
  await expect(stranger.messages.list({ limit: 1 })).rejects.toMatchObject({ status: 401, code: 20003 });
});

it("signs its callbacks as the official validator wants them", async () => {
  await using receiver = await startReceiver();
  const { auth_token = "" } = world.credentials;
  const url = `${receiver.url}?tenant=1`;
  await world.emulator.addWebhook("twilio", sellerAccount, { url, secret: auth_token });
  await client.messages.create({ to: `whatsapp:${to}`, from: "whatsapp:+15005550006", body: "ç=&" });
  await world.advance("5s");
  const told = receiver.received.map(({ body, headers }) => {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const signature = String(headers["x-twilio-signature"]);
    expect(twilio.validateRequest(auth_token, signature, url, fields)).toBe(true);
    expect(twilio.validateRequest(auth_token, signature, `${url}1`, fields)).toBe(false);
    return fields.MessageStatus;
  });
  expect(told).toEqual(["sent", "delivered"]);
});

const spec = sharedFile("specs/twilio.openapi.json");
if (!existsSync(spec)) process.stderr.write(`skipped: Twilio's spec is not at ${spec}\n`);

it.skipIf(!existsSync(spec))("every response has what Twilio's specification says", async () => {
  const { account_sid = "", auth_token = "" } = world.credentials;
  const headers = {
    authorization: `Basic ${btoa(`${account_sid}:${auth_token}`)}`,
    "content-type": "application/x-www-form-urlencoded",
  };
  const responses: Parameters<typeof judgeBySpecs>[1][number][] = [];
  const call = async (method: string, path: string, body?: string) => {
    const response = await fetch(world.providerUrl + path, { method, headers, body: body ?? null });
    const parsed = (await response.json()) as Record<string, unknown>;
    responses.push({ method, path, status: response.status, body: parsed });
    return parsed;
  };
  const messages = `/2010-04-01/Accounts/${account_sid}/Messages`;
  const made = await call("POST", `${messages}.json`, "To=%2B5511987654321&From=%2B15005550006&Body=Oi");
  await call("GET", `${messages}/${made.sid}.json`);
  await call("GET", `${messages}.json?PageSize=1`);
  await call("POST", "/v2/Services/VA1/Verifications", "To=%2B5511987654321&Channel=sms");
  await call("POST", "/v2/Services/VA1/VerificationCheck", "To=%2B5511987654321&Code=1");
  await call("GET", "/v2/PhoneNumbers/+5511987654321");
  const { problems, judged } = judgeBySpecs([spec], responses);
  expect(judged).toBe(6);
  expect(problems).toEqual([]);
});
