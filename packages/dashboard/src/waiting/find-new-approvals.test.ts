import { expect, it } from "vitest";
import { findNewApprovals } from "./find-new-approvals.ts";

const rows = [{ id: "apr_2" }, { id: "apr_1" }];

it("tells of what began to wait since the last look, and of nothing at the first", () => {
  expect(findNewApprovals(undefined, rows)).toEqual([]);
  expect(findNewApprovals(new Set(["apr_1"]), rows)).toEqual([{ id: "apr_2" }]);
  expect(findNewApprovals(new Set(["apr_1", "apr_2"]), rows)).toEqual([]);
});
