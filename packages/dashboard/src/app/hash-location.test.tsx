import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { render } from "../testing/render.tsx";
import { useHashLocation } from "./hash-location.ts";

let address: { hash: string };
beforeEach(() => {
  address = { hash: "" };
  const go = (_state: unknown, _title: string, url: string) => {
    address.hash = url;
  };
  vi.stubGlobal("location", address);
  vi.stubGlobal("history", { pushState: go, replaceState: go });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("dispatchEvent", () => true);
});
afterEach(() => vi.unstubAllGlobals());

/** What a component sees: path and search. */
function Place() {
  const [path] = useHashLocation();
  return `${path} ${useHashLocation.searchHook()}`;
}

it.each([
  ["", "/ "],
  ["#/", "/ "],
  ["#/calls/tc_1", "/calls/tc_1 "],
  ["#/calls?status=failed&text=a", "/calls status=failed&amp;text=a"],
  ["#calls", "/calls "],
])("reads %j", (hash, seen) => {
  address.hash = hash;
  expect(render(<Place />)).toBe(seen);
});

it("leads within the fragment, of which the server never hears", () => {
  expect(useHashLocation.hrefs("/calls?tenant=a")).toBe("#/calls?tenant=a");
});
