import { expect, it } from "vitest";
import { targetProblem } from "./validate-webhook-url.ts";

it.each([
  ["https://2130706433/hook", "this machine"],
  ["https://0x7f.1/hook", "this machine"],
  ["https://0177.0.0.1/hook", "this machine"],
  ["https://127.0.0.1./hook", "this machine"],
  ["https://[::ffff:127.0.0.1]/hook", "private"],
  ["https://[::ffff:0a00:0001]/hook", "private"],
  ["https://167772161/hook", "private"],
  ["https://0xa9fea9fe/latest/meta-data", "private"],
  ["https://[fe80::1]/hook", "private"],
  ["https://１０.0.0.1/hook", "private"],
  ["http://shop.example/hook", "https://"],
  ["https://user@shop.example/hook", "password"],
  ["https://:pass@shop.example/hook", "password"],
  ["ftp://shop.example/hook", "https://"],
  ["/hook", "absolute"],
])("refuses %s", (url, problem) => {
  expect(targetProblem(url, true)).toContain(problem);
});

it.each(["https://shop.example/hook", "https://8.8.8.8/hook", "https://localhost.example.com:8443/"])(
  "takes %s",
  (url) => expect(targetProblem(url, true)).toBeUndefined(),
);

it("takes this machine in a sandbox alone", () => {
  const loopback = ["http://localhost:3000/hook", "http://127.0.0.1/hook", "http://[::1]/hook"];
  // as a container of Docker's or Podman's calls the machine around it
  const around = ["http://host.docker.internal:3000/hook", "http://host.containers.internal:3000/hook"];
  for (const url of [...loopback, ...around]) {
    expect(targetProblem(url, false)).toBeUndefined();
    expect(targetProblem(url, true)).toContain("this machine");
  }
});
