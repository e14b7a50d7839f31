import type { Json } from "@codespar/contract";

/** How a simulated provider misbehaves. Several may be set at once; they are tried in the order below. */
export interface Fault {
  /** Refuses every call before processing it, as a closed port does. */
  down?: boolean | undefined;
  /** Refuses the credentials before processing, as after a key was revoked: the connection has to be made again. */
  unauthorized?: boolean | undefined;
  /** Returns 503 before processing. */
  errorBeforeProcessing?: boolean | undefined;
  /** Refuses each n-th call before processing; 1 refuses all. */
  flaky?: number | undefined;
  /** Waits this many milliseconds before processing. */
  slowMs?: number | undefined;
  /** Takes the call, does nothing and never responds. */
  timeoutBeforeCommit?: boolean | undefined;
  /** Does what was asked and never responds. */
  commitThenTimeout?: boolean | undefined;
  /** Cannot tell afterwards what became of an operation. */
  forget?: boolean | undefined;
  /** Only for this native tool. @default every tool */
  tool?: string | undefined;
  /** Goes away by itself after hitting this many calls. @default never */
  times?: number | undefined;
}

/** What the fault of a server says about one call. */
type FaultVerdict =
  | "none"
  | "refuse_credentials"
  | "refuse_down"
  | "refuse_503"
  | "lose_before_commit"
  | "lose_after_commit";

export interface Faults {
  /** Replaces the server's fault. */
  set(server: string, fault: Fault): void;
  /** Takes the fault off one server, or all. */
  clear(server?: string): void;
  get(server: string): Fault | undefined;
}

interface ActiveFault {
  fault: Fault;
  seen: number;
  hits: number;
}

/** The faults of a sandbox: `set` and `clear` for tests, `judge` for the simulated providers. */
export class FaultControl implements Faults {
  readonly #active = new Map<string, ActiveFault>();

  set(server: string, fault: Fault): void {
    this.#active.set(server, { fault, seen: 0, hits: 0 });
  }

  clear(server?: string): void {
    if (server === undefined) this.#active.clear();
    else this.#active.delete(server);
  }

  get(server: string): Fault | undefined {
    return this.#active.get(server)?.fault;
  }

  /** Counts the call and says what becomes of it. */
  judge(server: string, tool: string): { verdict: FaultVerdict; slowMs: number } {
    const active = this.#active.get(server);
    if (active === undefined) return { verdict: "none", slowMs: 0 };
    const { fault } = active;
    if (fault.tool !== undefined && fault.tool !== tool) return { verdict: "none", slowMs: 0 };
    active.seen += 1;
    const slowMs = fault.slowMs ?? 0;
    const verdict = readVerdict(fault, active.seen);
    if (verdict !== "none" || slowMs > 0) {
      active.hits += 1;
      if (fault.times !== undefined && active.hits >= fault.times) this.#active.delete(server);
    }
    return { verdict, slowMs };
  }
}

function readVerdict(fault: Fault, seen: number): FaultVerdict {
  if (fault.down) return "refuse_down";
  if (fault.unauthorized) return "refuse_credentials";
  if (fault.errorBeforeProcessing) return "refuse_503";
  if (fault.flaky !== undefined && seen % fault.flaky === 0) return "refuse_503";
  if (fault.timeoutBeforeCommit) return "lose_before_commit";
  if (fault.commitThenTimeout) return "lose_after_commit";
  return "none";
}

/** A connector puts the operation's id in front of what the caller wrote. */
const pattern = /^(?:tc_[0-9a-z]+(?:\.\d+)?-)?sandbox:(.*)$/s;

/**
 * What follows `sandbox:` in a text that the caller chose, such as a reference: `sandbox:never_pays` gives
 * `never_pays`. Undefined for every other value. The words are listed in docs/guides/sandbox-magic.
 */
export function readMagic(value: Json | undefined): string | undefined {
  return typeof value === "string" ? pattern.exec(value)?.[1] : undefined;
}
