import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeIdProblem, renderProvider } from "./new-provider/render-provider.ts";

const [id = "", name = id] = process.argv.slice(2);
const folder = join("packages/providers/src", id);
const problem = describeIdProblem(id) ?? (existsSync(folder) ? `${folder} is there already.` : undefined);

if (problem !== undefined) {
  console.error(`${problem}\n\nUsage: pnpm new:provider <id> ["Its name"]`);
  process.exitCode = 1;
} else {
  mkdirSync(join(folder, "fixtures"), { recursive: true });
  for (const [file, text] of Object.entries(renderProvider(id, name)))
    writeFileSync(join(folder, file), text);
  console.log(
    [
      `${folder} is there. Next:`,
      `  1. Fill provider.ts and tools.ts from the provider's documentation.`,
      `  2. pnpm --filter @codespar/providers generate`,
      `  3. pnpm exec vitest run ${folder}    the tests fail until the folder is filled`,
    ].join("\n"),
  );
}
