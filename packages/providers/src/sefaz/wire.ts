import type { WireTable } from "../wire/wire-entry.ts";

/**
 * The web services by their names: where each one is depends on the state, and what is sent is SOAP, as `messages.ts` writes it.
 * CT-e and MDF-e need a route, cargo and vehicle that no call names; SPED files are transmitted by a program of the Receita's.
 */
export const sefazWire: WireTable = {
  provider: "sefaz",
  encoding: "json",
  source: "github.com/nfephp-org/sped-nfe, storage/wsnfe_4.00_mod55.xml; MOC 7.0",
  confidence: "community",
  tools: {
    sefaz_get_service_status: { post: "/NFeStatusServico4" },
    sefaz_authorize_nfe: { post: "/NFeAutorizacao4" },
    sefaz_get_nfe_protocol: { post: "/NFeConsultaProtocolo4" },
    sefaz_cancel_nfe: { post: "/NFeRecepcaoEvento4" },
    sefaz_get_taxpayer: { post: "/CadConsultaCadastro4" },
  },
};
