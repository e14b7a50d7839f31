import { isError } from "@codespar/contract";

const beforeSend =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|EADDRNOTAVAIL|UND_ERR_(CONNECT_TIMEOUT|INVALID_ARG)|UNABLE_TO_\w+|\w*CERT_\w+|\w+_CERT)$/;

/** Whether the connection failed so early that the server cannot have seen the request. */
export function isBeforeSend(error: unknown): boolean {
  if (!isError(error)) return false;
  const { code, syscall }: { code?: unknown; syscall?: unknown } = Object(error);
  // a network that goes away under a connection has the same codes
  if (beforeSend.test(String(code)) && syscall !== "read" && syscall !== "write") return true;
  // fetch keeps the socket's error as the cause of its own.
  return isBeforeSend(error.cause);
}
