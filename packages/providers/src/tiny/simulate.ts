import { defineSimulation } from "../simulation/define-simulation.ts";
import { tinyTools } from "./tools.ts";

/** Tiny ERP, Brazil (tiny.com.br/api-docs, API 2.0): records in an envelope of their own name, dates DD/MM/AAAA. */
export const tinySimulation = defineSimulation({
  id: "tiny",
  tools: tinyTools,
  handlers: {},
});
