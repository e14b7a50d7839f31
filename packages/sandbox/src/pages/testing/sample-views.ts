import { encodeDynamicBrCode } from "@codespar/formats";
import type { Party } from "../documents/party.ts";
import type { BoletoView } from "../documents/render-boleto.ts";
import type { CfdiView } from "../documents/render-cfdi.ts";
import type { CorrectionView } from "../documents/render-correction.ts";
import type { DacteView } from "../documents/render-dacte.ts";
import type { DamdfeView } from "../documents/render-damdfe.ts";
import type { DanfceView } from "../documents/render-danfce.ts";
import type { DanfeView } from "../documents/render-danfe.ts";
import type { DanfseView } from "../documents/render-danfse.ts";
import type { LabelView } from "../documents/render-label.ts";
import type { PlanInvoiceView } from "../documents/render-plan-invoice.ts";
import type { VoucherView } from "../documents/render-voucher.ts";

/** Saturday, 21 November 2026, 15:00 in São Paulo. */
export const sampleTime = Date.UTC(2026, 10, 21, 18);

export const seller: Party = {
  name: "Loja Teste Comércio Ltda",
  document: "11222333000181",
  stateTaxId: "110042490114",
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
  timeZone: "America/Sao_Paulo",
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
  timeZone: "America/Sao_Paulo",
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
      operation: "6108",
      taxes: { situation: "000", icmsBase: 11_990, icms: 1_439, icmsRate: "12" },
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
  totals: { icmsBase: 11_990, icms: 1_439 },
  notes: ["Pedido order-1"],
};

export const sampleCorrection: CorrectionView = {
  ...sampleDanfe,
  correction: {
    sequence: 1,
    text: "Corrige-se o complemento do endereço do destinatário para apartamento 12, bloco B.",
    at: sampleTime + 3_600_000,
    protocol: "135260000098765",
  },
};

export const sampleDacte: DacteView = {
  ...sampleDanfe,
  accessKey: "35261111222333000181570010000000771555123473",
  number: 77,
  amount: 4_590,
  verificationUrl:
    "http://127.0.0.1:4010/pages/cte?chCTe=35261111222333000181570010000000771555123473&tpAmb=2",
  sender: seller,
  components: [
    { name: "Frete peso", amount: 4_000 },
    { name: "Ad valorem", amount: 590 },
  ],
};

export const sampleDamdfe: DamdfeView = {
  ...sampleDacte,
  accessKey: "35261111222333000181580010000000121908172630",
  number: 12,
  amount: 1_250_000,
  cargo: "Confecções",
};

export const sampleDanfse: DanfseView = {
  ...sampleDacte,
  accessKey: "35503082211222333000181000000000012326110004567895",
  number: 123,
  serviceCode: "010101",
  description: "Consultoria em integração de pagamentos, novembro de 2026",
};

export const sampleDanfce: DanfceView = {
  ...sampleDacte,
  lines: sampleDanfe.lines,
  payments: [{ name: "Dinheiro", amount: 15_990 }],
  amount: 15_990,
};

export const sampleCfdi: CfdiView = {
  kind: "I",
  series: "F",
  folio: 12,
  issuedAt: sampleTime,
  timeZone: "America/Mexico_City",
  isCancelled: false,
  issuer: { name: "Loja Teste Comércio Ltda", document: "EKU9003173C9" },
  receiver: { name: "Público en general", document: "XAXX010101000" },
  receiverPostalCode: "06600",
  receiverRegime: "616",
  use: "S01",
  payment: { method: "PUE", form: "03" },
  lines: [
    { code: "53103000", description: "Playera azul talla M", quantity: 2, subtotal: 20_000, tax: 3_200 },
    { code: "53102500", description: "Gorra ajustable", quantity: 1, subtotal: 10_000, tax: 1_600 },
  ],
  subtotal: 30_000,
  tax: 4_800,
  total: 34_800,
  currency: "MXN",
  stamp: {
    uuid: "6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63",
    at: "2026-11-21T12:00:00",
    pacRfc: "SAT970701NN3",
    certificate: "30001000000400002495",
    issuerCertificate: "30001000000500003416",
    seal: "Q".repeat(343).concat("="),
    satSeal: "R".repeat(343).concat("="),
  },
  verificationUrl:
    "http://127.0.0.1:4010/pages/cfdi?id=6B1E7C3A-9D42-4F0B-8A55-2C7E19D04F63&re=EKU9003173C9&rr=XAXX010101000&tt=348.00&fe=QQQQQQQ%3D",
};

export const sampleLabel: LabelView = {
  language: "pt",
  carrier: "Correios",
  service: "SEDEX",
  code: "QB473124829BR",
  number: "ORD-202611000123",
  sender: seller,
  recipient: { ...buyer, phone: "+5541987654321" },
  weight: 650,
  measures: "20 x 15 x 10 cm",
  parcels: 1,
  createdAt: sampleTime,
  isCancelled: false,
};

export const sampleVoucher: VoucherView = {
  service: "OXXO Pay",
  reference: "93000123456789",
  amount: 34_800,
  currency: "MXN",
  merchant: "Loja Teste Comércio Ltda",
  description: "Pedido order-1",
  issuedAt: sampleTime,
  expiresAt: sampleTime + 3 * 86_400_000,
  timeZone: "America/Mexico_City",
};

export const samplePlanInvoice: PlanInvoiceView = {
  number: "CS-0003",
  status: "paid",
  periodStart: "2026-10-01",
  periodEnd: "2026-10-31",
  issuedOn: "2026-11-01",
  createdAt: sampleTime,
  customer: "org_01jd3m8x",
  lines: [
    { description: "Growth plan, 2026-10", quantity: 1, amountCents: 9_900 },
    { description: "Tool calls beyond 50,000", quantity: 1_250, amountCents: 1_250 },
  ],
  totalCents: 11_150,
};
