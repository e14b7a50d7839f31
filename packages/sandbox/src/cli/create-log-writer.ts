import { fstatSync } from "node:fs";
import { Socket } from "node:net";

/** Bytes that may wait for a reader; what comes then is left out. */
const mostWaiting = 65_536;

/**
 * Writes lines to the standard output, and never waits for their reader: a pipe that nobody reads would otherwise
 * hold up the whole process, and one whose reader has gone would end it.
 */
export function createLogWriter(): (line: string) => void {
  process.stdout.on("error", () => {});
  const kind = fstatSync(1);
  if (!kind.isFIFO() && !kind.isSocket()) {
    return (line) => void process.stdout.write(`${line}\n`);
  }
  const pipe = new Socket({ fd: 1, readable: false, writable: true });
  pipe.unref();
  pipe.on("error", () => pipe.destroy());
  return function write(line) {
    if (!pipe.destroyed && pipe.writableLength < mostWaiting) pipe.write(`${line}\n`);
  };
}
