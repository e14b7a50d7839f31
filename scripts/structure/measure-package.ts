import { isTest } from "./find-circles.ts";

export interface PackageMeasures {
  /** Source files directly in `src` that are no entry of the package. */
  looseFiles: readonly string[];
  sourceLines: number;
  testLines: number;
}

/** How a package is laid out and tested; generated files count as nobody's lines. */
export function measurePackage(
  folder: string,
  files: ReadonlyMap<string, string>,
  entries: ReadonlySet<string>,
): PackageMeasures {
  const looseFiles: string[] = [];
  let sourceLines = 0;
  let testLines = 0;
  for (const [path, source] of files) {
    if (path.includes("/generated/")) continue;
    const lines = source.split("\n").length - 1;
    if (isTest(path) || /\/(?:testing|suite)\//.test(path)) testLines += lines;
    else sourceLines += lines;
    const isLoose = !isTest(path) && !path.slice(`${folder}/src/`.length).includes("/");
    if (isLoose && !entries.has(path)) looseFiles.push(path);
  }
  return { looseFiles, sourceLines, testLines };
}
