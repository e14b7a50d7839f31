// The public suite's fixture tools as a provider of a sandbox, behind this server over HTTP: what the suite asks of a tool is then
// asked of the way that every tool of CodeSpar's takes.
import { createSandbox, type SandboxOptions } from "@codespar/sandbox";
import { CodeSpar } from "@codespar/sdk";
import { serveHttp } from "../cli/serve-http.ts";
import { toSessionSource } from "../sessions/session-source.ts";

type Provider = SandboxOptions["providers"] extends Iterable<infer Each> | undefined ? Each : never;

/** A picture of one red pixel, and a sound of no length. */
const picture =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
const sound = "data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";

const noArguments = { type: "object", properties: {} } as const;
const results: Readonly<Record<string, () => Record<string, string | boolean>>> = {
  test_simple_text: () => ({ text: "This is a simple text response for testing." }),
  test_image_content: () => ({ picture }),
  test_audio_content: () => ({ sound }),
  test_tool_with_progress: () => ({ done: true }),
  test_logging_tool: () => ({ done: true }),
};

/** Calls that the session's policy holds back, so that a person is asked: what this server has of input requests. */
const heldBack = [
  "test_input_required_result_elicitation",
  "test_input_required_result_tampered_state",
  "test_input_required_result_capabilities",
  "test_streaming_elicitation",
];

const fixtures: Provider = {
  id: "fixtures",
  name: "Fixtures of the protocol's conformance suite",
  tools: [...Object.keys(results), "test_error_handling", ...heldBack].map((name) => ({
    name,
    description: `A fixture of the conformance suite: ${name}.`,
    inputSchema: noArguments,
    risk: heldBack.includes(name) ? "moves_money" : "read",
  })),
  async execute({ tool }) {
    const result = results[tool];
    if (result !== undefined) return { ok: true, data: result() };
    if (heldBack.includes(tool)) return { ok: true, data: { approved: true } };
    return {
      ok: false,
      code: "invalid_request",
      message: "This tool intentionally returns an error for testing",
    };
  },
  find: async () => ({ status: "unknown" }),
};

const sandbox = createSandbox({ providers: [fixtures] });
const codespar = new CodeSpar({ apiKey: "csk_test_fixtures", transport: sandbox.transport });
const session = await codespar.sessions.create({
  servers: ["fixtures"],
  policy: { require_approval: { risk: ["moves_money"] } },
});
const http = {
  host: "127.0.0.1",
  port: 0,
  allowedHosts: undefined,
  allowedOrigins: undefined,
  bearerKey: undefined,
};
const { url } = await serveHttp(toSessionSource(session), http, {
  tools: "all",
  approve: ({ approval_id }) => codespar.approvals.approve(approval_id, { by: "the suite's person" }),
});
process.stderr.write(`MCP on ${url}\n`);
