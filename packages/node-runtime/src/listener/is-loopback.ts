import { isLoopbackHostname } from "@codespar/contract";

/** Whether an address of a socket is this machine's own. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && isLoopbackHostname(address.replace(/^::ffff:/i, ""));
}

/** Whether a host, with or without a port, names this machine by its loopback. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && isLoopbackHostname(host.replace(/:\d+$/, ""));
}
