import type { JsonObject, ShipmentStatus } from "@codespar/contract";
import {
  formatLocalTimestamp,
  formatMajorUnits,
  generateCorreiosTracking,
  randomAlphanumerics,
  SAO_PAULO,
} from "@codespar/formats";
import { shipmentDue } from "../engines/shipping/advance-shipment.ts";
import {
  makeLabel,
  priceRoute,
  readParcels,
  requireShipment,
} from "../engines/shipping/carrier-operations.ts";
import { findShipment } from "../engines/shipping/find-shipment.ts";
import { labelUrl } from "../engines/shipping/label-url.ts";
import { locatePostalCode } from "../engines/shipping/locate-postal-code.ts";
import type { ServiceQuote } from "../engines/shipping/quote-services.ts";
import { brazilServices } from "../engines/shipping/services-brazil.ts";
import type { Shipment, ShipmentEvent } from "../engines/shipping/shipment.ts";
import { amountAt } from "../json/native-json.ts";
import { objectsAt, textAt, textsAt } from "../json/read-arguments.ts";
import { defineSimulation } from "../simulation/define-simulation.ts";
import { type CallContext, Refusal } from "../simulation/provider-definition.ts";
import { correiosTools } from "./tools.ts";

const services = [
  brazilServices.pac,
  brazilServices.sedex,
  brazilServices.sedex10,
  brazilServices.miniEnvios,
];

const priceFields = {
  weight: "psObjeto",
  length: "comprimento",
  width: "largura",
  height: "altura",
  gramsPerUnit: 1,
};

const prepostFields = {
  weight: "pesoInformado",
  length: "comprimentoInformado",
  width: "larguraInformada",
  height: "alturaInformada",
  gramsPerUnit: 1,
};

/**
 * Correios Web Services (cws.correios.com.br): grams, centimetres, prices in reais as text with a comma, times local.
 * The tracking code (S10) is given with the pre-posting; the object is unknown to tracking (SRO-020) until it is posted.
 */
export const correiosSimulation = defineSimulation({
  id: "correios",
  tools: correiosTools,
  handlers: {
    correios_calculate_shipping: (args, context) => ({
      data: objectsAt(args, "parametrosProduto").map((line): JsonObject => {
        const quote = readQuote(line, context);
        const head = {
          coProduto: textAt(line, "coProduto") ?? "",
          nuRequisicao: textAt(line, "nuRequisicao") ?? "",
        };
        if (quote instanceof Refusal) return { ...head, txErro: quote.message };
        const price = formatMajorUnits(quote.amount, "BRL").replace(".", ",");
        return { ...head, psCobrado: String(quote.chargedWeightG), pcBase: price, pcFinal: price };
      }),
    }),
    correios_get_delivery_time: (args, context) => ({
      data: objectsAt(args, "parametrosPrazo").map((line): JsonObject => {
        // a small parcel that every service takes: time does not depend on size
        const quote = readQuote(
          { ...line, psObjeto: "100", comprimento: "16", largura: "11", altura: "2" },
          context,
        );
        const head = {
          coProduto: textAt(line, "coProduto") ?? "",
          nuRequisicao: textAt(line, "nuRequisicao") ?? "",
        };
        if (quote instanceof Refusal) return { ...head, txErro: quote.message };
        return {
          ...head,
          prazoEntrega: quote.days,
          dataMaxima: `${quote.deliveryDate}T23:59:00`,
          entregaDomiciliar: "S",
          entregaSabado: "N",
        };
      }),
    }),
    correios_list_services: () => ({
      itens: services.map(({ code, name }) => ({ codigo: code, descricao: name })),
    }),
    correios_create_prepost: createPrepost,
    correios_get_label(args, context) {
      const shipment = requireShipment(context, textsAt(args, "idsPrePostagem")[0], "BR");
      if (shipment instanceof Refusal) return shipment;
      return {
        idRecibo: `R${shipment.number}`,
        nome: `${shipment.number}.pdf`,
        url: labelUrl(context, shipment.id),
      };
    },
    correios_track_package(args, context) {
      const objetos = textsAt(args, "codigosObjetos").map((code) =>
        trackedObject(code, findShipment(context, code)),
      );
      return { versao: "3.1.0", quantidade: objetos.length, objetos };
    },
    correios_get_cep(args) {
      const place = locatePostalCode("BR", textAt(args, "cep") ?? "");
      if (place === undefined) return new Refusal("cep_not_found", "CEP não encontrado.", "CEP-001");
      return { cep: place.postalCode, uf: place.state, localidade: place.city, logradouro: "", bairro: "" };
    },
  },
  due: shipmentDue,
});

