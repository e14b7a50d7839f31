import type { Job } from "../job.ts";
import type { StoredEvent } from "../operation.ts";
import { sessionStatus } from "../states.ts";
import type { Organisation, ProviderHealth, RecordStore, SessionRecord } from "../store.ts";
import { paginate, TimeOrderedList } from "./indexes.ts";
import { memoryJobs } from "./memory-jobs.ts";

type RecordMethods = RecordStore & {
  countCall(sessionId: string): void;
  appendEvents(events: readonly StoredEvent[]): void;
  addJobs(jobs: readonly Job[]): void;
  /** Erases the data of events from before. */
  eraseEvents(before: number): void;
  dropEvents(before: number): void;
  /** Removes sessions that ended before. Returns how many. */
  dropSessions(before: number): number;
  nextJobDueAt(after: number): number | undefined;
};

/** The small records of the in-memory store. */
export function memoryRecords(): RecordMethods {
  const organisations = new Map<string, Organisation>();
  const sessions = new Map<string, SessionRecord>();
  const sessionLists = new Map<string, TimeOrderedList>();
  const events = new Map<string, StoredEvent>();
  const eventLists = new Map<string, TimeOrderedList>();
  /** Ids of events with data, in the order in which they came. */
  const withData = new Set<string>();
  const health = new Map<string, ProviderHealth>();
  const jobs = memoryJobs();
  const numbers = new Map<string, number>();

  function getList(lists: Map<string, TimeOrderedList>, organisation: string): TimeOrderedList {
    let list = lists.get(organisation);
    if (list === undefined) {
      list = new TimeOrderedList();
      lists.set(organisation, list);
    }
    return list;
  }

  function owned(organisation: string, id: string): SessionRecord | undefined {
    const session = sessions.get(id);
    return session?.organisation === organisation ? session : undefined;
  }

  function addJobs(added: readonly Job[]): void {
    for (const job of added) jobs.add(job);
  }

  function addEvent(event: StoredEvent): boolean {
    if (events.has(event.id)) return false;
    events.set(event.id, event);
    getList(eventLists, event.organisation).add(event.id);
    if (event.data !== null) withData.add(event.id);
    return true;
  }

  return {
    async createOrganisation(organisation) {
      organisations.set(organisation.id, organisation);
    },
    readOrganisation: async (id) => organisations.get(id),
    async updateOrganisation(id, change) {
      const organisation = organisations.get(id);
      if (organisation !== undefined) organisations.set(id, { ...organisation, ...change });
    },
    async createSession(session) {
      sessions.set(session.id, session);
      getList(sessionLists, session.organisation).add(session.id);
    },
    readSession: async (organisation, id) => owned(organisation, id),
    async touchSession(organisation, id, expiresAt) {
      const session = owned(organisation, id);
      if (session !== undefined && session.closedAt === null) sessions.set(id, { ...session, expiresAt });
    },
    async closeSession(organisation, id, closedAt) {
      const session = owned(organisation, id);
      if (session !== undefined && session.closedAt === null) sessions.set(id, { ...session, closedAt });
    },
    async listSessions(organisation, { status, now }, { limit, cursor }) {
      const passes = (session: SessionRecord) =>
        status === undefined || sessionStatus(session, now) === status;
      return paginate(
        getList(sessionLists, organisation).before(cursor),
        (id) => sessions.get(id),
        passes,
        limit,
      );
    },
    dropSessions(before) {
      let dropped = 0;
      for (const [id, { organisation, createdAt, expiresAt, closedAt }] of sessions) {
        if (createdAt >= before) break;
        if ((closedAt ?? expiresAt) >= before) continue;
        sessions.delete(id);
        sessionLists.get(organisation)?.drop(id);
        dropped += 1;
      }
      return dropped;
    },
    countCall(sessionId) {
      const session = sessions.get(sessionId);
      if (session !== undefined) sessions.set(sessionId, { ...session, toolCalls: session.toolCalls + 1 });
    },

    async appendEvent(event, added = []) {
      const isNew = addEvent(event);
      if (isNew) addJobs(added);
      return isNew;
    },
    addJobs,
    appendEvents(added) {
      for (const event of added) addEvent(event);
    },
    async listEvents(organisation, { type, since }, { limit, cursor }) {
      const passes = (event: StoredEvent) =>
        (type === undefined || event.type === type) && (since === undefined || event.createdAt >= since);
      return paginate(
        getList(eventLists, organisation).before(cursor),
        (id) => events.get(id),
        passes,
        limit,
      );
    },
    eraseEvents(before) {
      for (const id of withData) {
        const event = events.get(id);
        if (event !== undefined && event.createdAt >= before) break;
        withData.delete(id);
        if (event !== undefined) events.set(id, { ...event, data: null });
      }
    },
    dropEvents(before) {
      for (const [id, event] of events) {
        if (event.createdAt >= before) break;
        if (withData.has(id)) continue;
        events.delete(id);
        eventLists.get(event.organisation)?.drop(id);
      }
    },

    async recordProviderOutcome(provider, outcome) {
      health.set(provider, outcome);
    },
    readProviderHealth: async (provider) => health.get(provider),

    async addJob(job) {
      jobs.add(job);
    },
    takeJobs: async (kind, now, limit, leaseUntil, mostPerGroup) =>
      jobs.take({ kind, now, limit, leaseUntil, mostPerGroup }),
    async finishJob(id, retryAt) {
      jobs.finish(id, retryAt);
    },
    nextJobDueAt: (after) => jobs.nextDueAt(after),

    async nextNumber(series) {
      const next = (numbers.get(series) ?? 0) + 1;
      numbers.set(series, next);
      return next;
    },
  };
}
