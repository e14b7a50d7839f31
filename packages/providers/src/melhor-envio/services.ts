import type { JsonObject } from "@codespar/contract";
import type { CarrierService } from "../engines/shipping/carrier-service.ts";
import { brazilServices } from "../engines/shipping/services-brazil.ts";

/** Melhor Envio's own service numbers. */
export const services: readonly CarrierService[] = [
  { ...brazilServices.pac, code: "1" },
  { ...brazilServices.sedex, code: "2" },
  { ...brazilServices.package, code: "3" },
  { ...brazilServices.com, code: "4" },
  { ...brazilServices.miniEnvios, code: "17" },
  { ...brazilServices.loggiExpress, code: "31" },
];

const companyIds: Readonly<Record<string, number>> = { Correios: 1, Jadlog: 2, Loggi: 14 };

/** The carrier behind a service, as quotes and orders name it. */
export function company(carrier: string): JsonObject {
  return { id: companyIds[carrier] ?? 0, name: carrier };
}
