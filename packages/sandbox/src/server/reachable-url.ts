import { networkInterfaces } from "node:os";

type Interfaces = ReturnType<typeof networkInterfaces>;

/**
 * The address under which other devices reach a server, such as a phone that is to open a page: one that listens everywhere
 * is reached by this machine's first address in its network. Every other address stays.
 */
export function reachableUrl(url: string, getInterfaces: () => Interfaces = networkInterfaces): string {
  const address = new URL(url);
  if (address.hostname !== "0.0.0.0" && address.hostname !== "[::]") return url;
  // asking the system takes longer than most of a call
  const own = Object.values(getInterfaces()).flatMap((list = []) => list);
  address.hostname =
    own.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
  return address.origin;
}
