import { randomBytes } from "node:crypto";
import type { Timers } from "@codespar/backend/ports";
import pg from "pg";

export interface HintsOptions {
  url: string;
  timers: Timers;
  /** Another process says that something happened to these operations. */
  onHint(ids: readonly string[]): void;
  /** The connection is new: hints may have been missed. */
  onConnect(): void;
  reportError(error: unknown): void;
}

export interface Hints {
  /** Notifies the other processes, with others of the next moment. A hint may be lost: nobody may depend on one. */
  send(id: string): void;
  close(): Promise<void>;
}

const channel = "codespar";
/** Milliseconds in which hints gather, so that a busy process sends few. */
const gatherMs = 20;
/** Bytes of a notification; PostgreSQL takes 7999. */
const mostBytes = 7_900;
const retryDelaysMs = [1_000, 5_000, 30_000];

/**
 * LISTEN and NOTIFY on a connection of their own: a NOTIFY among the statements of a transaction would have all commits of
 * the database wait for one another.
 */
export function connectHints({ url, timers, onHint, onConnect, reportError }: HintsOptions): Hints {
  const sender = randomBytes(6).toString("hex");
  const pending = new Set<string>();
  let client: pg.Client | undefined;
  let isClosed = false;
  let failures = 0;
  let cancelFlush: (() => void) | undefined;
  let cancelRetry: (() => void) | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: "codespar hints",
    });
    // one of the two comes, or both, when the connection ends
    const lost = () => {
      if (client === next) client = undefined;
      else return;
      retry();
    };
    next.on("error", lost);
    next.on("end", lost);
    next.on("notification", ({ payload = "" }) => {
      const [from, ...ids] = payload.split(" ");
      if (from !== sender) onHint(ids);
    });
    try {
      await next.connect();
      // a hint that is lost with the server is no loss
      await next.query("SET synchronous_commit = off");
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      // waiters look by themselves as long as nobody notifies them
      if (failures === 0 && !isClosed) reportError(error);
      await next.end().catch(() => {});
      retry();
      return;
    }
    if (isClosed) return next.end();
    failures = 0;
    client = next;
    onConnect();
  }

  function retry(): void {
    if (isClosed) return;
    const delay = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? 0;
    failures += 1;
    cancelRetry = timers.after(delay, () => {
      opening = open();
    });
  }

  /** One notification after the other: what comes meanwhile is gathered for the next. */
  async function flush(): Promise<void> {
    const open = client;
    if (open === undefined) return pending.clear();
    const texts = payloads(sender, pending);
    pending.clear();
    try {
      for (const text of texts) {
        await open.query({ name: "hint", text: "SELECT pg_notify($1, $2)", values: [channel, text] });
      }
    } catch {
      // its waiters look by themselves
    }
  }

  function schedule(): void {
    cancelFlush ??= timers.after(gatherMs, () => {
      void flush().then(() => {
        cancelFlush = undefined;
        if (pending.size > 0 && !isClosed) schedule();
      });
    });
  }

  let opening = open();

  return {
    send(id) {
      if (client === undefined) return;
      pending.add(id);
      schedule();
    },
    async close() {
      isClosed = true;
      cancelFlush?.();
      cancelRetry?.();
      await opening;
      const open = client;
      client = undefined;
      await open?.end();
    },
  };
}

function payloads(sender: string, ids: Iterable<string>): string[] {
  const texts: string[] = [];
  let text = sender;
  for (const id of ids) {
    if (text.length + id.length + 1 > mostBytes) {
      texts.push(text);
      text = sender;
    }
    text += ` ${id}`;
  }
  return [...texts, text];
}
