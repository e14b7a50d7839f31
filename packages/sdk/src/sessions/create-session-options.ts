import type { CreateSessionRequest, PresetName, ServerId } from "@codespar/contract";

/** What a session is opened over: `servers`, a `preset`, or both. */
export interface CreateSessionOptions extends Omit<CreateSessionRequest, "servers" | "preset"> {
  /** Ids of servers: those of the catalogue are completed by the editor, one of your own is allowed. */
  servers?: readonly (ServerId | (string & {}))[] | undefined;
  /** Servers by country, such as `brazilian`; `all` for every one. */
  preset?: PresetName | (string & {}) | undefined;
}
