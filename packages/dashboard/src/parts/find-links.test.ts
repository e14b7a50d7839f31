import { expect, it } from "vitest";
import { findLinks } from "./find-links.ts";

it("finds addresses wherever they are, each once, by their field's name", () => {
  const result = {
    data: {
      pdf_url: "https://pay.example/a.pdf",
      pix: { qr_code_url: "http://127.0.0.1:4010/p/1" },
      again: ["https://pay.example/a.pdf"],
    },
  };
  expect(findLinks(result)).toEqual([
    { name: "pdf_url", url: "https://pay.example/a.pdf" },
    { name: "qr_code_url", url: "http://127.0.0.1:4010/p/1" },
  ]);
});

it.each([
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)//https://x",
  "data:text/html,<script>alert(1)</script>",
  "//evil.example",
  "file:///etc/passwd",
  "https://",
  "https://a b",
  "vbscript:x",
])("takes %j for no address", (text) => {
  expect(findLinks({ url: text })).toEqual([]);
});
