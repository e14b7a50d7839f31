import { describe, expect, it } from "vitest";
import { dashboardSessions, linkLifetimeMs, sessionIdleMs, sessionLifetimeMs } from "./dashboard-sessions.ts";

function world() {
  let now = 1_000_000;
  let count = 0;
  let isGood = true;
  const sessions = dashboardSessions({
    now: () => now,
    randomToken: () => `token${++count}`,
    keyPrefix: "csk_test_",
  });
  const grant = { scopes: ["usage:read"] as const, isGood: async () => isGood };
  return {
    sessions,
    grant,
    wait(ms: number) {
      now += ms;
    },
    revoke() {
      isGood = false;
    },
  };
}

describe("sign-in links", () => {
  it("open one session, once", () => {
    const { sessions, grant } = world();
    const { token } = sessions.createLink(grant);
    expect(sessions.exchange(token)?.grant).toBe(grant);
    expect(sessions.exchange(token)).toBeUndefined();
  });

  it("work for a minute", () => {
    const { sessions, grant, wait } = world();
    const [inTime, late] = [sessions.createLink(grant), sessions.createLink(grant)];
    wait(linkLifetimeMs - 1);
    expect(sessions.exchange(inTime.token)).toBeDefined();
    wait(1);
    expect(sessions.exchange(late.token)).toBeUndefined();
  });

  it("cannot be guessed from a session, nor a session from a link", async () => {
    const { sessions, grant } = world();
    const { token } = sessions.createLink(grant);
    const session = sessions.open(grant);
    expect(new Set([token, session.id, session.csrf, session.bearer]).size).toBe(4);
    expect(await sessions.find(token)).toBeUndefined();
    expect(sessions.exchange(session.id)).toBeUndefined();
  });
});

describe("sessions", () => {
  it("end when nobody uses them, and each use moves that", async () => {
    const { sessions, grant, wait } = world();
    const { id } = sessions.open(grant);
    wait(sessionIdleMs - 1);
    expect(await sessions.find(id)).toBeDefined();
    wait(sessionIdleMs - 1);
    expect(await sessions.find(id)).toBeDefined();
    wait(sessionIdleMs);
    expect(await sessions.find(id)).toBeUndefined();
  });

  it("end after half a day, however much they are used", async () => {
    const { sessions, grant, wait } = world();
    const session = sessions.open(grant);
    for (let hours = 0; hours < 12; hours += 0.5) {
      expect(await sessions.find(session.id)).toBeDefined();
      wait(sessionLifetimeMs / 24);
    }
    expect(await sessions.find(session.id)).toBeUndefined();
    expect(sessions.findByBearer(session.bearer)).toBeUndefined();
  });

  it("end with the key that opened them", async () => {
    const { sessions, grant, revoke } = world();
    const { id } = sessions.open(grant);
    revoke();
    expect(await sessions.find(id)).toBeUndefined();
  });

  it("do not pile up: the oldest give way", async () => {
    const { sessions, grant } = world();
    const first = sessions.open(grant);
    for (let count = 0; count < 1000; count += 1) sessions.open(grant);
    expect(await sessions.find(first.id)).toBeUndefined();
  });
});
