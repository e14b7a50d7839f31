import type { JsonObjectSchema } from "./json.ts";
import type { Risk } from "./risk.ts";

/** A tool as `GET /v1/sessions/:id/tools` lists it. */
export interface Tool {
  name: string;
  description: string;
  input_schema: JsonObjectSchema;
  output_schema?: JsonObjectSchema | undefined;
  /** `codespar` for the six meta-tools, else the server's id. */
  server: string;
  kind: "meta" | "native";
  risk: Risk;
}

/** One server attached to a session, as `GET /v1/sessions/:id/connections` lists it. */
export interface SessionConnection {
  id: string;
  name: string;
  category: string;
  countries: string[];
  auth_type: string;
  status: "connected" | "failed" | "needs_connection";
  connected: boolean;
  tools_count: number;
}

export interface SessionConnectionList {
  data: SessionConnection[];
  total: number;
  session_id: string;
}
