import type { JsonObject, JsonSchema } from "@codespar/contract";
import { generateUuid, toMajorUnits } from "@codespar/formats";
import { brazilTime } from "../engines/invoices/brazil-time.ts";
import { compact } from "../engines/invoices/compact.ts";
import { documentUrl } from "../engines/invoices/document-url.ts";
import type { FiscalDocument, FiscalKind } from "../engines/invoices/fiscal-document.ts";
import { generateFiscalProviderId } from "../engines/invoices/fiscal-provider-id.ts";
import { AUTHORIZE_TASK, authorizeDue, issueDocument } from "../engines/invoices/issue-document.ts";
import { centavosAt, type DfeRequest } from "../engines/invoices/read-dfe.ts";
import { goodsCode, receiverOf } from "../engines/invoices/read-goods.ts";
import { cancelById, readDocument } from "../engines/invoices/with-document.ts";
import { numberAt, objectsAt, textAt } from "../json/read-arguments.ts";
import { list, nativeInput, number, object, text } from "../simulation/native-input.ts";
import { type CallContext, defineServer, type SimulatedTool } from "../simulation/provider-definition.ts";

const DFE: readonly FiscalKind[] = ["nfe", "cte", "mdfe"];

const STATUSES = {
  processing: "PROCESSANDO",
  authorized: "CONCLUIDO",
  rejected: "REJEITADO",
  cancelled: "CANCELADO",
  closed: "ENCERRADO",
} as const;

const person = object({ cpfCnpj: text(), razaoSocial: text(), email: text() });
const byId = nativeInput({ id: text() }, "id");
const cancellation = nativeInput(
  { id: text(), justificativa: text("15 to 255 characters.") },
  "id",
  "justificativa",
);

/** PlugNotas: Portuguese names, reais. Creation answers with a receipt, as the real one does. */
export const plugnotas = defineServer({
  id: "plugnotas",
  tools: {
    plugnotas_create_nfe: issueTool(
      "Issues an NF-e.",
      {
        destinatario: person,
        itens: list(
          object({
            codigo: text(),
            descricao: text(),
            ncm: text(),
            quantidade: object({ comercial: number() }),
            valorUnitario: object({ comercial: number("Reais.") }),
            valor: number("Reais."),
          }),
        ),
      },
      readGoods,
    ),
    plugnotas_get_nfe: {
      description: "Reads an NF-e by id; also a CT-e or MDF-e.",
      input: byId,
      handle: (args, context) => readDocument(context, textAt(args, "id"), DFE, documentOf),
    },
    plugnotas_cancel_nfe: {
      description: "Cancels an NF-e (24 h), CT-e (7 days) or MDF-e (24 h).",
      input: cancellation,
      handle: (args, context) =>
        cancelById(
          context,
          { id: textAt(args, "id"), reason: textAt(args, "justificativa") },
          DFE,
          cancellationOf,
        ),
    },
    plugnotas_create_nfse: issueTool(
      "Issues an NFS-e.",
      {
        tomador: person,
        servico: list(
          object({ codigo: text(), discriminacao: text(), valor: object({ servico: number("Reais.") }) }),
        ),
      },
      readService,
    ),
    plugnotas_get_nfse: {
      description: "Reads an NFS-e by id.",
      input: byId,
      handle: (args, context) => readDocument(context, textAt(args, "id"), ["nfse"], documentOf),
    },
    plugnotas_cancel_nfse: {
      description: "Cancels an NFS-e.",
      input: cancellation,
      handle: (args, context) =>
        cancelById(
          context,
          { id: textAt(args, "id"), reason: textAt(args, "justificativa") },
          ["nfse"],
          cancellationOf,
        ),
    },
    plugnotas_create_cte: issueTool(
      "Issues a CT-e. The sandbox assumes a road trip inside São Paulo.",
      {
        destinatario: person,
        valores: object({
          valorTotal: number("Reais."),
          componentes: list(object({ nome: text(), valor: number("Reais.") })),
        }),
        observacao: text(),
      },
      readFreight,
    ),
    plugnotas_create_mdfe: issueTool(
      "Issues an MDF-e. The sandbox assumes one truck, plate ABC1D23, inside São Paulo.",
      {
        carga: object({ valor: number("Reais.") }),
        produtoPredominante: object({ descricao: text(), ncm: text() }),
      },
      readManifest,
    ),
  },
  due: { [AUTHORIZE_TASK]: authorizeDue },
});

