import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import {
  countingRule,
  countTestLines,
  countTranslatorLines,
  type TestLines,
  testsPerLine,
} from "./structure/count-test-lines.ts";
import { findFileCircles, findFolderCircles, listEdges } from "./structure/find-circles.ts";
import { embeddedPackages, findRealmChecks } from "./structure/find-realm-checks.ts";
import { measurePackage } from "./structure/measure-package.ts";

/** Files that may lie in a `src` beside its entries. */
const mostLooseFiles = 6;

/** Packages that had more when the check came. A number may fall, never rise. */
const looseFilesBefore: Readonly<Record<string, number>> = {
  "packages/mcp": 15,
  "packages/vercel": 11,
  "packages/claude": 9,
  "packages/openai": 9,
  "packages/conformance": 9,
};

const faults: string[] = [];
const repository: TestLines = { sourceLines: 0, testLines: 0 };
let translators: TestLines = { sourceLines: 0, testLines: 0 };
console.log("package              loose  source  tests  tests per line");
for (const manifestPath of globSync("packages/*/package.json").sort()) {
  const folder = dirname(manifestPath).replaceAll("\\", "/");
  const files = readSources(folder);
  const edges = listEdges(files);
  for (const { folder: inside, members, imports } of findFolderCircles(edges)) {
    faults.push(`${inside}: these reach each other: ${members.join(", ")}.`);
    for (const { from, to } of imports) faults.push(`    ${from} -> ${to}`);
  }
  for (const { members, imports } of findFileCircles(edges)) {
    const how =
      findFileCircles(imports.filter(({ typeOnly }) => !typeOnly)).length === 0
        ? "by their types"
        : "in a circle";
    faults.push(`${members.join(", ")} import each other ${how}.`);
  }
  if (embeddedPackages.includes(folder)) faults.push(...findRealmChecks(files));
  const { looseFiles, sourceLines, testLines } = measurePackage(folder, files, getEntries(manifestPath));
  const most = looseFilesBefore[folder] ?? mostLooseFiles;
  if (looseFiles.length > most) {
    faults.push(
      `${folder}/src has ${looseFiles.length} loose files, ${most} are allowed: ${looseFiles.join(", ")}.`,
    );
  }
  if (folder === "packages/providers") translators = countTranslatorLines(files);
  add({ sourceLines, testLines });
  printLine(folder.slice("packages/".length), { sourceLines, testLines }, String(looseFiles.length));
}
const scripts = countTestLines("scripts", readFiles("scripts/**/*.ts"));
add(scripts);
printLine("scripts", scripts);
printLine("translators", translators);
printLine("repository", repository);
console.log(countingRule);
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error("\nThe structure does not hold. Move what both sides need into a folder below them.");
  process.exitCode = 1;
} else {
  console.log("Structure: no circle of folders, none of files, types included.");
}

function add({ sourceLines, testLines }: TestLines): void {
  repository.sourceLines += sourceLines;
  repository.testLines += testLines;
}

function printLine(name: string, lines: TestLines, loose = ""): void {
  const columns = [
    loose.padStart(5),
    String(lines.sourceLines).padStart(7),
    String(lines.testLines).padStart(6),
    testsPerLine(lines).padStart(6),
  ];
  console.log(`${name.padEnd(20)} ${columns.join(" ")}`);
}

function readSources(folder: string): Map<string, string> {
  return readFiles(`${folder}/src/**/*.{ts,tsx}`);
}

function readFiles(pattern: string): Map<string, string> {
  const paths = globSync(pattern).map((path) => path.replaceAll("\\", "/"));
  return new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

/** The files behind a package's exports and commands. */
function getEntries(manifestPath: string): Set<string> {
  const folder = posix.dirname(manifestPath.replaceAll("\\", "/"));
  const text = readFileSync(manifestPath, "utf8");
  const entries = new Set([`${folder}/src/index.ts`, `${folder}/src/bin.ts`]);
  for (const [, path = ""] of text.matchAll(/"\.\/(src\/[^"*]+\.tsx?)"/g)) {
    if (existsSync(`${folder}/${path}`)) entries.add(`${folder}/${path}`);
  }
  return entries;
}
