import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { SandboxServer } from "@codespar/sandbox/server";

const run = promisify(execFile);

export interface CurlResponse {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/**
 * Runs a curl sample of the documentation as it is printed, with three substitutions: the host, the key, and the
 * session's id.
 */
export async function runCurl(
  sample: string,
  { url, apiKey }: Pick<SandboxServer, "apiKey" | "url">,
  sessionId = "",
): Promise<CurlResponse> {
  const command = sample
    .replaceAll("https://api.codespar.dev", url)
    .replaceAll("csk_live_...", apiKey)
    .replaceAll("ses_abc123", sessionId);
  const { stdout } = await run("bash", ["-c", `${command} -sS -i --max-time 20`]);
  const [head = "", text = ""] = stdout.split("\r\n\r\n", 2);
  const [first = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.split(":", 1)[0]?.toLowerCase() ?? "",
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  return { status: Number(first.split(" ")[1]), headers, body: JSON.parse(text) };
}
