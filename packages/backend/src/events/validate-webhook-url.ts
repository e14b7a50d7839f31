import { isPrivateAddress, isThisMachine } from "./private-address.ts";

/**
 * Why a webhook URL is refused; undefined when it is accepted. https only, except to this machine in a sandbox, which may
 * be the one around a container.
 * A name is looked at again when it is resolved, at each delivery.
 */
export function targetProblem(url: string, livemode: boolean): string | undefined {
  if (!URL.canParse(url)) return "Must be an absolute URL.";
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== "" || password !== "") return "Must not carry a user name or password.";
  if (isThisMachine(hostname)) {
    return livemode ? "Must not point to this machine. Use a public https address." : undefined;
  }
  if (protocol !== "https:") return "Must start with https://.";
  if (isPrivateAddress(hostname)) return "Must not point to a private or link-local address.";
  return undefined;
}
