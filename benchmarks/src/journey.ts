import { recordEntries } from "./journey/record-entries.ts";

/**
 * The journey of a warm `session.execute` of a Pix through our files: each function that is entered counts its file,
 * and two entries in a row that stand in different folders are one folder move.
 */
const recorder = recordEntries(process.cwd());
const { createSandbox } = await import("@codespar/sandbox");
const { CodeSpar } = await import("@codespar/sdk");

const sandbox = createSandbox({ seed: 1, now: "2026-03-02T12:00:00Z" });
const codespar = new CodeSpar({ apiKey: "csk_test_journey", transport: sandbox.transport });
const session = await codespar.sessions.create({ servers: ["asaas"] });
const pix = { name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } } as const;
await session.execute(pix);
const entries = await recorder.record(() => session.execute(pix));
await sandbox.close();

const files = new Set(entries);
const folders = new Set(entries.map(getFolder));
const moves = entries.filter(
  (file, index) => getFolder(file) !== getFolder(entries[index - 1] ?? file),
).length;
if (process.argv.includes("--list")) {
  for (const [index, file] of entries.entries()) if (file !== entries[index - 1]) console.log(file);
}
console.log(
  `A Pix by session.execute: ${files.size} files in ${folders.size} folders, ${moves} folder moves.`,
);

function getFolder(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}
