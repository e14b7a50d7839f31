import { defineSimulation } from "../simulation/define-simulation.ts";
import { contaAzulTools } from "./tools.ts";

/** Conta Azul, Brazil (developers.contaazul.com, API v2): snake_case Portuguese, reais, ids are UUIDs. */
export const contaAzulSimulation = defineSimulation({
  id: "conta-azul",
  tools: contaAzulTools,
  handlers: {},
});
