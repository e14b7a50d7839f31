import type { JournalEntry } from "../loop/loop-journal.ts";
import { JournalError } from "./journal-error.ts";

const version = 1;

/** The first line of a journal's file: it belongs to one loop. */
export function headerLine(loopId: string): string {
  return `${JSON.stringify({ codespar_journal: version, loop: loopId })}\n`;
}

export interface ReadLines {
  entries: JournalEntry[];
  /** Bytes that hold whole lines; what follows was being written when the process died. */
  length: number;
}

/** Reads a journal's file. A last line without its end is left out; everything else has to be right. */
export function readLines(path: string, loopId: string, bytes: Uint8Array): ReadLines {
  const length = bytes.lastIndexOf(0x0a) + 1;
  if (length === 0) {
    // only what can have been the start of our own first line may be overwritten
    if (Buffer.from(headerLine(loopId)).subarray(0, bytes.length).equals(bytes))
      return { entries: [], length };
    throw notAJournal(path);
  }
  const [header = "", ...lines] = decode(path, bytes.subarray(0, length)).slice(0, -1).split("\n");
  checkHeader(path, loopId, header);
  const entries = lines.map((line, index) => readEntry(path, line, index + 2));
  const [first] = entries;
  if (first !== undefined && first.type !== "loop.started") throw corrupt(path, 2);
  return { entries, length };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // which line it is, found by reading them one by one
    let line = 1;
    for (let start = 0; start < bytes.length; line++) {
      const end = bytes.indexOf(0x0a, start) + 1;
      const text = Buffer.from(bytes.subarray(start, end));
      if (!Buffer.from(text.toString()).equals(text)) break;
      start = end;
    }
    throw line === 1 ? notAJournal(path) : corrupt(path, line);
  }
}

function checkHeader(path: string, loopId: string, line: string): void {
  const header = parse(line);
  if (typeof header !== "object" || header === null || !("codespar_journal" in header)) {
    throw notAJournal(path);
  }
  if (header.codespar_journal !== version) {
    throw new JournalError({
      code: "journal_mismatch",
      path,
      message: `it was written in version ${String(header.codespar_journal)} of the format, and this SDK reads version ${version}. Update @codespar/sdk.`,
    });
  }
  const owner = "loop" in header ? header.loop : undefined;
  if (owner === loopId) return;
  throw new JournalError({
    code: "journal_mismatch",
    path,
    message: `it is the journal of loop ${JSON.stringify(owner)}, not of ${JSON.stringify(loopId)}. Give each loop a file of its own.`,
  });
}

function readEntry(path: string, text: string, line: number): JournalEntry {
  const entry = parse(text);
  if (isEntry(entry)) return entry;
  throw corrupt(path, line);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether every field that the loop builds on is there. */
function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value)) return false;
  const hasStep = typeof value.step === "string";
  switch (value.type) {
    case "loop.started":
      return Array.isArray(value.steps) && value.steps.every(isDefinition);
    case "step.started":
      return hasStep && isRecord(value.arguments);
    case "step.completed":
      return hasStep && isRecord(value.result) && typeof value.attempts === "number";
    case "loop.failed":
      return hasStep && isRecord(value.error) && typeof value.attempts === "number";
    case "step.compensating":
      return hasStep && typeof value.name === "string" && isRecord(value.arguments);
    case "step.rejected":
    case "step.skipped":
    case "step.compensation_rejected":
    case "step.compensated":
      return hasStep;
    default:
      return false;
  }
}

function isDefinition(value: unknown): boolean {
  return isRecord(value) && typeof value.id === "string" && typeof value.name === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function corrupt(path: string, line: number): JournalError {
  return new JournalError({
    code: "journal_corrupt",
    path,
    line,
    message:
      "this line cannot be read, so it is not known what the loop has done. Restore the file from a copy. Without one, look up what was done by its idempotency keys, `<loop id>/<step id>`, with codespar.toolCalls.reconcile before you start a new loop.",
  });
}

function notAJournal(path: string): JournalError {
  return new JournalError({
    code: "journal_mismatch",
    path,
    message: "this file is no loop's journal. It was left as it is; choose another path.",
  });
}
