import { expect, it } from "vitest";
import { showFiles } from "./show-files.ts";

it("puts files into the blocks that show them, and leaves other blocks alone", () => {
  const markdown = "# A\n\n```ts file=a.ts\nold;\nolder;\n```\n\n```ts\nkept;\n```\n\n```ts file=b.ts\n```\n";
  const read = (path: string) => `${path === "a.ts" ? "$& new" : "b"};\n`;
  expect(showFiles(markdown, read)).toBe(
    "# A\n\n```ts file=a.ts\n$& new;\n```\n\n```ts\nkept;\n```\n\n```ts file=b.ts\nb;\n```\n",
  );
});
