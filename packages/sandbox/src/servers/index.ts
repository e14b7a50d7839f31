import type { SimulatedServer } from "../simulation/simulated-server.ts";
import { asaas } from "./asaas.ts";
import { melhorEnvio } from "./melhor-envio.ts";
import { nuvemFiscal } from "./nuvem-fiscal.ts";
import { zApi } from "./z-api.ts";

/** Every simulated server, in the catalogue's order. */
export const simulatedServers: readonly SimulatedServer[] = [asaas, nuvemFiscal, melhorEnvio, zApi];
