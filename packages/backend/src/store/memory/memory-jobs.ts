import type { Job } from "../job.ts";
import { pickDueJobs } from "../pick-due-jobs.ts";
import { DueList } from "./due-list.ts";

/** A job as it is kept. Never changed: another takes its place. */
interface Entry {
  readonly job: Job;
  readonly dueAt: number;
  /** Counts the jobs as they came. */
  readonly number: number;
  readonly isLeased: boolean;
}

interface Group {
  due: DueList<Entry>;
  /** By id, those whose lease runs, or ran out. */
  leased: Map<string, Entry>;
}

interface TakeJobs {
  kind: string;
  now: number;
  limit: number;
  leaseUntil: number;
  mostPerGroup: number | undefined;
}

interface MemoryJobs {
  /** One of this id that exists already stays as it is. */
  add(job: Job): void;
  take(what: TakeJobs): Job[];
  finish(id: string, retryAt: number | undefined): void;
  nextDueAt(after: number): number | undefined;
}

/** The jobs of the in-memory store. What it costs to take some does not grow with those that wait. */
export function memoryJobs(): MemoryJobs {
  const entries = new Map<string, Entry>();
  /** By kind, then by group. */
  const kinds = new Map<string, Map<string, Group>>();
  let count = 0;

  function put(entry: Entry): void {
    const { id, kind, group: name = "" } = entry.job;
    const groups = kinds.get(kind) ?? new Map<string, Group>();
    kinds.set(kind, groups);
    const group = groups.get(name) ?? { due: new DueList<Entry>(), leased: new Map<string, Entry>() };
    groups.set(name, group);
    group.due.add(entry);
    if (entry.isLeased) group.leased.set(id, entry);
    entries.set(id, entry);
  }

  function remove(entry: Entry): void {
    const { id, kind, group: name = "" } = entry.job;
    const groups = kinds.get(kind);
    const group = groups?.get(name);
    group?.due.remove(entry);
    group?.leased.delete(id);
    if (group?.due.size === 0) groups?.delete(name);
    entries.delete(id);
  }

  return {
    add(job) {
      if (entries.has(job.id)) return;
      count += 1;
      put({ job, dueAt: job.dueAt, number: count, isLeased: false });
    },
    take({ kind, now, limit, leaseUntil, mostPerGroup }) {
      const groups = [...(kinds.get(kind)?.values() ?? [])];
      const due =
        mostPerGroup === undefined
          ? [{ leased: 0, due: groups.flatMap(({ due }) => due.dueAt(now, limit)).sort(byTime) }]
          : groups.map(({ due, leased }) => {
              const running = [...leased.values()].filter(({ dueAt }) => dueAt > now).length;
              const most = Math.min(limit, Math.max(0, mostPerGroup - running));
              return { leased: running, due: due.dueAt(now, most) };
            });
      return pickDueJobs(due, limit).map((entry) => {
        const job = { ...entry.job, attempts: entry.job.attempts + 1 };
        remove(entry);
        put({ job, dueAt: leaseUntil, number: entry.number, isLeased: true });
        return job;
      });
    },
    finish(id, retryAt) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      remove(entry);
      if (retryAt !== undefined) put({ ...entry, dueAt: retryAt, isLeased: false });
    },
    nextDueAt(after) {
      let next = Number.POSITIVE_INFINITY;
      for (const groups of kinds.values()) {
        for (const { due } of groups.values()) next = Math.min(next, due.nextAfter(after) ?? next);
      }
      return next === Number.POSITIVE_INFINITY ? undefined : next;
    },
  };
}

function byTime(a: Entry, b: Entry): number {
  return a.dueAt - b.dueAt || a.number - b.number;
}
