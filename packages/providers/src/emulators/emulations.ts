import type { EmulationDefinition } from "../emulation/emulation-definition.ts";
import { emulationList } from "../generated/emulations.ts";

/** Every provider whose own HTTP the sandbox speaks, by its id. */
export const emulations: ReadonlyMap<string, EmulationDefinition> = new Map(
  emulationList.map((definition) => [definition.id, definition]),
);
