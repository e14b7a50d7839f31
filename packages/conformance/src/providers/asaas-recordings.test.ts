import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveWorld } from "./live-world.ts";
import { sharedFile } from "./shared-file.ts";

const recordings = sharedFile("recordings/asaas");
const hasRecordings = existsSync(recordings);
if (!hasRecordings) process.stderr.write(`skipped: the recordings of Asaas are not at ${recordings}\n`);

const read = (name: string) => JSON.parse(readFileSync(`${recordings}/${name}`, "utf8"));

let world: Awaited<ReturnType<typeof liveWorld>>;
beforeEach(async () => {
  world = await liveWorld("asaas");
});
afterEach(() => world.close());

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${world.providerUrl}${path}`, {
    method,
    headers: { access_token: world.credential, "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** Keys of an object at every depth, each with the kind of what it holds; null may stand for any kind. */
function shape(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => shape(item, `${at}[]`));
  if (typeof value !== "object" || value === null)
    return [`${at}: ${value === null ? "null" : typeof value}`];
  return Object.entries(value).flatMap(([key, member]) => shape(member, `${at}.${key}`));
}

function differences(actual: unknown, recorded: unknown): string[] {
  const kinds = (value: unknown) => new Map(shape(value).map((line) => line.split(": ") as [string, string]));
  const [mine, theirs] = [kinds(actual), kinds(recorded)];
  const missing = [...theirs.keys()].filter((key) => !mine.has(key)).map((key) => `missing ${key}`);
  const extra = [...mine.keys()].filter((key) => !theirs.has(key)).map((key) => `extra ${key}`);
  const other = [...mine].filter(([key, kind]) => {
    const recordedKind = theirs.get(key);
    return recordedKind !== undefined && recordedKind !== kind && kind !== "null" && recordedKind !== "null";
  });
  return [...missing, ...extra, ...other.map(([key]) => `kind ${key}`)];
}

describe.skipIf(!hasRecordings)("the emulated Asaas against recordings of the real sandbox", () => {
  async function pay(billingType: string, more: object = {}) {
    const { body: customer } = await call("POST", "/v3/customers", { name: "Ana", cpfCnpj: "11144477735" });
    const dueDate = new Date(world.sandbox.clock.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const { body } = await call("POST", "/v3/payments", {
      customer: customer.id,
      billingType,
      value: 100,
      dueDate,
      description: "Paridade Pix",
      ...more,
    });
    return body;
  }

  it("has a pending Pix payment with the same fields, kinds and state", async () => {
    const recorded = read("payment-pix-pending.json");
    const payment = await pay("PIX");
    expect(differences(payment, recorded)).toEqual([]);
    for (const field of [
      "status",
      "billingType",
      "netValue",
      "deleted",
      "refunds",
      "creditDate",
      "paymentDate",
    ])
      expect([field, payment[field]]).toEqual([field, recorded[field]]);
  });

  it("has a confirmed card payment with the same fields, kinds and state", async () => {
    const recorded = read("payment-card-confirmed.json");
    const payment = await pay("CREDIT_CARD", { creditCardToken: "tok_mastercard" });
    expect(differences(payment, recorded)).toEqual([]);
    for (const field of ["status", "billingType", "netValue", "paymentDate", "pixTransaction"])
      expect([field, payment[field]]).toEqual([field, recorded[field]]);
    expect(payment.creditCard.creditCardBrand).toBe(recorded.creditCard.creditCardBrand);
  });

  it("refuses what the real one refuses, with its status, code and words", async () => {
    for (const { request, response } of read("errors.json")) {
      expect(await call(request.method, request.path, request.body)).toEqual(response);
    }
  });
});
