export type { LoggedRequest } from "./server/log-requests.ts";
export { type SandboxServer, type SandboxServerOptions, startSandboxServer } from "./server/serve.ts";
