import { describe, expect, it } from "vitest";
import { requirementIds, requirements } from "./requirements.ts";
import { suites } from "./suites/index.ts";

const cases = Object.values(suites).flat();

describe("requirements", () => {
  it("are each cited by a case", () => {
    const cited = new Set(cases.flatMap((one) => one.requirements));
    expect(requirementIds.filter((id) => !cited.has(id))).toEqual([]);
  });

  it("are plain sentences", () => {
    for (const sentence of Object.values(requirements).flatMap((area) => Object.values(area))) {
      expect(sentence).toMatch(/^\S.*\.$/);
    }
  });

  it("are verified by cases with titles of their own", () => {
    const titles = cases.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
