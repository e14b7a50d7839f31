import { redact } from "@codespar/contract";
import { type LogLevel, logLevels } from "../config/gateway-config.ts";

/** What a line carries beside its message. */
export type LogFields = Readonly<Record<string, boolean | number | string | null | undefined>>;

/** Writes one line for each thing that happened. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** With the error's message and stack, redacted, and those of its causes. */
  error(message: string, error: unknown, fields?: LogFields): void;
}

export interface JsonLogOptions {
  level: LogLevel;
  now(): number;
  write(line: string): void;
}

/** A log of JSON lines, ready for a collector. Every text in it is redacted. */
export function jsonLog({ level, now, write }: JsonLogOptions): Log {
  const least = logLevels.indexOf(level);

  function log(severity: LogLevel, message: string, fields: LogFields = {}): void {
    if (logLevels.indexOf(severity) < least) return;
    const line = { time: new Date(now()).toISOString(), level: severity, message, ...fields };
    write(JSON.stringify(line, (_key, value) => (typeof value === "string" ? redact(value) : value)));
  }

  return {
    debug: (message, fields) => log("debug", message, fields),
    info: (message, fields) => log("info", message, fields),
    warn: (message, fields) => log("warn", message, fields),
    error: (message, error, fields) => log("error", message, { ...fields, ...describe(error) }),
  };
}

/** Name, message, code and place of an error and of what caused it, and nothing else that it holds. */
function describe(error: unknown): LogFields {
  const parts: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth += 1) {
    if (!(current instanceof Error)) {
      parts.push(typeof current === "string" ? current : `a thrown ${typeof current}`);
      break;
    }
    const code = "code" in current && typeof current.code === "string" ? ` [${current.code}]` : "";
    parts.push(`${current.name}${code}: ${current.message}`);
    current = current.cause;
  }
  const stack = error instanceof Error ? error.stack?.split("\n").slice(1, 6).join("\n") : undefined;
  return { error: parts.join(" <- "), stack };
}
