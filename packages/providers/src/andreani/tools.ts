import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, text } from "../tools/native-input.ts";

const bultos = list(
  object(
    {
      kilos: number(),
      largoCm: number(),
      anchoCm: number(),
      altoCm: number(),
      valorDeclarado: number("Pesos"),
    },
    "kilos",
    "largoCm",
    "anchoCm",
    "altoCm",
  ),
);

const place = object(
  {
    postal: object(
      { codigoPostal: text("4 digits or CPA"), localidad: text(), region: text(), calle: text() },
      "codigoPostal",
    ),
  },
  "postal",
);

const numeroDeEnvio = { numeroDeEnvio: text("15 digits") };

/** The native tools of Andreani. */
export const andreaniTools = defineTools({
  andreani_get_rates: {
    description: "Prices packages between two postal codes under each contract, taxes included.",
    input: nativeInput(
      { cpOrigen: text(), cpDestino: text(), contrato: text("All when left out"), bultos },
      "cpOrigen",
      "cpDestino",
      "bultos",
    ),
  },
  andreani_create_shipment: {
    description: "Creates a shipping order (orden de envío) with its number and label link.",
    input: nativeInput(
      {
        contrato: text(),
        idPedido: text("The shipper's own order number"),
        origen: place,
        destino: place,
        destinatario: list(
          object({ nombreCompleto: text(), email: text(), documentoNumero: text(), telefono: text() }),
        ),
        bultos,
      },
      "contrato",
      "origen",
      "destino",
      "bultos",
    ),
  },
  andreani_get_shipment: {
    description: "Gets a shipment with its status.",
    input: nativeInput(numeroDeEnvio, "numeroDeEnvio"),
  },
  andreani_create_label: {
    description:
      "Returns a link to the printable label of a shipment; again for the same shipment is harmless.",
    input: nativeInput(numeroDeEnvio, "numeroDeEnvio"),
    risk: "read",
  },
  andreani_track_shipment: {
    description: "Gets the movements of a shipment (trazas).",
    input: nativeInput(numeroDeEnvio, "numeroDeEnvio"),
  },
  andreani_list_branches: {
    description: "Lists branches near a postal code.",
    input: nativeInput({ codigoPostal: text() }),
  },
  andreani_cancel_shipment: {
    description: "Cancels a shipment that Andreani has not received yet.",
    input: nativeInput(numeroDeEnvio, "numeroDeEnvio"),
  },
});
