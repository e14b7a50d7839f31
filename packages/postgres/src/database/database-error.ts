import { StoreFailure } from "@codespar/backend/ports";

/** PostgreSQL cannot be used: not reached, refused, too slow, or too old a schema. The message never has a password. */
export class DatabaseError extends StoreFailure {
  override readonly name = "DatabaseError";
}

/** How an attempt at a statement failed. */
export interface Failure {
  /**
   * `refused`: the statement has had no effect. `busy`: nor has it, and trying again would not help. `lost`: it may have
   * had. `fault`: it is wrong, or the data is.
   */
  kind: "refused" | "busy" | "lost" | "fault";
  error: unknown;
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const sentences: Readonly<Record<string, (name: string) => string>> = {
  "28P01": (name) => `${name} refuses the user or the password. Check DATABASE_URL.`,
  "28000": (name) => `${name} does not let this user in. Check DATABASE_URL and pg_hba.conf.`,
  "3D000": (name) => `${name} does not exist on that server. Create it, or correct DATABASE_URL.`,
  "42501": (name) =>
    `The user of DATABASE_URL lacks a privilege on ${name}. Grant it CREATE on the database.`,
  "53300": (name) =>
    `${name} has no connection left. Lower the connections of each process or raise max_connections.`,
  "53100": (name) => `${name} has no space left on its disk, and nothing was written. Give it more.`,
  "53200": (name) => `${name} is out of memory, and nothing was written. Give it more, or fewer connections.`,
  "57014": (name) =>
    `${name} is too slow: canceling statement due to statement timeout. Nothing was written. Lower the load, or look for who holds locks.`,
  "25006": (name) =>
    `${name} takes no writes: it is a standby, or was made one. Let DATABASE_URL lead to the primary.`,
  "57P03": (name) => `${name} is starting up or shutting down. Try again in a moment.`,
  ENOTFOUND: (name) => `${name} is not reached: its host is not known. Check DATABASE_URL.`,
  EAI_AGAIN: (name) =>
    `${name} is not reached: its host cannot be looked up at the moment. Check DATABASE_URL and the network.`,
  ECONNREFUSED: (name) =>
    `${name} is not reached: nothing listens at its address. Check DATABASE_URL and whether PostgreSQL runs.`,
};

/** Rolled back by PostgreSQL, or never begun. */
const refused = new Set([
  "40001",
  "40P01",
  "53300",
  "55P03",
  "57P03",
  "25006",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
]);
/** Rolled back, and trying again at once would not help. */
const exhausted = new Set(["53100", "53200", "57014"]);
/** The connection went while something may have been under way: also class 08. */
const lost = new Set(["57P01", "57P02", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"]);

/** Sorts what the driver threw. `isConnecting`: no statement had been sent. */
export function classifyFailure(error: unknown, isConnecting: boolean): Failure {
  const code = getCode(error);
  if (isConnecting && getMessage(error) === noFreeConnection) return { kind: "busy", error };
  if (code !== undefined && exhausted.has(code)) return { kind: "busy", error };
  if (code !== undefined && refused.has(code)) return { kind: "refused", error };
  if (code === undefined ? isConnectionMessage(error) : lost.has(code) || code.startsWith("08")) {
    return { kind: isConnecting ? "refused" : "lost", error };
  }
  return { kind: "fault", error };
}

/** The failure in a sentence for the operator. */
export function describeFailure({ kind, error }: Failure, databaseName: string): DatabaseError {
  const name = `The database ${databaseName}`;
  const sentence = sentences[getCode(error) ?? ""];
  // the driver's own error may have values of the statement in its details
  const cause = new Error(getMessage(error));
  if (kind === "busy" && sentence === undefined) {
    const message = `${name} is busy: no connection of this process became free in time. Lower the load, or let it have more connections.`;
    return new DatabaseError(message, { isTemporary: true, hadNoEffect: true, cause });
  }
  if (sentence !== undefined)
    return new DatabaseError(sentence(name), {
      isTemporary: kind !== "fault",
      hadNoEffect: kind === "busy" || kind === "refused",
      cause,
    });
  if (kind !== "fault") {
    const message = `${name} is not reached: ${getMessage(error)}. Check DATABASE_URL and the network.`;
    return new DatabaseError(message, { isTemporary: true, hadNoEffect: true, cause });
  }
  const code = getCode(error) ?? "no code";
  return new DatabaseError(`${name} refused a statement (${code}): ${getMessage(error)}`, {
    isTemporary: false,
    cause,
  });
}

/** PostgreSQL's five characters, or what Node calls the error of a socket. */
export function getCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  // one for each address of the host
  if (error instanceof AggregateError) return getCode(error.errors[0]);
  return undefined;
}

// The driver has no codes for these.
const noFreeConnection = "timeout exceeded when trying to connect";
const connectionMessages =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|The server does not support SSL)/;

function isConnectionMessage(error: unknown): boolean {
  return error instanceof Error && connectionMessages.test(error.message);
}

function getMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  return error instanceof Error ? error.message : String(error);
}
