import type { ProviderEnvironment } from "@codespar/backend/ports";

/** The web services of layout 4.00 that have a tool, by what the authorities call them. */
export const sefazServices = {
  sefaz_get_service_status: service("NFeStatusServico4", "nfeStatusServicoNF"),
  sefaz_authorize_nfe: service("NFeAutorizacao4", "nfeAutorizacaoLote"),
  sefaz_get_nfe_protocol: service("NFeConsultaProtocolo4", "nfeConsultaNF"),
  sefaz_cancel_nfe: service("NFeRecepcaoEvento4", "nfeRecepcaoEvento"),
  sefaz_get_taxpayer: service("CadConsultaCadastro4", "consultaCadastro"),
} as const;

export type SefazTool = keyof typeof sefazServices;

export interface SefazService {
  name: string;
  /** Namespace of the message inside the SOAP body. */
  namespace: string;
  /** The SOAP action. */
  action: string;
}

function service(name: string, method: string): SefazService {
  const namespace = `http://www.portalfiscal.inf.br/nfe/wsdl/${name}`;
  return { name, namespace, action: `${namespace}/${method}` };
}

/** Whether a tool is a web service. */
export function isSefazTool(tool: string): tool is SefazTool {
  return Object.hasOwn(sefazServices, tool);
}

interface Authoriser {
  hosts: Readonly<Record<ProviderEnvironment, string>>;
  paths: Readonly<Record<SefazTool, string>>;
}

const saoPaulo: Authoriser = {
  hosts: { live: "https://nfe.fazenda.sp.gov.br", test: "https://homologacao.nfe.fazenda.sp.gov.br" },
  paths: {
    sefaz_get_service_status: "/ws/nfestatusservico4.asmx",
    sefaz_authorize_nfe: "/ws/nfeautorizacao4.asmx",
    sefaz_get_nfe_protocol: "/ws/nfeconsultaprotocolo4.asmx",
    sefaz_cancel_nfe: "/ws/nferecepcaoevento4.asmx",
    sefaz_get_taxpayer: "/ws/cadconsultacadastro4.asmx",
  },
};

/** SEFAZ Virtual do Rio Grande do Sul, which authorises for the states that have no system of their own. */
const virtual: Authoriser = {
  hosts: { live: "https://nfe.svrs.rs.gov.br", test: "https://nfe-homologacao.svrs.rs.gov.br" },
  paths: {
    sefaz_get_service_status: "/ws/NfeStatusServico/NfeStatusServico4.asmx",
    sefaz_authorize_nfe: "/ws/NfeAutorizacao/NFeAutorizacao4.asmx",
    sefaz_get_nfe_protocol: "/ws/NfeConsulta/NfeConsulta4.asmx",
    sefaz_cancel_nfe: "/ws/recepcaoevento/recepcaoevento4.asmx",
    sefaz_get_taxpayer: "/ws/cadconsultacadastro/cadconsultacadastro4.asmx",
  },
};

/** Its register of taxpayers stands on a host of its own, and has no test environment. */
const virtualRegister = "https://cad.svrs.rs.gov.br";

/** States whose authoriser's addresses are known here. */
const virtualStates = ["AC", "AL", "AP", "DF", "ES", "PB", "PI", "RJ", "RN", "RO", "RR", "SC", "SE", "TO"];

export const knownStates: readonly string[] = ["SP", ...virtualStates];

/** Where a service of a state's authoriser is; undefined where it has none. */
export function serviceUrl(
  tool: SefazTool,
  state: string,
  environment: ProviderEnvironment,
): string | undefined {
  if (state === "SP") return saoPaulo.hosts[environment] + saoPaulo.paths[tool];
  if (!virtualStates.includes(state)) return undefined;
  if (tool !== "sefaz_get_taxpayer") return virtual.hosts[environment] + virtual.paths[tool];
  return environment === "live" ? virtualRegister + virtual.paths[tool] : undefined;
}
