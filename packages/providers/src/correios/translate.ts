import type { NativeCalls, Translator } from "@codespar/backend/ports";
import { ProviderRefusal } from "@codespar/backend/ports";
import type { JsonObject, ShipAddress, ShipInput, ShipmentStatus, ShipPackage } from "@codespar/contract";
import { bankDateAfter, digitsOnly, toMajorUnits } from "@codespar/formats";
import { numberAt, objectsAt, requiredText, textAt, valueAt } from "../json/native-json.ts";
import { omitUndefined } from "../json/omit-undefined.ts";
import { brazilPhone } from "../mappings/payments/brazil-payer.ts";
import { type Consignment, nativeServiceCode, toConsignment } from "../mappings/shipping/consignment.ts";
import { occurredAt } from "../mappings/shipping/occurred-at.ts";
import { parsePrice } from "../mappings/shipping/parse-price.ts";
import { serviceNotAvailable, shipActions, shipmentReference } from "../mappings/shipping/ship-actions.ts";
import { latestStatus, shipEvent } from "../mappings/shipping/ship-event.ts";

/** Neither an envelope nor a roll. */
const PACKAGE = "2";

/** Grams, centimetres, prices as text with a comma. One object is one parcel, so a quote sums the lines of a service. */
export const correiosTranslator: Translator = {
  server: "correios",
  ship: shipActions("Correios", {
    async quote(input, native, { now }) {
      const consignment = toConsignment(input);
      const listed = objectsAt(await native.read("correios_list_services", {}), "itens");
      const services = listed.map((item) => ({
        code: requiredText(item, "codigo"),
        name: requiredText(item, "descricao"),
      }));
      const codes = services.map(({ code }) => code);
      const amounts = await readPrices(codes, consignment, native);
      const times = await native.read("correios_get_delivery_time", {
        idLote: "1",
        parametrosPrazo: codes.map((coProduto, index) => ({
          coProduto,
          nuRequisicao: String(index + 1),
          cepOrigem: digits(consignment.origin),
          cepDestino: digits(consignment.destination),
        })),
      });
      const quotes = services.flatMap(({ code, name }) => {
        const amount = amounts.get(code);
        const time = objectsAt(times, "data").find((line) => textAt(line, "coProduto") === code);
        const days = numberAt(time, "prazoEntrega");
        if (amount === undefined || days === undefined) return [];
        return [
          {
            service_id: `correios:${code}`,
            carrier: "Correios",
            service: name,
            amount,
            currency: "BRL" as const,
            delivery_days: days,
            delivery_date: textAt(time, "dataMaxima")?.slice(0, 10) ?? bankDateAfter(now, days, "BR"),
          },
        ];
      });
      return { quotes };
    },

    async label(input, native, { operationId }) {
      const consignment = toConsignment(input);
      const { packages, recipient } = consignment;
      const [parcel] = packages;
      if (parcel === undefined || packages.length > 1) {
        throw new ProviderRefusal({
          code: "too_many_packages",
          message: "Correios labels one parcel at a time. Send one call for each package.",
        });
      }
      const code = nativeServiceCode(input);
      const amount = (await readPrices([code], consignment, native)).get(code);
      if (amount === undefined) throw serviceNotAvailable("Correios", code);
      const phone = brazilPhone(recipient);
      const prepost = await native.effect("correios_create_prepost", {
        remetente: { endereco: getAddress(consignment.origin) },
        destinatario: {
          ...omitUndefined({
            nome: recipient.name,
            cpfCnpj: recipient.document,
            email: recipient.email,
            dddCelular: phone?.area,
            celular: phone?.number,
          }),
          endereco: {
            ...getAddress(consignment.destination),
            ...omitUndefined({ logradouro: recipient.address }),
          },
        },
        codigoServico: code,
        codigoFormatoObjetoInformado: PACKAGE,
        cienteObjetoNaoProibido: "1",
        pesoInformado: String(Math.ceil(parcel.weight_g)),
        comprimentoInformado: String(parcel.length_cm),
        larguraInformada: String(parcel.width_cm),
        alturaInformada: String(parcel.height_cm),
        valorDeclarado: String(toMajorUnits(parcel.declared_value ?? 0, "BRL")),
        observacao: operationId,
      });
      const id = requiredText(prepost, "id");
      const printed = await native.read("correios_get_label", { idsPrePostagem: [id] });
      return {
        shipment_id: id,
        tracking_code: requiredText(prepost, "codigoObjeto"),
        label_url: requiredText(printed, "url"),
        carrier: "Correios",
        amount,
        currency: "BRL",
        status: "created",
      };
    },

    async track(input, native) {
      const code = await trackingCode(input, native);
      const response = await native.read("correios_track_package", { codigosObjetos: [code] });
      // an announced object that was not posted has no events and the message SRO-020
      const events = objectsAt(valueAt(response, "objetos.0"), "eventos").map((event) =>
        shipEvent(
          toStatus(event),
          requiredText(event, "descricao"),
          occurredAt(requiredText(event, "dtHrCriado"), "BR"),
          [textAt(event, "unidade.endereco.cidade"), textAt(event, "unidade.endereco.uf")]
            .filter((part) => part !== undefined)
            .join("/"),
        ),
      );
      return { tracking_code: code, status: latestStatus(events), events };
    },
  }),
};

