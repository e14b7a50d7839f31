import { useSyncExternalStore } from "react";

/** The path of the fragment, such as `/calls/tc_1`. */
function readPath(): string {
  const [path = ""] = location.hash.replace(/^#?\/?/, "").split("?", 1);
  return `/${path}`;
}

/** What stands behind the path's question mark, inside the fragment. */
function readSearch(): string {
  const start = location.hash.indexOf("?");
  return start === -1 ? "" : location.hash.slice(start + 1);
}

function subscribe(callback: () => void): () => void {
  addEventListener("hashchange", callback);
  return () => removeEventListener("hashchange", callback);
}

function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  history[replace ? "replaceState" : "pushState"](null, "", `#${to}`);
  // neither of them tells
  dispatchEvent(new Event("hashchange"));
}

function useHashSearch(): string {
  return useSyncExternalStore(subscribe, readSearch, readSearch);
}

/**
 * The whole address in the fragment, its search too: a screen's filter leaves with the screen, and the server never sees it.
 * For wouter's `<Router hook>`.
 */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, readPath, readPath), navigate];
}

useHashLocation.hrefs = (href: string): string => `#${href}`;
useHashLocation.searchHook = useHashSearch;
