import { describe, expect, it } from "vitest";
import { findFileCircles, findFolderCircles, listEdges } from "./find-circles.ts";

function findCircles(files: Record<string, string>) {
  const edges = listEdges(new Map(Object.entries(files)));
  return {
    folders: findFolderCircles(edges).map(({ members }) => members.join(" ")),
    files: findFileCircles(edges).map(({ members }) => members.join(" ")),
  };
}

describe("findFolderCircles", () => {
  it("finds two folders that import each other, though no two files do", () => {
    const { folders, files } = findCircles({
      "p/src/a/one.ts": 'import { two } from "../b/two.ts";',
      "p/src/b/two.ts": "",
      "p/src/b/three.ts": 'import { four } from "../a/four.ts";',
      "p/src/a/four.ts": "",
    });
    expect(folders).toEqual(["a/ b/"]);
    expect(files).toEqual([]);
  });

  it("finds a circle that goes through several folders, a root file and types alone", () => {
    const { folders } = findCircles({
      "p/src/a/one.ts": 'import type { Two } from "../b/two.ts";',
      "p/src/b/two.ts": 'export type { Three } from "../context.ts";',
      "p/src/context.ts": 'type One = import("./a/four.ts").Four;',
      "p/src/a/four.ts": "",
    });
    expect(folders).toEqual(["a/ b/ context.ts"]);
  });

  it("finds a circle deeper down, and only there", () => {
    const { folders } = findCircles({
      "p/src/a/x/one.ts": 'import "../y/two.ts";',
      "p/src/a/y/two.ts": 'import "../x/three.ts";',
      "p/src/a/x/three.ts": "",
      "p/src/b/four.ts": 'import "../a/x/one.ts";',
    });
    expect(folders).toEqual(["x/ y/"]);
  });

  it("lets a folder and its parent share a file, and tests import what they like", () => {
    const { folders } = findCircles({
      "p/src/a/begin.ts": 'import "./policy/check.ts";',
      "p/src/a/policy/check.ts": 'import "../parsed-call.ts";',
      "p/src/a/parsed-call.ts": "",
      "p/src/b/one.ts": 'import "../a/begin.ts";',
      "p/src/a/begin.test.ts": 'import "../b/one.ts";',
    });
    expect(folders).toEqual([]);
  });
});

describe("findFileCircles", () => {
  it("finds a circle of files, by types alone too", () => {
    const { files } = findCircles({
      "p/src/a.ts": 'import type { B } from "./b.ts";',
      "p/src/b.ts": 'import type { A } from "./a.ts";',
      "p/src/c.ts": 'import "./a.ts";',
    });
    expect(files).toEqual(["p/src/a.ts p/src/b.ts"]);
  });

  it("distinguishes two circles that one import joins", () => {
    const { files } = findCircles({
      "p/src/a.ts": 'import "./b.ts";',
      "p/src/b.ts": 'import "./a.ts"; import "./c.ts";',
      "p/src/c.ts": 'import "./d.ts";',
      "p/src/d.ts": 'import "./c.ts";',
    });
    expect(files.sort()).toEqual(["p/src/a.ts p/src/b.ts", "p/src/c.ts p/src/d.ts"]);
  });
});
