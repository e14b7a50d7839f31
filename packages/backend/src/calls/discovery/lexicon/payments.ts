import type { Lexicon } from "./lexicon.ts";

export const payments: Lexicon = {
  charge:
    "charg*, cobr*, cobrar, cobranca, cobro, pag*, pagar, pagamento, pago, pay*, payment, paid, ~transac*, ~transact*, ~receber, ~recibir, cargo, cargos, collect",
  transaction: "transac*, transact*",
  refund: "refund*, reembol*, estorn*, devolv*, devuelv*, devoluc*, devolu*, reintegr*, money back, reverter",
  dispute: "disput*, chargeback*, contracarg*, contest*, reclam*, charge back",
  payment_link:
    "payment link, payment links, pay link, paylink, link pagamento, links pagamento, link pago, links pago, liga pago, ligas pago, enlace pago, link cobranca, link cobro, url pago, url pagamento, link, links, liga, enlace*",
  checkout:
    "checkout*, check out, payment page, hosted page, pagina pagamento, pagina pago, tela pagamento, ~cart, ~carrinho*, ~carrito*",
  payment_method:
    "payment method, payment methods, metodo pago, metodos pago, forma pagamento, formas pagamento, meio pagamento, meios pagamento, medio pago, medios pago, forma pago, formas pago",
  pix: "pix, brcode, copia cola",
  qr: "qr, qrcode*, qr code, codigo qr",
  boleto: "boleto*, bank slip, linha digitavel, codigo barras, barcode",
  card: "card*, cartao, cartoes, tarjeta*, credit card, debit card, cartao credito, cartao debito, tarjeta credito, tarjeta debito, ~credito, ~debito, ~credit, ~debit",
  token: "token*",
  installments:
    "installment*, instalment*, parcela, parcelas, parcelad*, parcelar, parcelament*, cuota*, meses intereses, msi",
  spei: "spei, clabe",
  oxxo: "oxxo, efectivo, cash, tienda conveniencia",
  pse: "pse",
  webpay: "webpay, oneclick, one click",
  wallet: "wallet*, carteira*, billetera*, monedero*",
  subscription:
    "subscri*, assin*, suscri*, suscrip*, recorr*, recurr*, mensalidade*, mensualidad*, membership*, ~mensal, ~mensual, ~monthly, membresia*, inscription*",
  money: "dinheiro, dinero, money, plata, grana",
  split: "split*, divid*, divis*, reparti*",
  seller: "seller*, vendedor*, recipient*, recebedor*, lojista*, merchant*, comercio*, sublojista*",
  payout: "payout*, repass*, dispers*, desembols*, ~saque*, ~retir*, ~withdraw*",
  withdraw: "withdraw*, saque*, sacar, retir*, cash out",
  exchange_rate:
    "exchange rate, exchange rates, taxa cambio, tipo cambio, cambio, cambial, dolar*, fx, cotacao dolar, cotizacion dolar, conversao, conversion",
  webhook: "webhook*",
  price: "price*, prec*, pricing",
  receivable:
    "receivable*, recebiv*, recebi*, antecip*, anticip*, contas receber, conta receber, cuentas cobrar, cuenta cobrar, accounts receivable, account receivable",
  payable:
    "payable*, contas pagar, conta pagar, cuentas pagar, cuenta pagar, accounts payable, account payable, ~fornecedor*, ~proveedor*, ~supplier*, ~vendor*, despesa*, gasto*",
  received: "received, recebid*, recibid*, incoming",
};
