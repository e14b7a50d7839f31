import { expect, it } from "vitest";
import { readBlocks } from "./read-blocks.ts";

it("reads blocks with their marks and lines", () => {
  const markdown = "# A\n\n```ts no-run\nconst a = 1;\n```\n\n1. b\n   ```sh\n   npm i\n   ```\n";
  expect(readBlocks("a.md", markdown)).toEqual([
    { file: "a.md", line: 3, language: "ts", marks: ["no-run"], code: "const a = 1;\n", given: "" },
    { file: "a.md", line: 8, language: "sh", marks: [], code: "npm i\n", given: "" },
  ]);
});

it("refuses a block that does not end", () => {
  expect(() => readBlocks("a.md", "```ts\n")).toThrow("a.md:1");
});

it("reads what is given to a block", () => {
  const markdown = "<!-- given\ndeclare const a: number;\n-->\n\n```ts\na;\n```\n\n```ts\n1;\n```\n";
  expect(readBlocks("a.md", markdown).map(({ given }) => given)).toEqual(["declare const a: number;\n", ""]);
});
