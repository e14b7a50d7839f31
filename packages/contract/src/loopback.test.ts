import { expect, it } from "vitest";
import { isLoopbackHostname } from "./loopback.ts";

it.each(["localhost", "LocalHost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"])(
  "%s is this machine",
  (name) => {
    expect(isLoopbackHostname(name)).toBe(true);
  },
);

it.each(["localhost.example", "127.0.0.1.example", "128.0.0.1", "::2", "0.0.0.0", "", "notlocalhost"])(
  "%s is another",
  (name) => {
    expect(isLoopbackHostname(name)).toBe(false);
  },
);
