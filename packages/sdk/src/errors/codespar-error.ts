import { brand } from "./brand.ts";
import { copyCause } from "./copy-cause.ts";
import { nameErrors } from "./name-errors.ts";
import { redact } from "./redact.ts";

export interface CodeSparErrorInit {
  code: string;
  message: string;
  retryable?: boolean | undefined;
  cause?: unknown;
}

/** Everything that CodeSpar throws, except the reason of an abort of your own. */
export class CodeSparError extends Error {
  /** A stable, machine-readable code such as `quota_exceeded`. */
  readonly code: string;
  /** Whether the same call, with the same idempotency key, may succeed later. */
  readonly retryable: boolean;
  /** HTTP status; undefined when there was no answer. */
  declare readonly status: number | undefined;
  /** Names the request in CodeSpar's log; undefined when there was no answer. */
  declare readonly request_id: string | undefined;

  constructor({ code, message, retryable = false, cause }: CodeSparErrorInit) {
    super(redact(message), cause === undefined ? undefined : { cause: copyCause(cause) });
    this.code = code;
    this.retryable = retryable;
  }

  /**
   * Like `instanceof`, and holds when the error comes from another copy of the SDK.
   * On a subclass it tells that subclass: `QuotaExceededError.isInstance(error)`.
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
