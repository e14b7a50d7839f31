import { defineSimulation } from "../simulation/define-simulation.ts";
import { omieTools } from "./tools.ts";

/** Omie, Brazil (developer.omie.com.br): the `param` of each call; your ids end in `_integracao`, dates are DD/MM/AAAA. */
export const omieSimulation = defineSimulation({
  id: "omie",
  tools: omieTools,
  handlers: {},
});
