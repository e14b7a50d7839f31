import { expect, it } from "vitest";
import { jsonLog } from "./json-log.ts";

function recordedLog(level: "debug" | "error" | "info" | "warn" = "info") {
  const lines: string[] = [];
  const log = jsonLog({ level, now: () => 0, write: (line) => lines.push(line) });
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line)) };
}

it("writes a line of JSON with time, level, message and fields", () => {
  const { log, parsed } = recordedLog();
  log.info("request", { status: 200, path: "/v1/sessions" });
  expect(parsed()).toEqual([
    {
      time: "1970-01-01T00:00:00.000Z",
      level: "info",
      message: "request",
      status: 200,
      path: "/v1/sessions",
    },
  ]);
});

it("leaves out what is less severe than its level", () => {
  const { log, parsed } = recordedLog("warn");
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d", new Error("e"));
  expect(parsed().map(({ message }) => message)).toEqual(["c", "d"]);
});

it("shows no secret, of messages, fields, errors or what they hold and are caused by", () => {
  const { log, lines } = recordedLog();
  const key = "csk_live_abcdefghijklmnop";
  log.info(`with ${key}`, { header: `Bearer ${key}` });
  const cause = Object.assign(new Error(`inner ${key}`), {
    config: { headers: { authorization: "s3cret" } },
  });
  log.error("failed", new Error(`outer ${key}`, { cause }));
  log.error("thrown", { password: "s3cret" });
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).not.toContain("abcdefghijklmnop");
    expect(line).not.toContain("s3cret");
  }
  expect(JSON.parse(lines[1] ?? "").error).toMatch(/^Error: outer .* <- Error: inner /);
});
