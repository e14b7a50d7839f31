/** Lets the event loop go on: what others wait for is done before the rest of a long scan. */
export function yieldToEventLoop(): Promise<void> {
  const { setImmediate } = globalThis;
  // not waiting but yielding, so it takes no injected timer
  return new Promise((resolve) =>
    setImmediate === undefined ? setTimeout(resolve, 0) : setImmediate(resolve),
  );
}
