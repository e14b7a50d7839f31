import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

const party = object(
  {
    nome: text(),
    cnpjCpf: text(),
    endereco: text(),
    numero: text(),
    cidade: text(),
    uf: text(),
    cep: text(),
    cel: text(),
    email: text(),
  },
  "cep",
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
              peso: number("kg, the greater of real and cubic"),
              modalidade: integer("3 .Package, 9 .Com"),
              vldeclarado: number("Reais"),
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
        pedido: list(text("The shipper's own order numbers")),
        totPeso: number("kg, as charged"),
        totValor: number("Reais"),
        modalidade: integer("3 .Package, 9 .Com"),
        rem: party,
        des: party,
        volume: list(
          object({
            peso: number("kg"),
            comprimento: number("cm"),
            largura: number("cm"),
            altura: number("cm"),
          }),
        ),
      },
      "totPeso",
      "modalidade",
      "rem",
      "des",
    ),
  },
  jadlog_get_label: { description: "Gets the label of an order.", input: nativeInput(order) },
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