/** Price of each service for all parcels, in centavos; services that do not take every parcel are missing. */
async function readPrices(
  codes: readonly string[],
  { origin, destination, packages }: Consignment,
  native: NativeCalls,
): Promise<Map<string, number>> {
  const lines = codes.flatMap((code) => packages.map((parcel) => getLine(code, origin, destination, parcel)));
  const response = await native.read("correios_calculate_shipping", {
    idLote: "1",
    parametrosProduto: lines.map((line, index) => ({ ...line, nuRequisicao: String(index + 1) })),
  });
  const amounts = new Map<string, number>();
  const refused = new Set<string>();
  for (const line of objectsAt(response, "data")) {
    const code = requiredText(line, "coProduto");
    const price = textAt(line, "pcFinal");
    if (price === undefined) refused.add(code);
    else amounts.set(code, (amounts.get(code) ?? 0) + parsePrice(price, "BRL"));
  }
  for (const code of refused) amounts.delete(code);
  return amounts;
}

function getLine(
  coProduto: string,
  origin: ShipAddress,
  destination: ShipAddress,
  parcel: ShipPackage,
): JsonObject {
  return {
    coProduto,
    cepOrigem: digits(origin),
    cepDestino: digits(destination),
    psObjeto: String(Math.ceil(parcel.weight_g)),
    tpObjeto: PACKAGE,
    comprimento: String(parcel.length_cm),
    largura: String(parcel.width_cm),
    altura: String(parcel.height_cm),
    vlDeclarado: String(toMajorUnits(parcel.declared_value ?? 0, "BRL")),
  };
}

/** Tracking goes by the object's code; a pre-posting's id is looked up through its label. */
async function trackingCode(input: ShipInput, native: NativeCalls): Promise<string> {
  const reference = shipmentReference(input);
  if (input.tracking_code !== undefined) return reference;
  const label = await native.read("correios_get_label", { idsPrePostagem: [reference] });
  return requiredText(label, "nome").replace(/\.pdf$/, "");
}

function getAddress(address: ShipAddress): JsonObject {
  return { cep: digits(address), ...omitUndefined({ cidade: address.city, uf: address.state }) };
}

function digits({ postal_code }: ShipAddress): string {
  return digitsOnly(postal_code);
}

/**
 * SRO event codes: OEC is the last mile, and BDE, BDI and BDR are told at its end. Their type 01 is a delivery; the others
 * say that nobody was there, or where the parcel waits.
 */
function toStatus(event: JsonObject): ShipmentStatus {
  switch (textAt(event, "codigo")) {
    case "PO":
      return "posted";
    case "OEC":
      return "out_for_delivery";
    case "BDE":
    case "BDI":
    case "BDR":
      return Number(textAt(event, "tipo")) === 1 ? "delivered" : "in_transit";
    default:
      return "in_transit";
  }
}
