import { findCrossings } from "./borders/find-crossings.ts";
import { readWorkspace } from "./borders/read-workspace.ts";

const workspace = readWorkspace(process.cwd());
const crossings = findCrossings(workspace);
for (const { path, line, message } of crossings) console.error(`${path}:${line}  ${message}`);
if (crossings.length > 0) {
  console.error(`\n${crossings.length} imports cross a border. The table is in docs/architecture.md.`);
  process.exitCode = 1;
} else {
  console.log(`Borders: ${workspace.files.size} files, no import crosses one.`);
}
