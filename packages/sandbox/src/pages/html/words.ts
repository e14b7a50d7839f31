import type { Currency, PaymentMethod } from "@codespar/contract";
import type { DeclineReason } from "@codespar/providers/simulated";

export type Language = "pt" | "es";

/** Which language a page has whose money is this. */
export function getLanguage(currency: Currency): Language {
  return currency === "BRL" ? "pt" : "es";
}

const pt = {
  htmlLanguage: "pt-BR",
  sandbox: "Ambiente de testes: nenhum dinheiro se move.",
  payTo: "Pagamento para",
  order: "Pedido",
  howToPay: "Como você quer pagar?",
  otherMethod: "Pagar de outra forma",
  paysByItself: (time: string) => `Se você não escolher, um cliente simulado paga por volta de ${time}.`,
  expires: (time: string) => `Vence em ${time}`,
  due: "Vencimento",
  simulatePay: "Simular o pagamento",
  simulateReject: "Simular a recusa",
  copy: "Copiar",
  copied: "Copiado",
  pixTitle: "Pague com Pix",
  pixHelp:
    "Aponte a câmera do celular para o código ou copie o Pix copia e cola. Nenhum banco conhece este código.",
  pixCode: "Pix copia e cola",
  qrAlt: "Código QR do Pix",
  boletoTitle: "Pague com boleto",
  boletoLine: "Linha digitável",
  boletoPdf: "Abrir o boleto em PDF",
  cardTitle: "Pague com cartão",
  cardNumber: "Número do cartão",
  cardHelp: "Só cartões de teste: o número não é guardado.",
  cardExpiry: "Validade (MM/AA)",
  cardCvc: "Código de segurança",
  installments: "Parcelas",
  installment: (count: number, amount: string) =>
    count === 1 ? `À vista ${amount}` : `${count} vezes de ${amount}`,
  payAmount: (amount: string) => `Pagar ${amount}`,
  testCards: "Cartões de teste",
  outcome: {
    approved: "aprovado",
    challenge: "pede confirmação 3-D Secure",
    generic_decline: "recusado",
    insufficient_funds: "sem saldo",
    expired_card: "vencido",
    incorrect_cvc: "código de segurança errado",
  },
  cardErrors: {
    number: "Este não é o número de um cartão de teste. Use um da lista abaixo.",
    expiry: "A validade é MM/AA, no futuro.",
    cvc: "O código tem 3 ou 4 dígitos.",
  },
  declined: "O cartão foi recusado",
  tryAgain: "Use outro cartão ou outra forma de pagamento.",
  bankTitle: "Confirme no seu banco",
  bankHelp: "Este é o passo 3-D Secure, em que o emissor do cartão pede a sua confirmação.",
  authorize: "Autorizar",
  refuse: "Recusar",
  redirectTitle: { wallet: "Carteira digital", pse: "PSE", webpay: "Webpay" },
  redirectHelp: {
    wallet: "Aqui você entraria na sua carteira e confirmaria o pagamento.",
    pse: "Aqui você entraria no seu banco e confirmaria a transferência.",
    webpay: "Aqui você informaria o seu cartão ao Webpay.",
  },
  bank: "Banco",
  speiTitle: "Transferência SPEI",
  clabe: "CLABE",
  reference: "Referência",
  beneficiary: "Beneficiário",
  oxxoTitle: "Pague no OXXO",
  oxxoHelp: "Mostre o código no caixa.",
  barsAlt: "Código de barras da referência",
  voucherPdf: "Abrir a ficha em PDF",
  status: {
    pending: "Aguardando pagamento",
    paid: "Pagamento confirmado",
    authorized: "Autorizado, ainda não cobrado",
    partially_refunded: "Reembolsado em parte",
    refunded: "Reembolsado",
    expired: "Este pagamento venceu",
    cancelled: "Este pagamento foi cancelado",
    failed: "O pagamento não foi autorizado",
  },
  checkoutExpired: "Esta página venceu",
  checkoutExpiredHelp: "Peça à loja um novo link de pagamento.",
  paidAt: "Pago em",
  method: "Forma de pagamento",
  paymentId: "Identificador",
  backToShop: "Voltar à loja",
  tracking: "Rastreamento",
  label: "Abrir a etiqueta em PDF",
  delivery: "Entrega prevista",
  document: "Documento",
  openPdf: "Abrir em PDF",
  openXml: "Abrir o XML",
  accessKey: "Chave de acesso",
  protocol: "Protocolo",
  issuer: "Emitente",
  receiver: "Destinatário",
  amount: "Valor",
  noFiscalValue: "Sem valor fiscal: documento do ambiente de testes CodeSpar.",
  notFoundTitle: "Este endereço não abre aqui",
  notFoundHelp:
    "Este sandbox não o entregou. Endereços de um sandbox embutido abrem enquanto um servidor mostra os mesmos dados: rode npx @codespar/sandbox com o mesmo --data, ou aponte o seu programa para este servidor. Depois de um reset, endereços antigos não abrem mais.",
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => unknown
    ? (...args: Args) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };

export type Words = Widened<typeof pt>;

