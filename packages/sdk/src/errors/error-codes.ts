import type { ErrorCode } from "@codespar/contract";

/** Codes of errors that the client itself makes. */
export type ClientErrorCode =
  | "connection_error"
  | "timeout"
  | "transport_unavailable"
  | "stream_taken"
  | "stream_left"
  | "step_function_threw"
  | "step_result_erased"
  | "run_step_gave_nothing"
  | "journal_in_use"
  | "journal_corrupt"
  | "journal_mismatch"
  | "journal_io"
  | "webhook_body_parsed"
  | "webhook_header_missing"
  | "webhook_secret_malformed"
  | "webhook_timestamp_outside_window"
  | "webhook_signature_invalid"
  | "webhook_body_malformed"
  | "webhook_duplicate";

/** Something between here and CodeSpar responded, with this status. */
export type HttpErrorCode = `http_${number}`;

/** Every code that an error can have, so that a misspelled one does not compile. */
export type CodeSparErrorCode = ErrorCode | ClientErrorCode | HttpErrorCode;
