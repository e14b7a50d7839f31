import { defineSimulation } from "../simulation/define-simulation.ts";
import { blingTools } from "./tools.ts";

/** Bling, Brazil (developer.bling.com.br, API v3): reais, camelCase Portuguese, other records by `{ id }`. */
export const blingSimulation = defineSimulation({
  id: "bling",
  tools: blingTools,
  handlers: {},
});
