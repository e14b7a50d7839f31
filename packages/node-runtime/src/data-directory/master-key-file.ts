import { type Keyring, parseKeyring } from "@codespar/backend";
import { isError } from "@codespar/contract";
import { nodeModules } from "./node-modules.ts";
import { checkPrivateFile } from "./private-paths.ts";

const fileName = "master-key";

export interface MasterKeyFileOptions {
  /** What messages begin with. @default "data" */
  option?: string | undefined;
  /** Whether what a master key has encrypted may be there already: then a missing key is not made again. */
  mustExist: boolean;
}

/**
 * The keyring in a directory's `master-key` file (mode 0600), apart from the database that it opens. Made at the first
 * start; of two first starts one writes it. Further keys, for a rotation, are further lines.
 */
export function loadOrCreateMasterKey(
  directory: string,
  { option = "data", mustExist }: MasterKeyFileOptions,
): Keyring {
  const { fs } = nodeModules();
  const path = `${directory}/${fileName}`;
  if (!fs.existsSync(path)) {
    if (mustExist) {
      throw new Error(
        `${option}: ${path} is missing, and what the database holds cannot be decrypted without it. Restore it, or choose another directory.`,
      );
    }
    create(path);
  }
  checkPrivateFile(path, option);
  try {
    return parseKeyring(fs.readFileSync(path, "utf8"));
  } catch (cause) {
    const problem = isError(cause) ? cause.message : String(cause);
    throw new Error(`${option}: ${path} cannot be used. ${problem}`, { cause });
  }
}

/** Written whole under another name first, so that no process ever reads half a key. */
function create(path: string): void {
  const { fs } = nodeModules();
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = [
    "# CodeSpar's master key: it opens every stored credential. Back it up apart from the database.",
    `local-1:${Buffer.from(bytes).toString("base64")}`,
    "",
  ].join("\n");
  const draft = `${path}.${crypto.randomUUID()}`;
  fs.writeFileSync(draft, text, { flag: "wx", mode: 0o600, flush: true });
  try {
    fs.linkSync(draft, path);
  } catch (error) {
    // another process was faster: its key is the one
    if (!fs.existsSync(path)) throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