function readQuote(line: JsonObject, context: CallContext): ServiceQuote | Refusal {
  const service = services.find(({ code }) => code === textAt(line, "coProduto"));
  if (service === undefined) return new Refusal("unknown_service", "PRC-101: Serviço inexistente.");
  const declared = amountAt(line, "vlDeclarado", "BRL") ?? 0;
  const route = priceRoute(
    [service],
    {
      country: "BR",
      from: textAt(line, "cepOrigem") ?? "",
      to: textAt(line, "cepDestino") ?? "",
      parcels: readParcels([line], priceFields, declared),
    },
    context.now,
  );
  if (route instanceof Refusal) return route;
  return (
    route.quotes[0] ??
    new Refusal("parcel_over_limits", "PRC-121: Peso ou dimensões fora dos limites do serviço.")
  );
}

function createPrepost(args: JsonObject, context: CallContext): JsonObject | Refusal {
  const shipment = makeLabel(context, {
    services,
    code: textAt(args, "codigoServico"),
    consignment: {
      country: "BR",
      from: textAt(args, "remetente.endereco.cep") ?? "",
      to: textAt(args, "destinatario.endereco.cep") ?? "",
      parcels: readParcels([args], prepostFields, amountAt(args, "valorDeclarado", "BRL") ?? 0),
    },
    recipient: {
      name: textAt(args, "destinatario.nome"),
      document: textAt(args, "destinatario.cpfCnpj"),
      address: joinTexts(args, ["destinatario.endereco.logradouro", "destinatario.endereco.numero"], ", "),
      phone: joinTexts(args, ["destinatario.dddCelular", "destinatario.celular"], " "),
    },
    id: `PR${randomAlphanumerics(context.random, 22)}`,
    number: generateCorreiosTracking(context.random),
  });
  if (shipment instanceof Refusal) return shipment;
  return {
    id: shipment.id,
    codigoObjeto: shipment.number,
    codigoServico: shipment.serviceCode,
    servico: shipment.serviceName,
    statusAtual: 2,
    descStatusAtual: "Pré-postado",
    dataHora: localTime(shipment.createdAt),
  };
}

/** What stands at these paths, one after the other; undefined where nothing does. */
function joinTexts(args: JsonObject, paths: readonly string[], separator: string): string | undefined {
  const texts = paths.map((path) => textAt(args, path)).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join(separator);
}

const eventCodes: Partial<Record<ShipmentStatus, { codigo: string; tipo: string }>> = {
  posted: { codigo: "PO", tipo: "01" },
  in_transit: { codigo: "RO", tipo: "01" },
  out_for_delivery: { codigo: "OEC", tipo: "01" },
  delivered: { codigo: "BDE", tipo: "01" },
};

function trackedObject(code: string, shipment: Shipment | undefined): JsonObject {
  const eventos = shipment?.events.flatMap(eventJson).reverse() ?? [];
  if (shipment === undefined || eventos.length === 0) {
    return { codObjeto: code, mensagem: "SRO-020: Objeto não encontrado na base de dados dos Correios." };
  }
  return { codObjeto: code, dtPrevista: `${shipment.deliveryDate}T23:59:59`, eventos };
}

function eventJson({ status, at, description, place }: ShipmentEvent): JsonObject[] {
  const code = eventCodes[status];
  if (code === undefined) return [];
  const [cidade = "", uf = ""] = place?.split("/") ?? [];
  return [
    {
      ...code,
      dtHrCriado: localTime(at),
      descricao: description,
      unidade: { tipo: "Unidade", endereco: { cidade, uf } },
    },
  ];
}

function localTime(at: number): string {
  return formatLocalTimestamp(at, SAO_PAULO);
}
