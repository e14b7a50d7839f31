import { InvalidRequestError } from "./api-errors.ts";

/** The error for a request that the client refuses before anything is sent. */
export function invalidRequest(path: string, message: string): InvalidRequestError {
  return new InvalidRequestError({
    code: "invalid_request",
    message: path === "" ? message : `${path}: ${message}`,
    status: 400,
    fields: { issues: [{ path, message }] },
  });
}
