import type { JsonObject } from "@codespar/contract";
import { bareText, formatOffsetTimestamp, SAO_PAULO } from "@codespar/formats";
import { omitUndefined } from "../../json/omit-undefined.ts";
import type { DfeReceiver } from "./dfe-receiver.ts";
import { toReais } from "./invoice-amounts.ts";
import type { ServiceDocument } from "./service-document.ts";

/** A declaration of service (DPS) of the national NFS-e standard, by the names of its XML. */
export function dpsLayout(
  document: ServiceDocument,
  { now, isLive }: { now: number; isLive: boolean },
): JsonObject {
  const { issuer, receiver, rule, iss } = document;
  const at = formatOffsetTimestamp(now, SAO_PAULO);
  return omitUndefined({
    tpAmb: isLive ? 1 : 2,
    dhEmi: at,
    verAplic: "CodeSpar",
    dCompet: at.slice(0, 10),
    // 0: no special regime
    prest: { CNPJ: bareText(issuer.tax_id), regTrib: { regEspTrib: 0 } },
    toma: receiver && toToma(receiver),
    serv: {
      locPrest: { cLocPrestacao: issuer.address.city_code },
      cServ: omitUndefined({
        cTribNac: rule.service_code,
        cTribMun: rule.city_service_code,
        CNAE: rule.cnae,
        xDescServ: document.description,
        cNBS: rule.nbs,
      }),
    },
    valores: {
      vServPrest: { vServ: toReais(document.total) },
      trib: {
        // 1: taxed; 1 not withheld, 2 withheld by who takes the service
        tribMun: omitUndefined({
          tribISSQN: 1,
          pAliq: iss?.rate,
          tpRetISSQN: rule.iss_withheld === true ? 2 : 1,
        }),
      },
    },
  });
}

function toToma(receiver: DfeReceiver): JsonObject {
  const { address } = receiver;
  return omitUndefined({
    CPF: receiver.cpf,
    CNPJ: receiver.cnpj,
    xNome: receiver.name,
    end: address && {
      endNac: omitUndefined({ cMun: address.cityCode, CEP: address.postalCode }),
      ...omitUndefined({
        xLgr: address.street,
        nro: address.number,
        xCpl: address.complement,
        xBairro: address.district,
      }),
    },
    fone: receiver.phone,
    email: receiver.email,
  });
}
