import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { clientNames, describeClient, isClientName } from "../config/clients.ts";
import { UsageError } from "../config/usage-error.ts";
import { writeConfig } from "../config/write-config.ts";
import { readSettings } from "./read-settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `config <client> [--write] [--file path] [--name codespar] [--plain-key] [--policy file.json] [--require-approval BRL=50000]
 * [-- flags of the server]`
 */
export async function configCommand(
  args: string[],
  env: Environment,
  print: (text: string) => void,
): Promise<void> {
  const { clients, serverArgs, values } = parse(args);
  const [client = ""] = clients;
  if (clients.length > 1 || !isClientName(client)) {
    throw new UsageError(`Which client? Take one of ${clientNames.join(", ")}.`);
  }
  if (values.name === "") throw new UsageError("--name is empty. It is what the client lists the server by.");
  if (readSettings(serverArgs, {}).http !== undefined) {
    throw new UsageError("--http: clients start the server over stdio. Leave it out.");
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
  await writeConfig(file, described.config, { isSecret: plainKey !== undefined });
  process.stderr.write(`Wrote ${file}.\n${described.note}\n`);
}

function parse(args: string[]) {
  try {
    const at = args.indexOf("--");
    const { values, positionals, tokens } = parseArgs({
      tokens: true,
      args: at === -1 ? args : args.slice(0, at),
      allowPositionals: true,
      options: {
        write: { type: "boolean" },
        file: { type: "string" },
        name: { type: "string" },
        "plain-key": { type: "boolean" },
        policy: { type: "string" },
        "require-approval": { type: "string", multiple: true },
      },
    });
    const limits = tokens.flatMap((token) =>
      token.kind === "option" && (token.name === "policy" || token.name === "require-approval")
        ? [`--${token.name}`, token.value ?? ""]
        : [],
    );
    const serverArgs = [...limits, ...(at === -1 ? [] : args.slice(at + 1))];
    return { clients: positionals, serverArgs: withAbsolutePolicy(serverArgs), values };
  } catch (error) {
    const [what] = String(error instanceof Error ? error.message : error).split(". ");
    throw new UsageError(`${what}. Flags of the server come after \`--\`; --help lists them all.`);
  }
}

/** The client starts the server in a folder of its own. */
function withAbsolutePolicy(serverArgs: readonly string[]): string[] {
  return serverArgs.map((arg, index) => {
    if (serverArgs[index - 1] === "--policy") return resolve(arg);
    return arg.startsWith("--policy=") ? `--policy=${resolve(arg.slice("--policy=".length))}` : arg;
  });
}
