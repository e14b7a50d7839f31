import { isTest } from "./find-circles.ts";

export interface TestLines {
  sourceLines: number;
  testLines: number;
}

/** What the counts go by, as the check prints it. */
export const countingRule =
  "Counted: every line of packages/*/src and scripts. Generated folders count as nobody's; files named .test.ts, folders " +
  "testing/ and suite/, and the whole package conformance are tests. Translators: <id>/translate.ts and mappings/ against " +
  "the tests beside them alone, without the simulations' own.";

/** Lines of source and of tests; in a package of tests every line is one of a test. */
export function countTestLines(folder: string, files: ReadonlyMap<string, string>): TestLines {
  let sourceLines = 0;
  let testLines = 0;
  for (const [path, source] of files) {
    if (path.includes("/generated/")) continue;
    const lines = source.split("\n").length - 1;
    if (isTest(path) || /\/(?:testing|suite)\//.test(path) || folder === "packages/conformance")
      testLines += lines;
    else sourceLines += lines;
  }
  return { sourceLines, testLines };
}

/** The same of what turns meta-tool calls into native calls: translators, and the mappings that they share. */
export function countTranslatorLines(files: ReadonlyMap<string, string>): TestLines {
  const translators = new Map(
    [...files].filter(([path]) =>
      /^packages\/providers\/src\/(?:[^/]+\/translate(?:\.test)?\.ts|mappings\/.*)$/.test(path),
    ),
  );
  return countTestLines("packages/providers", translators);
}

export function testsPerLine({ sourceLines, testLines }: TestLines): string {
  return sourceLines === 0 ? "-" : (testLines / sourceLines).toFixed(2);
}
