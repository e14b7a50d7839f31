/** Where a command writes. */
export interface Terminal {
  /** A person reads `print`; false: it goes to a file, a pipe or a collector of logs. */
  isInteractive: boolean;
  /** What the command was asked for. */
  print(text: string): void;
  /** A line of the log. */
  log(line: string): void;
  /** What went wrong, in a line. */
  complain(line: string): void;
}

/** The terminal of this process: results go to stdout; log and complaints to stderr. */
export function processTerminal(): Terminal {
  return {
    isInteractive: process.stdout.isTTY === true,
    print: (text) => void process.stdout.write(`${text}\n`),
    log: (line) => void process.stderr.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`codespar-gateway: ${line}\n`),
  };
}
