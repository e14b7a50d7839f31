import { expect, it } from "vitest";
import { completeSnippet } from "./complete-snippet.ts";

it("makes what a block uses, and what that needs", () => {
  expect(completeSnippet("await session.close();")).toMatch(
    /createSandbox }.*CodeSpar }.*const sandbox =.*const codespar =.*const session =.*session\.close/s,
  );
});

it("leaves alone what the block declares or only mentions", () => {
  const code = 'import { CodeSpar } from "@codespar/sdk";\nconst codespar = new CodeSpar(); // a session';
  expect(completeSnippet(code)).toBe(`${code}\nexport {};\n`);
  expect(completeSnippet("const a = { session: 1 };")).toBe("const a = { session: 1 };\nexport {};\n");
});
