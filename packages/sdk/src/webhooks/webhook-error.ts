import { CodeSparError } from "../errors/codespar-error.ts";
import { nameErrors } from "../errors/name-errors.ts";

export type WebhookErrorCode =
  | "webhook_body_parsed"
  | "webhook_header_missing"
  | "webhook_secret_malformed"
  | "webhook_timestamp_outside_window"
  | "webhook_signature_invalid"
  | "webhook_body_malformed"
  | "webhook_duplicate";

/** A delivery that must not be acted on. `status` is the status to respond with: 400, and 200 for a duplicate. */
export class WebhookError extends CodeSparError {
  declare readonly code: WebhookErrorCode;
  declare readonly status: number;

  constructor(code: WebhookErrorCode, message: string, cause?: unknown) {
    super({ code, message, cause });
    Object.assign(this, { status: code === "webhook_duplicate" ? 200 : 400 });
  }
}

nameErrors({ WebhookError });
