import { brand } from "./brand.ts";
import { redact } from "./redact.ts";

// More than any error of use has, and a bound for chains without end.
const mostErrors = 100;

/**
 * What is stored of a cause. Of a foreign error that is its name, code, and masked message and stack, likewise of its own
 * causes and members: a cause is printed with its error, and HTTP clients hang whole requests on theirs, key and all.
 */
export function copyCause(cause: unknown, seen: Set<unknown> = new Set()): unknown {
  if (typeof cause === "string") return redact(cause);
  if (typeof cause === "function") return undefined;
  // What is ours was copied when it was made.
  if (typeof cause !== "object" || cause === null || brand in cause) return cause;
  if (seen.has(cause) || seen.size >= mostErrors) return undefined;
  seen.add(cause);
  const { name, code, message, stack, cause: inner, errors } = read(cause);
  const copy = new Error(redact(text(message) ?? "What was thrown is no Error. It is not shown."));
  define(copy, "name", redact(text(name) ?? copy.name));
  define(copy, "stack", redact(text(stack) ?? String(copy)));
  if (typeof code === "string" || typeof code === "number") Object.assign(copy, { code: mask(code) });
  if (inner !== undefined) define(copy, "cause", copyCause(inner, seen));
  if (Array.isArray(errors))
    define(
      copy,
      "errors",
      errors.map((error) => copyCause(error, seen)),
    );
  return copy;
}

type Fields = { [Key in "name" | "code" | "message" | "stack" | "cause" | "errors"]?: unknown };

function read(cause: Fields): Fields {
  try {
    const { name, code, message, stack, cause: inner, errors } = cause;
    return { name, code, message, stack, cause: inner, errors };
  } catch {
    // a getter, or a proxy
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function mask(code: string | number): string | number {
  return typeof code === "string" ? redact(code) : code;
}

/** As the properties of an error are: not listed. */
function define(error: Error, key: string, value: unknown): void {
  if (value !== undefined) Object.defineProperty(error, key, { value, writable: true, configurable: true });
}
