import { writeKeyFile } from "../organisations/key-file.ts";
import type { CommandInput } from "./command-input.ts";

/** Hands over a new key: in the file that they named, else as the command's one line of output. */
export function giveKey(
  { command, terminal }: Pick<CommandInput, "command" | "terminal">,
  key: string,
): void {
  if (command.keyFile === undefined) {
    terminal.print(key);
    return;
  }
  writeKeyFile(command.keyFile, key);
  terminal.complain(`the key is in ${command.keyFile}.`);
}
