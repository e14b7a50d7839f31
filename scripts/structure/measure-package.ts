import { countTestLines, type TestLines } from "./count-test-lines.ts";
import { isTest } from "./find-circles.ts";

export interface PackageMeasures extends TestLines {
  /** Source files directly in `src` that are no entry of the package. */
  looseFiles: readonly string[];
}

/** How a package is laid out and tested; generated files count as nobody's lines. */
export function measurePackage(
  folder: string,
  files: ReadonlyMap<string, string>,
  entries: ReadonlySet<string>,
): PackageMeasures {
  const looseFiles: string[] = [];
  for (const path of files.keys()) {
    if (path.includes("/generated/")) continue;
    const isLoose = !isTest(path) && !path.slice(`${folder}/src/`.length).includes("/");
    if (isLoose && !entries.has(path)) looseFiles.push(path);
  }
  return { looseFiles, ...countTestLines(folder, files) };
}
