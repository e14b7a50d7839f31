import { CodeSparError } from "../errors/codespar-error.ts";
import { nameErrors } from "../errors/name-errors.ts";

/**
 * - `journal_in_use` another run holds it
 * - `journal_corrupt` a line cannot be read
 * - `journal_mismatch` it belongs to another loop, is no journal, or was written by a newer version
 * - `journal_io` the file system failed
 */
export type JournalErrorCode = "journal_in_use" | "journal_corrupt" | "journal_mismatch" | "journal_io";

export interface JournalErrorInit {
  code: JournalErrorCode;
  path: string;
  message: string;
  line?: number | undefined;
  cause?: unknown;
}

/** A loop's journal cannot be used. Nothing was executed since the last entry that it holds. */
export class JournalError extends CodeSparError {
  declare readonly code: JournalErrorCode;
  readonly path: string;
  /** The line that is meant, from 1. */
  readonly line: number | undefined;

  constructor({ code, path, message, line, cause }: JournalErrorInit) {
    const place = line === undefined ? path : `${path}:${line}`;
    super({ code, message: `${place}: ${message}`, retryable: code === "journal_in_use", cause });
    this.path = path;
    this.line = line;
  }
}

nameErrors({ JournalError });
