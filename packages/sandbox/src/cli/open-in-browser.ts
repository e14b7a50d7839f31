import { spawn } from "node:child_process";

const commands: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Shows an address in the person's browser. Where there is none, nothing happens: the address was printed. */
export function openInBrowser(url: string): void {
  const [command, ...args] = commands[process.platform] ?? ["xdg-open"];
  // no shell, which would read the address as words of its own
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
