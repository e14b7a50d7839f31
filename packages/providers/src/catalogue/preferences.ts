import type { Routing } from "@codespar/contract";

/**
 * Who comes first in lists of providers: the best known of each trade. A provider that is not named comes last, by its id.
 */
export const catalogueOrder: readonly string[] = [
  "stripe",
  "mercadopago",
  "asaas",
  "pagseguro",
  "pagarme",
  "conekta",
  "inter",
  "sicredi",
  "zoop",
  "ebanx",
  "wompi",
  "transbank",
  "nuvem-fiscal",
  "focus-nfe",
  "nfe-io",
  "enotas",
  "plugnotas",
  "sefaz",
  "facturapi",
  "facturama",
  "correios",
  "melhor-envio",
  "jadlog",
  "loggi",
  "frenet",
  "dhl",
  "estafeta",
  "skydropx",
  "mercado-envios",
  "andreani",
  "servientrega",
  "chilexpress",
  "z-api",
  "whatsapp-cloud",
  "twilio",
  "zenvia",
  "take-blip",
  "evolution-api",
  "sendgrid",
  "infobip",
  "itau",
  "bradesco",
  "nubank",
  "stark-bank",
  "banco-do-brasil",
  "open-finance",
  "omie",
  "bling",
  "tiny",
  "conta-azul",
  "totvs",
  "bind-erp",
  "alegra",
  "mercado-bitcoin",
  "bitso",
  "circle",
  "unblockpay",
];

/** Providers that a session takes by one word. `all` is made of every folder. */
export const presets: Readonly<Record<string, readonly string[]>> = {
  payments: ["stripe", "mercadopago", "asaas", "pagarme", "conekta"],
  ecommerce: ["stripe", "asaas", "nuvem-fiscal", "melhor-envio", "correios", "z-api"],
  fiscal: ["nuvem-fiscal", "focus-nfe", "facturapi"],
  logistics: ["correios", "melhor-envio", "jadlog", "loggi", "skydropx"],
  messaging: ["z-api", "whatsapp-cloud", "twilio", "sendgrid"],
  brazilian: ["asaas", "mercadopago", "nuvem-fiscal", "melhor-envio", "correios", "z-api", "omie"],
  mexican: ["conekta", "mercadopago", "facturapi", "skydropx", "estafeta", "twilio"],
  argentinian: ["mercadopago", "andreani", "mercado-envios", "twilio"],
  colombian: ["wompi", "mercadopago", "servientrega", "alegra", "twilio"],
  chilean: ["transbank", "mercadopago", "chilexpress", "twilio"],
};

export const presetAliases: Readonly<Record<string, string>> = { argentine: "argentinian" };

/**
 * Which of several capable providers is asked first; the rest are fallbacks. A provider whose `routes` name a route and
 * that is not listed here comes last, by its id.
 */
export const preferences: Routing = {
  pay: {
    BRL: {
      pix: ["asaas", "mercadopago", "pagarme", "pagseguro", "zoop", "inter", "sicredi", "ebanx", "stripe"],
      boleto: ["asaas", "pagarme", "mercadopago", "pagseguro", "inter", "sicredi", "zoop", "ebanx", "stripe"],
      credit_card: ["stripe", "pagarme", "mercadopago", "pagseguro", "asaas", "zoop", "ebanx"],
      debit_card: ["stripe", "mercadopago", "pagseguro"],
      wallet: ["mercadopago", "pagseguro"],
    },
    MXN: {
      spei: ["conekta", "mercadopago", "ebanx"],
      oxxo: ["conekta", "stripe", "mercadopago"],
      credit_card: ["conekta", "stripe", "mercadopago", "ebanx"],
      debit_card: ["conekta", "stripe", "mercadopago"],
      wallet: ["mercadopago"],
    },
    ARS: { credit_card: ["mercadopago", "ebanx"], debit_card: ["mercadopago"], wallet: ["mercadopago"] },
    COP: {
      pse: ["wompi", "mercadopago", "ebanx"],
      credit_card: ["wompi", "mercadopago", "ebanx"],
      debit_card: ["mercadopago"],
      wallet: ["wompi", "mercadopago"],
    },
    CLP: {
      webpay: ["transbank"],
      credit_card: ["transbank", "mercadopago", "ebanx"],
      debit_card: ["transbank", "mercadopago"],
      wallet: ["mercadopago"],
    },
    USD: { credit_card: ["stripe"], debit_card: ["stripe"] },
  },
  checkout: {
    BRL: ["stripe", "mercadopago", "asaas", "pagarme"],
    MXN: ["stripe", "conekta", "mercadopago"],
    ARS: ["mercadopago"],
    COP: ["wompi", "mercadopago"],
    CLP: ["mercadopago"],
    USD: ["stripe"],
  },
  invoice: {
    nfe: ["nuvem-fiscal", "focus-nfe", "nfe-io", "plugnotas", "enotas", "sefaz"],
    nfce: ["nuvem-fiscal", "focus-nfe"],
    nfse: ["nuvem-fiscal", "focus-nfe", "nfe-io", "plugnotas", "enotas"],
    cte: ["nuvem-fiscal", "focus-nfe", "plugnotas", "sefaz"],
    mdfe: ["nuvem-fiscal", "focus-nfe", "plugnotas", "sefaz"],
    sped: ["sefaz"],
    cfdi: ["facturapi", "facturama"],
  },
  ship: {
    BR: ["melhor-envio", "correios", "jadlog", "loggi", "frenet", "mercado-envios"],
    MX: ["skydropx", "estafeta", "dhl", "mercado-envios"],
    AR: ["andreani", "mercado-envios"],
    CO: ["servientrega"],
    CL: ["chilexpress"],
  },
  notify: {
    whatsapp: {
      BR: ["z-api", "whatsapp-cloud", "zenvia", "take-blip", "evolution-api", "twilio", "infobip"],
      "*": ["whatsapp-cloud", "twilio", "zenvia", "infobip"],
    },
    sms: { "*": ["twilio", "zenvia", "infobip"] },
    email: { "*": ["sendgrid", "zenvia", "infobip"] },
  },
};
