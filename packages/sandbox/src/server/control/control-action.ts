/** What the test control did not like about a request. */
export class ControlRefusal extends Error {
  override readonly name = "ControlRefusal";
  readonly path: string;

  constructor(message: string, path = "") {
    super(message);
    this.path = path;
  }
}

export interface ControlRequest {
  body: Record<string, unknown>;
  /** The `:id` of the path; empty when it has none. */
  id: string;
  query: URLSearchParams;
}

/** Returns an object for JSON, or a response as it is. */
export type ControlAction = (request: ControlRequest) => Promise<object | Response>;

/** Actions by method and path, such as `POST /sandbox/payments/:id/confirm`. */
export type ControlActions = Readonly<Record<string, ControlAction>>;
