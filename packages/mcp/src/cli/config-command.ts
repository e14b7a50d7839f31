import { parseArgs } from "node:util";
import { clientNames, describeClient, isClientName } from "../config/clients.ts";
import { writeConfig } from "../config/write-config.ts";
import { UsageError } from "./usage-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** `config <client> [--write] [--file path] [--name codespar] [--plain-key] [-- flags of the server]` */
export async function configCommand(
  args: string[],
  env: Environment,
  print: (text: string) => void,
): Promise<void> {
  const { client, serverArgs, values } = parse(args);
  if (!isClientName(client)) {
    throw new UsageError(`Which client? Take one of ${clientNames.join(", ")}.`);
  }
  const plainKey = values["plain-key"] === true ? env.CODESPAR_API_KEY : undefined;
  if (values["plain-key"] === true && plainKey === undefined) {
    throw new UsageError("--plain-key copies the key from CODESPAR_API_KEY, which is not set.");
  }
  const described = describeClient(client, { env, serverArgs, plainKey, name: values.name ?? "codespar" });
  const file = values.file ?? described.file;
  if (values.write !== true) {
    print(`${JSON.stringify(described.config, null, 2)}\n`);
    process.stderr.write(`\nFor ${file}. --write puts it there.\n${described.note}\n`);
    return;
  }
  await writeConfig(file, described.config);
  process.stderr.write(`Wrote ${file}.\n${described.note}\n`);
}

function parse(args: string[]) {
  try {
    const at = args.indexOf("--");
    const { values, positionals } = parseArgs({
      args: at === -1 ? args : args.slice(0, at),
      allowPositionals: true,
      options: {
        write: { type: "boolean" },
        file: { type: "string" },
        name: { type: "string" },
        "plain-key": { type: "boolean" },
      },
    });
    return { client: positionals[0] ?? "", serverArgs: at === -1 ? [] : args.slice(at + 1), values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
