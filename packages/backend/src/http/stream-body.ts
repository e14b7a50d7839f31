/** Text chunks as a body, pulled as fast as the reader consumes them. `leave` is called when the reader goes away. */
export function streamBody(pieces: AsyncIterable<string>, leave: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel() {
      leave();
      // a generator that waits for its next piece ends once `leave` has woken it; nobody waits for that
      void Promise.resolve(iterator.return?.()).catch(() => {});
    },
  });
}
