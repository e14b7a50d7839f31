/** Credentials of one server for an organisation, or for one tenant of it. Never returned whole. */
export interface Connection {
  id: string;
  server_id: string;
  /** Null: the organisation's own. */
  tenant_id: string | null;
  display_name: string | null;
  /** `expired`: the provider refuses the credentials, or they could not be renewed. Connect it again. */
  status: "connected" | "expired" | "failed";
  /** By credential field: its last four characters. */
  credentials: Record<string, { last4: string }>;
  /** When the credentials expire, unless they are renewed before; null: not that anybody knows. */
  expires_at: string | null;
  created_at: string;
  updated_at: string;
}

/** `POST /v1/connections`. One for each organisation, tenant and server. */
export interface CreateConnectionRequest {
  server_id: string;
  /** By the provider's own field names, such as `api_key` or `client_id` and `client_secret`. */
  credentials: Record<string, string>;
  tenant_id?: string | undefined;
  display_name?: string | undefined;
}

/** Query of `GET /v1/connections`. */
export interface ListConnectionsQuery {
  server_id?: string | undefined;
  tenant_id?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** Response to `POST /v1/connections/:id/webhook-url`. */
export interface ConnectionWebhookUrl {
  /** Where the provider's webhooks for this connection go. It is secret, and shown in this response alone. */
  url: string;
  /** Until when the address before still works; null when there was none. */
  previous_expires_at: string | null;
}
