import { expect, it } from "vitest";
import { definitions } from "../generated/definitions.ts";
import { discoveryWords } from "./discovery-words.ts";

it("gives discovery words for tools that there are, and no name twice", () => {
  const { toolKeywords = {}, nicknames = {} } = discoveryWords(definitions);
  const tools = new Set(definitions.flatMap(({ tools }) => Object.keys(tools)));
  expect(Object.keys(toolKeywords)).not.toEqual([]);
  expect(Object.keys(toolKeywords).filter((name) => !tools.has(name))).toEqual([]);
  const spellings = definitions.flatMap(({ id, name, aliases = [] }) => [
    id,
    name.toLowerCase(),
    ...aliases,
    ...(nicknames[id] ?? []),
  ]);
  const perServer = definitions.map(
    ({ id, name, aliases = [] }) =>
      new Set([id, name.toLowerCase(), ...aliases, ...(nicknames[id] ?? [])]).size,
  );
  expect(new Set(spellings).size).toBe(perServer.reduce((sum, size) => sum + size, 0));
});
