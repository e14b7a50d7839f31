export {
  createEmulator,
  type Emulator,
  type EmulatorOptions,
  type NewWebhook,
} from "./emulator/create-emulator.ts";
export { ConnectionLost, type EmulatorRequest, type EmulatorResponse } from "./emulator/emulator-message.ts";
export type { PostWebhook } from "./emulator/outbox.ts";
export { type EmulatorServer, type ServeEmulatorOptions, serveEmulator } from "./emulator/serve-emulator.ts";
