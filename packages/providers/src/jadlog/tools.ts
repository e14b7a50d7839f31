import { defineTools } from "../tools/define-tools.ts";
import { integer, list, listOf, nativeInput, number, object, text } from "../tools/native-input.ts";

const party = object(
  {
    nome: text(),
    cnpjCpf: text(),
    ie: text(),
    endereco: text(),
    numero: text(),
    compl: text(),
    bairro: text(),
    cidade: text(),
    uf: text(),
    cep: text(),
    fone: text(),
    cel: text(),
    email: text(),
    contato: text(),
  },
  "cep",
);

const fiscalDocument = object(
  {
    cfop: text(),
    danfeCte: text("44 digits"),
    nrDoc: text("DECLARACAO where there is none"),
    serie: text(),
    tpDocumento: text("0 declaration, 1 nota fiscal, 2 NF-e, 4 CT-e"),
    valor: text("Reais, such as 20.20"),
  },
  "nrDoc",
  "tpDocumento",
  "valor",
);

const order = { codigo: text("The order's code"), shipmentId: text("14 digits") };

/** The native tools of Jadlog. */
export const jadlogTools = defineTools({
  jadlog_calculate_shipping: {
    description: "Prices freights by modality for a charged weight between two CEPs.",
    input: nativeInput(
      {
        frete: list(
          object(
            {
              cepori: text(),
              cepdes: text(),
              peso: number("kg, the greater of real and cubic; 0.1 at least"),
              modalidade: integer("3 .Package, 9 .Com"),
              vldeclarado: number("Reais"),
              cnpj: text("The connection's where it is left out, as the two after it."),
              conta: text(),
              contrato: text(),
              tpentrega: text("D: to the door."),
              tpseguro: text("N: normal."),
            },
            "cepori",
            "cepdes",
            "peso",
            "modalidade",
          ),
        ),
      },
      "frete",
    ),
  },
  jadlog_create_shipment: {
    description: "Places an order (inclusão de pedido) and gives the shipment its number.",
    input: nativeInput(
      {
        conteudo: text(),
        pedido: listOf(text(), [1], "The shipper's own order numbers"),
        totPeso: number("kg, as charged"),
        totValor: number("Reais"),
        obs: text(),
        modalidade: integer("3 .Package, 9 .Com"),
        contaCorrente: text("The connection's where it is left out."),
        nrContrato: text("The connection's where it is left out."),
        tpColeta: text("K"),
        tipoFrete: integer("0"),
        cdPickupDes: text("A pickup point to deliver to."),
        rem: party,
        des: party,
        dfe: listOf(fiscalDocument, [1], "The documents that the parcel travels with."),
        volume: list(
          object({
            peso: number("kg"),
            comprimento: number("cm"),
            largura: number("cm"),
            altura: number("cm"),
          }),
        ),
      },
      "pedido",
      "totPeso",
      "modalidade",
      "rem",
      "des",
    ),
  },
  jadlog_get_label: {
    description: "No call for this is known: labels are printed in Jadlog's portal.",
    input: nativeInput(order),
  },
  jadlog_track_shipment: {
    description: "Gets the movements of orders.",
    input: nativeInput({ consulta: list(object(order)) }, "consulta"),
  },
  jadlog_cancel_shipment: {
    description: "Cancels an order that Jadlog has not received yet.",
    input: nativeInput(order),
  },
  jadlog_list_pickup_points: {
    description: "Lists the pickup points near a CEP.",
    input: nativeInput({ cep: text() }, "cep"),
  },
});
