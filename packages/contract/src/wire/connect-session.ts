/** A link with which a person connects a provider, without the caller ever seeing the credentials. */
export interface ConnectSession {
  id: string;
  /** Opens once, within 30 minutes. Shown in this response alone. */
  url: string;
  server_id: string;
  /** Null: the organisation's own connection. */
  tenant_id: string | null;
  expires_at: string;
}

/** `POST /v1/connect-sessions`. */
export interface CreateConnectSessionRequest {
  server_id: string;
  /** Whose connection it becomes. @default the organisation's own */
  tenant_id?: string | undefined;
  display_name?: string | undefined;
  /**
   * Where the person is sent afterwards, with `connection_id` in the query. Its origin is one that the service allows.
   * @default the page says that it is done
   */
  return_url?: string | undefined;
}
