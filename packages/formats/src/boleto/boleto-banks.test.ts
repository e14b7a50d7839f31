import { expect, it } from "vitest";
import { boletoBankName, COMPE_CODES, formatCompeCode } from "./boleto-banks.ts";

it.each([
  [COMPE_CODES.itau, "341-7", "Itaú"],
  [COMPE_CODES.bancoDoBrasil, "001-9", "Banco do Brasil"],
  [COMPE_CODES.sicredi, "748-X", "Sicredi"],
  [COMPE_CODES.caixa, "104-0", "Caixa"],
  [COMPE_CODES.santander, "033-7", "Santander"],
  ["999", "999-7", "Banco 999"],
])("prints %s as %s, %s", (compe, printed, name) => {
  expect([formatCompeCode(compe), boletoBankName(compe)]).toEqual([printed, name]);
});
