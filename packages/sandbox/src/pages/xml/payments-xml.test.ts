import { writeXml } from "@codespar/providers/simulated";
import { expect, it } from "vitest";
import { paymentsXml } from "./payments-xml.ts";

const document = {
  uuid: "C94C8AF3-C774-4D4C-802E-781411934A6E",
  installment: 1,
  previousBalance: 10_000,
  amount: 3333,
  remaining: 6667,
  taxObject: "02",
  taxes: [{ base: 28.732759, rate: 0.16, isExempt: false }],
};

it("says instalment and balances, and every total is the sum of its parts", () => {
  const payments = [
    { form: "03", date: "2026-11-19", amount: 6666, documents: [document, { ...document, installment: 2 }] },
  ];
  const xml = writeXml(paymentsXml(payments, 0));
  expect(xml).toContain('NumParcialidad="1" ImpSaldoAnt="100.00" ImpPagado="33.33" ImpSaldoInsoluto="66.67"');
  expect(xml).toContain(
    'FechaPago="2026-11-19T12:00:00" FormaDePagoP="03" MonedaP="MXN" TipoCambioP="1" Monto="66.66"',
  );
  expect(xml.match(/ImporteDR="4\.60"/g)).toHaveLength(2);
  expect(xml).toContain(
    'BaseP="57.46" ImpuestoP="002" TipoFactorP="Tasa" TasaOCuotaP="0.160000" ImporteP="9.20"',
  );
  expect(xml).toContain(
    'TotalTrasladosBaseIVA16="57.46" TotalTrasladosImpuestoIVA16="9.20" MontoTotalPagos="66.66"',
  );
});
