import { defineTools } from "../tools/define-tools.ts";
import { integer, list, nativeInput, number, object, text } from "../tools/native-input.ts";

const Piezas = list(
  object(
    { Peso: number("kg"), Largo: number("cm"), Ancho: number("cm"), Alto: number("cm") },
    "Peso",
    "Largo",
    "Ancho",
    "Alto",
  ),
);

const ends = {
  CodigoPostalOrigen: text("6 digits"),
  CodigoPostalDestino: text("6 digits"),
  Piezas,
  ValorDeclarado: number("Pesos"),
};

const guide = { NumGui: text("Guide number, 10 digits") };

/** The native tools of Servientrega. */
export const servientregaTools = defineTools({
  servientrega_get_rates: {
    description: "Prices pieces between two Colombian postal codes with each product.",
    input: nativeInput(ends, "CodigoPostalOrigen", "CodigoPostalDestino", "Piezas"),
  },
  servientrega_create_guide: {
    description: "Makes a guide (guía) with its number and printable label.",
    input: nativeInput(
      {
        IdProducto: integer("2 Premier, 6 Industrial"),
        ...ends,
        Nom_Contacto: text("Recipient"),
        Des_Direccion: text(),
        Des_Telefono: text(),
        Num_Documento: text(),
        Des_CiudadOrigen: text(),
        Des_CiudadDestino: text(),
        Num_Referencia: text(),
      },
      "IdProducto",
      "CodigoPostalOrigen",
      "CodigoPostalDestino",
      "Piezas",
    ),
  },
  servientrega_get_guide: {
    description: "Gets a guide with its status and label.",
    input: nativeInput(guide, "NumGui"),
  },
  servientrega_track_guide: {
    description: "Gets the movements of a guide.",
    input: nativeInput(guide, "NumGui"),
  },
  servientrega_list_cities: {
    description: "Lists the cities served, by department.",
    input: nativeInput({ departamento: text("Such as ANT") }),
  },
  servientrega_cancel_guide: {
    description: "Cancels (anula) a guide that was not handed in.",
    input: nativeInput(guide, "NumGui"),
  },
});
