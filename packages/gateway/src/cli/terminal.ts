import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Where a command writes, and whom it may ask. */
export interface Terminal {
  /** A person reads `print`; false: it goes to a file, a pipe or a collector of logs. */
  isInteractive: boolean;
  /** What the command was asked for. */
  print(text: string): void;
  /** A line of the log. */
  log(line: string): void;
  /** What went wrong, in a line. */
  complain(line: string): void;
  /** Asks the person for a secret, which is not shown; undefined: there is nobody to ask. */
  askHidden: ((question: string) => Promise<string>) | undefined;
  /** Asks the person yes or no; undefined: there is nobody to ask. */
  confirm: ((question: string) => Promise<boolean>) | undefined;
}

/** The terminal of this process: results go to stdout; log and complaints to stderr. */
export function processTerminal(): Terminal {
  const isInteractive = process.stdin.isTTY === true && process.stderr.isTTY === true;
  return {
    isInteractive: process.stdout.isTTY === true,
    print: (text) => void process.stdout.write(`${text}\n`),
    log: (line) => void process.stderr.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`codespar-gateway: ${line}\n`),
    askHidden: isInteractive ? (question) => ask(question, { isHidden: true }) : undefined,
    confirm: isInteractive
      ? async (question) => /^y(?:es)?$/i.test(await ask(`${question} [y/N] `, { isHidden: false }))
      : undefined,
  };
}

function ask(question: string, { isHidden }: { isHidden: boolean }): Promise<string> {
  process.stderr.write(question);
  // what is typed is echoed by readline alone, and goes nowhere
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = isHidden ? nowhere : process.stderr;
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  return new Promise((resolve) => {
    reader.question("", (text) => {
      reader.close();
      if (isHidden) process.stderr.write("\n");
      resolve(text);
    });
    reader.on("close", () => resolve(""));
  });
}
