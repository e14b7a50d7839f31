import { expect, it } from "vitest";
import { toCommonJs, toOlderCompilers } from "./rewrite-declaration.ts";

it("says of bytes what every compiler knows", () => {
  const text =
    "export declare const a: Uint8Array<ArrayBuffer>, b: Promise<Uint8Array<ArrayBufferLike>>, c: Uint8Array;";
  expect(toOlderCompilers(text)).toBe(
    "export declare const a: ReturnType<typeof Uint8Array.from>, b: Promise<Uint8Array>, c: Uint8Array;",
  );
});

it("names the files of the package as CommonJS, and leaves other packages", () => {
  const text = [
    'export { a } from "./a.ts";',
    'import type { B } from "../b/b.js";',
    'export declare const c: typeof import("./c.ts").c;',
    'import { Tool } from "@codespar/contract";',
    "//# sourceMappingURL=index.d.ts.map",
  ].join("\n");
  expect(toCommonJs(text)).toBe(
    [
      'export { a } from "./a.cts";',
      'import type { B } from "../b/b.cts";',
      'export declare const c: typeof import("./c.cts").c;',
      'import { Tool } from "@codespar/contract";',
      "",
    ].join("\n"),
  );
});
