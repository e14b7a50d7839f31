import { brand } from "./brand.ts";
import { copyCause } from "./copy-cause.ts";
import type { CodeSparErrorCode } from "./error-codes.ts";
import { nameErrors } from "./name-errors.ts";
import { redact } from "./redact.ts";

export interface CodeSparErrorInit {
  /** One of CodeSpar's, or one of your own, as for a durable engine that gave up. */
  code: CodeSparErrorCode | (string & {});
  message: string;
  retryable?: boolean | undefined;
  cause?: unknown;
}

/** Everything that CodeSpar throws, except the reason of an abort of your own. */
export class CodeSparError extends Error {
  /** A stable, machine-readable code such as `quota_exceeded`. One that is newer than this version is a text all the same. */
  readonly code: CodeSparErrorCode;
  /** Whether the same call, with the same idempotency key, may succeed later. */
  readonly retryable: boolean;
  /** HTTP status; undefined when there was no response. */
  declare readonly status: number | undefined;
  /** Names the request in CodeSpar's log; undefined when there was no response. */
  declare readonly request_id: string | undefined;

  constructor({ code, message, retryable = false, cause }: CodeSparErrorInit) {
    super(redact(message), cause === undefined ? undefined : { cause: copyCause(cause) });
    // one of a caller's own is theirs to define; the type is for those who compare with ours
    this.code = code as CodeSparErrorCode;
    this.retryable = retryable;
  }

  /**
   * Like `instanceof`, and holds when the error comes from another copy of the SDK.
   * On a subclass it recognises that subclass: `QuotaExceededError.isInstance(error)`.
   */
  static isInstance<Class extends abstract new (...args: never[]) => CodeSparError>(
    this: Class,
    value: unknown,
  ): value is InstanceType<Class> {
    if (typeof value !== "object" || value === null || !(brand in value)) return false;
    for (let proto = Object.getPrototypeOf(value); proto !== null; proto = Object.getPrototypeOf(proto)) {
      // biome-ignore lint/complexity/noThisInStatic: the class that is asked, which may be a subclass
      if (Object.hasOwn(proto, "name") && proto.name === this.prototype.name) return true;
    }
    return false;
  }
}

nameErrors({ CodeSparError });
Object.defineProperty(CodeSparError.prototype, brand, { value: true });
