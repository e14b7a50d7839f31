import type { Duration, Sandbox } from "@codespar/sandbox-core";
import { type ControlActions, ControlRefusal } from "./control-action.ts";

/** The sandbox's clock, and forgetting everything. */
export function clockActions(sandbox: Sandbox, onReset: () => void): ControlActions {
  async function describeClock(): Promise<object> {
    const next = await sandbox.inspection.nextDueAt();
    return { now: iso(sandbox.clock.now()), next_due_at: next === undefined ? null : iso(next) };
  }

  async function getDuration(to: unknown, duration: unknown): Promise<Duration> {
    // `advance` checks it
    if (to === undefined) return duration as Duration;
    if (to !== "next")
      throw new ControlRefusal('to must be "next", or leave it out and give a duration.', "to");
    const next = await sandbox.inspection.nextDueAt();
    if (next === undefined) throw new ControlRefusal("Nothing falls due: there is no next moment.", "to");
    return Math.max(0, next - sandbox.clock.now());
  }

  return {
    "GET /sandbox/clock": describeClock,
    "POST /sandbox/clock/advance": async ({ body: { duration, to } }) => {
      await sandbox.clock.advance(await getDuration(to, duration));
      return describeClock();
    },
    "POST /sandbox/reset": async () => {
      sandbox.reset();
      onReset();
      return { reset: true };
    },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
