import { encodeDynamicBrCode } from "@codespar/formats";
import type { Party } from "../documents/party.ts";
import type { BoletoView } from "../documents/render-boleto.ts";
import type { DanfeView } from "../documents/render-danfe.ts";

/** Saturday, 21 November 2026, 15:00 in São Paulo. */
export const sampleTime = Date.UTC(2026, 10, 21, 18);

export const seller: Party = {
  name: "Loja Teste Comércio Ltda",
  document: "11222333000181",
  street: "Avenida Paulista, 1000",
  district: "Bela Vista",
  city: "São Paulo",
  state: "SP",
  postalCode: "01310100",
  phone: "+5511987654321",
};

export const buyer: Party = {
  name: "Maria da Conceição Araújo",
  document: "52998224725",
  street: "Rua das Flores, 12",
  district: "Centro",
  city: "Curitiba",
  state: "PR",
  postalCode: "80010000",
  email: "maria@example.com",
};

export const sampleBoleto: BoletoView = {
  barcode: "00194165600000159900000001234567890123456171",
  line: "00190.00009 01234.567897 01234.561718 4 16560000015990",
  dueDate: "2026-12-10",
  issuedAt: sampleTime,
  offsetMinutes: -180,
  amount: 15_990,
  ourNumber: "pay_4t8zq1w9x2c7b6n0",
  documentNumber: "order-1",
  beneficiary: seller,
  payer: buyer,
  instructions: ["Não receber após o vencimento.", "Pedido order-1: Camiseta azul, tamanho M"],
  pixCode: encodeDynamicBrCode({
    url: "pix.sandbox.codespar.dev/asaas/71c7d9be4b854e439f1c1f3b8b4e9a2d",
    merchantName: "LOJA TESTE LTDA",
    merchantCity: "São Paulo",
    amount: 15_990,
  }),
};

export const sampleDanfe: DanfeView = {
  number: 1234,
  series: 1,
  accessKey: "35261111222333000181550010000012341807162533",
  issuedAt: sampleTime,
  offsetMinutes: -180,
  nature: "Venda de mercadoria",
  protocol: { number: "135260000012345", at: sampleTime + 2000 },
  isCancelled: false,
  issuer: seller,
  receiver: buyer,
  lines: [
    {
      code: "CAM-AZ-M",
      ncm: "61091000",
      description: "Camiseta azul, tamanho M",
      quantity: 2,
      unitPrice: 59.95,
      amount: 11_990,
    },
    {
      code: "BONE",
      ncm: "65050090",
      description: "Boné ajustável",
      quantity: 1,
      unitPrice: 40,
      amount: 4_000,
    },
  ],
  amount: 15_990,
  notes: ["Pedido order-1"],
};
