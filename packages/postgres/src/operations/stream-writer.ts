import type { StreamEventBody } from "@codespar/contract";

/** Writes the events of each operation's stream in the order of the calls, those that come meanwhile together. */
export class StreamWriter {
  readonly #write: (id: string, events: readonly StreamEventBody[]) => Promise<void>;
  readonly #pending = new Map<string, { events: StreamEventBody[]; written: Promise<void> }>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(write: (id: string, events: readonly StreamEventBody[]) => Promise<void>) {
    this.#write = write;
  }

  append(id: string, event: StreamEventBody): Promise<void> {
    const pending = this.#pending.get(id);
    if (pending !== undefined) {
      pending.events.push(event);
      return pending.written;
    }
    const events = [event];
    const before = this.#writing.get(id) ?? Promise.resolve();
    const written = before
      .catch(() => {})
      .then(() => {
        this.#pending.delete(id);
        return this.#write(id, events);
      })
      .finally(() => {
        if (this.#writing.get(id) === written) this.#writing.delete(id);
      });
    this.#pending.set(id, { events, written });
    this.#writing.set(id, written);
    return written;
  }

  /** Once everything appended so far is written, or has failed. */
  async settled(id: string): Promise<void> {
    await this.#writing.get(id)?.catch(() => {});
  }
}