function issueTool(
  description: string,
  properties: Record<string, JsonSchema>,
  parse: (args: JsonObject) => DfeRequest,
): SimulatedTool {
  return {
    description: `${description} Amounts in reais. Answers with a receipt; read the document by its id.`,
    input: nativeInput({ idIntegracao: text(), ...properties }),
    handle(args, context) {
      const id = generateFiscalProviderId(context.random, "plugnotas");
      const reference = textAt(args, "idIntegracao");
      issueDocument({ ...parse(args), id, reference }, context);
      return {
        documents: [compact({ idIntegracao: reference, id, emitente: context.merchant.cnpj })],
        message: "Nota(as) em processamento",
        protocol: generateUuid(context.random),
      };
    },
  };
}

function readGoods(args: JsonObject): DfeRequest {
  return {
    kind: "nfe",
    items: objectsAt(args, "itens").map((item) => ({
      description: textAt(item, "descricao") ?? "",
      code: goodsCode(textAt(item, "ncm"), textAt(item, "codigo")),
      quantity: numberAt(item, "quantidade.comercial") ?? 1,
      unitPrice: numberAt(item, "valorUnitario.comercial") ?? 0,
      statedAmount: centavosAt(item, "valor"),
    })),
    receiver: readPerson(args, "destinatario"),
    series: numberAt(args, "serie"),
    number: numberAt(args, "numero"),
  };
}

function readService(args: JsonObject): DfeRequest {
  return {
    kind: "nfse",
    items: objectsAt(args, "servico").map((service) => ({
      description: textAt(service, "discriminacao") ?? "",
      code: textAt(service, "codigo"),
      quantity: 1,
      unitPrice: numberAt(service, "valor.servico") ?? 0,
    })),
    receiver: readPerson(args, "tomador"),
  };
}

function readFreight(args: JsonObject): DfeRequest {
  return {
    kind: "cte",
    items: objectsAt(args, "valores.componentes").map((component, index) => ({
      description: textAt(component, "nome") ?? "",
      // a price component has no code; the note stands for the whole
      code: index === 0 ? textAt(args, "observacao") : undefined,
      quantity: 1,
      unitPrice: numberAt(component, "valor") ?? 0,
    })),
    receiver: readPerson(args, "destinatario"),
    statedAmount: centavosAt(args, "valores.valorTotal"),
  };
}

function readManifest(args: JsonObject): DfeRequest {
  return {
    kind: "mdfe",
    items: [
      {
        description: textAt(args, "produtoPredominante.descricao") ?? "Carga geral",
        code: textAt(args, "produtoPredominante.ncm"),
        quantity: 1,
        unitPrice: numberAt(args, "carga.valor") ?? 0,
      },
    ],
  };
}

function readPerson(args: JsonObject, field: string): DfeRequest["receiver"] {
  return receiverOf(
    textAt(args, `${field}.razaoSocial`),
    textAt(args, `${field}.cpfCnpj`),
    textAt(args, `${field}.email`),
  );
}

function documentOf(document: FiscalDocument, { server, merchant }: CallContext): JsonObject {
  const { kind, status, verdict, accessKey } = document;
  const isService = kind === "nfse";
  const issued = verdict?.protocol !== undefined;
  return compact({
    id: document.id,
    idIntegracao: document.reference,
    emissao: brazilTime(document.issuedAt),
    [isService ? "situacao" : "status"]: STATUSES[status],
    numero: String(document.number),
    serie: String(document.series),
    chave: isService ? undefined : accessKey,
    codigoVerificacao: isService && issued ? accessKey : undefined,
    protocolo: verdict?.protocol,
    cStat: verdict && (/^\d+$/.test(verdict.code) ? Number(verdict.code) : verdict.code),
    mensagem: verdict?.message,
    emitente: merchant.cnpj,
    destinatario: document.receiver?.document,
    [isService ? "valorServico" : "valor"]: toMajorUnits(document.amount, "BRL"),
    pdf: issued ? documentUrl(server, kind, accessKey, "pdf") : undefined,
    xml: issued ? documentUrl(server, kind, accessKey, "xml") : undefined,
  });
}

function cancellationOf({ cancellation, id }: FiscalDocument): JsonObject {
  return compact({
    id,
    message: "Cancelamento concluido",
    status: "CONCLUIDO",
    cStat: cancellation && Number(cancellation.code),
    protocolo: cancellation?.protocol,
  });
}
