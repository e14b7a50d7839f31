/** Whether a hostname, brackets of IPv6 included or not, is this machine by its loopback: `localhost`, `127.0.0.0/8`, `::1`. */
export function isLoopbackHostname(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(hostname);
}