const es: Words = {
  htmlLanguage: "es",
  sandbox: "Ambiente de pruebas: no se mueve dinero.",
  payTo: "Pago para",
  order: "Pedido",
  howToPay: "¿Cómo quieres pagar?",
  otherMethod: "Pagar de otra forma",
  paysByItself: (time) => `Si no eliges, un cliente simulado paga cerca de las ${time}.`,
  expires: (time) => `Vence el ${time}`,
  due: "Vencimiento",
  simulatePay: "Simular el pago",
  simulateReject: "Simular el rechazo",
  copy: "Copiar",
  copied: "Copiado",
  pixTitle: "Paga con Pix",
  pixHelp: "Apunta la cámara al código o copia el texto. Ningún banco conoce este código.",
  pixCode: "Código Pix",
  qrAlt: "Código QR de Pix",
  boletoTitle: "Paga con boleto",
  boletoLine: "Línea digitable",
  boletoPdf: "Abrir el boleto en PDF",
  cardTitle: "Paga con tarjeta",
  cardNumber: "Número de tarjeta",
  cardHelp: "Solo tarjetas de prueba: el número no se guarda.",
  cardExpiry: "Vencimiento (MM/AA)",
  cardCvc: "Código de seguridad",
  installments: "Cuotas",
  installment: (count, amount) => (count === 1 ? `Un pago de ${amount}` : `${count} pagos de ${amount}`),
  payAmount: (amount) => `Pagar ${amount}`,
  testCards: "Tarjetas de prueba",
  outcome: {
    approved: "aprobada",
    challenge: "pide confirmación 3-D Secure",
    generic_decline: "rechazada",
    insufficient_funds: "sin fondos",
    expired_card: "vencida",
    incorrect_cvc: "código de seguridad incorrecto",
  },
  cardErrors: {
    number: "No es el número de una tarjeta de prueba. Usa una de la lista.",
    expiry: "El vencimiento es MM/AA, en el futuro.",
    cvc: "El código tiene 3 o 4 dígitos.",
  },
  declined: "La tarjeta fue rechazada",
  tryAgain: "Usa otra tarjeta u otra forma de pago.",
  bankTitle: "Confirma en tu banco",
  bankHelp: "Este es el paso 3-D Secure, en el que el emisor de la tarjeta pide tu confirmación.",
  authorize: "Autorizar",
  refuse: "Rechazar",
  redirectTitle: { wallet: "Billetera digital", pse: "PSE", webpay: "Webpay" },
  redirectHelp: {
    wallet: "Aquí entrarías a tu billetera y confirmarías el pago.",
    pse: "Aquí entrarías a tu banco y confirmarías la transferencia.",
    webpay: "Aquí le darías tu tarjeta a Webpay.",
  },
  bank: "Banco",
  speiTitle: "Transferencia SPEI",
  clabe: "CLABE",
  reference: "Referencia",
  beneficiary: "Beneficiario",
  oxxoTitle: "Paga en OXXO",
  oxxoHelp: "Muestra el código en la caja.",
  barsAlt: "Código de barras de la referencia",
  voucherPdf: "Abrir la ficha en PDF",
  status: {
    pending: "Esperando el pago",
    paid: "Pago confirmado",
    authorized: "Autorizado, aún no cobrado",
    partially_refunded: "Reembolsado en parte",
    refunded: "Reembolsado",
    expired: "Este pago venció",
    cancelled: "Este pago fue cancelado",
    failed: "El pago no fue autorizado",
  },
  checkoutExpired: "Esta página venció",
  checkoutExpiredHelp: "Pide a la tienda un enlace de pago nuevo.",
  paidAt: "Pagado el",
  method: "Forma de pago",
  paymentId: "Identificador",
  backToShop: "Volver a la tienda",
  tracking: "Seguimiento",
  label: "Abrir la etiqueta en PDF",
  delivery: "Entrega estimada",
  document: "Documento",
  openPdf: "Abrir en PDF",
  openXml: "Abrir el XML",
  accessKey: "Folio fiscal",
  protocol: "Protocolo",
  issuer: "Emisor",
  receiver: "Receptor",
  amount: "Importe",
  noFiscalValue: "Sin valor fiscal: documento del ambiente de pruebas CodeSpar.",
  notFoundTitle: "Esta dirección no abre aquí",
  notFoundHelp:
    "Este sandbox no la entregó. Las direcciones de un sandbox embebido abren mientras un servidor muestra los mismos datos: ejecuta npx @codespar/sandbox con el mismo --data, o dirige tu programa a este servidor. Después de un reset, las direcciones anteriores ya no abren.",
};

export const words: Readonly<Record<Language, Words>> = { pt, es };

const methodNames: Readonly<Record<PaymentMethod, Record<Language, string>>> = {
  pix: { pt: "Pix", es: "Pix" },
  boleto: { pt: "Boleto", es: "Boleto" },
  credit_card: { pt: "Cartão de crédito", es: "Tarjeta de crédito" },
  debit_card: { pt: "Cartão de débito", es: "Tarjeta de débito" },
  spei: { pt: "Transferência SPEI", es: "Transferencia SPEI" },
  oxxo: { pt: "OXXO Pay", es: "OXXO Pay" },
  pse: { pt: "PSE", es: "PSE" },
  webpay: { pt: "Webpay", es: "Webpay" },
  wallet: { pt: "Carteira digital", es: "Billetera digital" },
};

export function methodName(method: PaymentMethod, language: Language): string {
  return methodNames[method][language];
}

const declines: Readonly<Record<DeclineReason, Record<Language, string>>> = {
  generic_decline: { pt: "sem motivo informado", es: "sin motivo informado" },
  insufficient_funds: { pt: "saldo insuficiente", es: "fondos insuficientes" },
  expired_card: { pt: "cartão vencido", es: "tarjeta vencida" },
  incorrect_cvc: { pt: "código de segurança incorreto", es: "código de seguridad incorrecto" },
  lost_card: { pt: "sem motivo informado", es: "sin motivo informado" },
  stolen_card: { pt: "sem motivo informado", es: "sin motivo informado" },
  fraudulent: { pt: "sem motivo informado", es: "sin motivo informado" },
  processing_error: { pt: "erro ao processar", es: "error al procesar" },
};

export function declineText(reason: DeclineReason, language: Language): string {
  return declines[reason][language];
}
