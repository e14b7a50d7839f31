import type { Lexicon } from "./lexicon.ts";

export const banking: Lexicon = {
  bank: "bank*, banco*, bancari*",
  balance: "balance*, saldo*, fondos, funds",
  statement:
    "statement*, extrat*, extract*, estado cuenta, estados cuenta, moviment*, movimient*, lancament*",
  transfer:
    "transfer*, transf*, ted, wire, enviar dinheiro, enviar dinero, mandar dinheiro, mandar dinero, send money, send pix, enviar pix, mandar pix, fazer pix, pix transfer",
  pix_key:
    "pix key, pix keys, chave pix, chaves pix, llave pix, llaves pix, chave, chaves, llave*, key, keys",
  card_bill:
    "card bill, fatura cartao, faturas cartao, credit card bill, estado cuenta tarjeta, resumen tarjeta",
  consent: "consent*",
  account: "account*, conta, contas, cuenta*",
  deposit: "deposit*",
};
