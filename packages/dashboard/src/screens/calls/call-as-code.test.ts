import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { callAsCurl, callAsTypeScript } from "./call-as-code.ts";

const code = { baseUrl: "http://127.0.0.1:4010", sessionId: "ses_1", tool: "codespar_pay" };

it("reads as one would type it", () => {
  expect(
    callAsCurl({ ...code, arguments: { amount: 5000 } }),
  ).toBe(`curl 'http://127.0.0.1:4010/v1/sessions/ses_1/execute' \\
  -H "Authorization: Bearer $CODESPAR_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"name":"codespar_pay","arguments":{"amount":5000}}'`);
  expect(callAsTypeScript({ ...code, arguments: { amount: 5000 } })).toContain(
    'name: "codespar_pay",\n  arguments: {\n    "amount": 5000\n  },',
  );
});

it("gives a shell exactly the arguments, whatever they hold", () => {
  const texts = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(
      fc.oneof(texts, fc.constantFrom("'; rm -rf /; '", "$(id)", "`id`", "\\'", "a\nb")),
      (text) => {
        const command = callAsCurl({ ...code, arguments: { text } });
        const script = `curl() { for last; do :; done; printf %s "$last"; }\n${command}`;
        const sent: { arguments: { text: string } } = JSON.parse(
          execFileSync("sh", ["-c", script], { encoding: "utf8" }),
        );
        expect(sent.arguments.text).toBe(text);
      },
    ),
    { numRuns: 40 },
  );
});

it("hides nothing in a command that somebody copies", () => {
  const call = {
    baseUrl: "https://a.example",
    sessionId: "ses_1",
    tool: "codespar_pay",
    arguments: { to: "\u202eevil" },
  };
  for (const code of [callAsCurl(call), callAsTypeScript(call)]) {
    expect(code).toContain("\\u202eevil");
    expect(code).not.toContain("\u202e");
  }
});
