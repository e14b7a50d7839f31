import type { Readable } from "node:stream";

/** The first line that matches; rejects with everything that was read when the stream ends before. */
export function findLine(stream: Readable, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found !== null) resolve(found);
    });
    stream.on("end", () => reject(new Error(`${pattern} never came:\n${text}`)));
  });
}
