import { pick, type RandomSource } from "@codespar/formats";

/** A request that is broken somewhere. */
export interface MalformedRequest {
  bytes: Buffer;
  /** The sender says that nothing more comes. */
  ends: boolean;
}

const bodies = [
  '{"preset":"brazilian"}',
  '{"name":"codespar_pay","arguments":{"method":"pix","amount":5000,"currency":"BRL"}}',
  '{"name":"t","event":"*","webhook_url":"https://example.com/hook"}',
];
const targets = [
  "POST /v1/sessions",
  "POST /v1/sessions/ses_1/execute",
  "POST /v1/sessions/ses_1/send",
  "POST /v1/triggers",
  "POST /v1/tool-calls/reconcile",
  "PATCH /v1/billing",
  "GET /v1/tool-calls?metadata[a]=b&limit=5",
  "GET /v1/usage?period=2026-11",
  "DELETE /v1/api-keys/key_1",
];
const strangeHeaders = [
  "transfer-encoding: chunked",
  "transfer-encoding: gzip, chunked",
  "content-length: 0x10",
  "content-length: -1",
  "content-length: 5, 6",
  "content-length: 99999999999999999999999",
  "content-encoding: br",
  "content-type: text/xml",
  "expect: 200-maybe",
  "upgrade: h2c",
  "host: [::",
  "host: a b",
  "authorization: Bearer",
  "authorization: Basic Og==",
  "x-codespar-org: __proto__",
  "idempotency-key: \u00e9",
  "last-event-id: -1",
  "accept: \u0000",
  " folded: line",
  ": nameless",
  `x: ${"y".repeat(17_000)}`,
];
const strangeTargets = [
  "POST /v1/sessions/../../etc/passwd",
  "POST //v1//sessions",
  "GET /v1/sessions/%",
  "GET /v1/sessions/%00%ff",
  "GET /v1/tool-calls?limit=1e999",
  "GET /v1/tool-calls?metadata[__proto__]=1&metadata=2",
  "GET /v1/usage?period=0000-99&group_by=%00",
  "GET http://elsewhere.example/v1/usage",
  "GET * ",
  "CONNECT elsewhere.example:443",
  "BREW /v1/sessions",
  "PRI *",
  "GET /v1/\u0000",
  "",
];

/** One of endlessly many requests that are each broken in one way; `key` gets it past the first door. */
export function malformedRequest(random: RandomSource, key: string): MalformedRequest {
  const choose = <Item extends string>(items: readonly Item[]): Item => pick<Item>(random, items);
  let target = choose(targets);
  let body: Buffer = Buffer.from(target.startsWith("GET") ? "" : choose(bodies));
  const headers = [
    "host: localhost",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    "connection: close",
    `content-length: ${body.length}`,
  ];
  const breaks: Record<string, () => Buffer | undefined> = {
    target: () => {
      target = choose(strangeTargets);
      return undefined;
    },
    header: () => {
      const strange = choose(strangeHeaders);
      const [name = ""] = strange.split(":");
      const same = headers.findIndex((header) => header.startsWith(name) && name !== "");
      // in the place of the right one, or beside it
      if (same >= 0 && random.integer(2) === 0) headers[same] = strange;
      else headers.push(strange);
      return undefined;
    },
    missing: () => {
      headers.splice(random.integer(headers.length), 1);
      return undefined;
    },
    body: () => {
      body = flip(body, random, 1 + random.integer(4));
      return undefined;
    },
    bytes: () => flip(join(), random, 1 + random.integer(8)),
    cut: () => join().subarray(0, random.integer(join().length)),
    noise: () => Buffer.from(Array.from({ length: 1 + random.integer(300) }, () => random.integer(256))),
    version: () =>
      Buffer.from(
        join()
          .toString("latin1")
          .replace("HTTP/1.1", choose(["HTTP/9.9", "http/1.1", "HTTP/1.", ""])),
        "latin1",
      ),
    lines: () =>
      Buffer.from(
        join()
          .toString("latin1")
          .replaceAll("\r\n", choose(["\n", "\r", "\r\r\n", "\n\r"])),
        "latin1",
      ),
  };
  const join = () =>
    Buffer.concat([Buffer.from(`${target} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`, "latin1"), body]);
  const how = choose(Object.keys(breaks));
  return { bytes: breaks[how]?.() ?? join(), ends: how === "cut" || how === "noise" };
}

function flip(bytes: Buffer, random: RandomSource, times: number): Buffer {
  const flipped = Buffer.from(bytes);
  for (let time = 0; time < times && flipped.length > 0; time++) {
    flipped[random.integer(flipped.length)] = random.integer(256);
  }
  return flipped;
}
