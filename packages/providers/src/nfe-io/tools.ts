import { defineTools } from "../tools/define-tools.ts";
import { list, nativeInput, number, object, text } from "../tools/native-input.ts";

const person = object({
  type: text("NaturalPerson or LegalEntity."),
  name: text(),
  federalTaxNumber: { type: "integer", description: "CPF or CNPJ, as a number." },
  email: text(),
});

const byId = nativeInput({ companyId: text(), id: text() }, "id");

const cancellation = nativeInput(
  { companyId: text(), id: text(), reason: text("15 to 255 characters.") },
  "id",
);

/** The native tools of NFE.io. */
export const nfeIoTools = defineTools({
  nfe_io_create_nfe: {
    description: "Issues a product invoice (NF-e). Amounts in reais.",
    input: nativeInput(
      {
        companyId: text(),
        externalId: text(),
        buyer: person,
        items: list(
          object({
            code: text(),
            description: text(),
            ncm: text(),
            quantity: number(),
            unitAmount: number("Reais."),
            totalAmount: number("Reais."),
          }),
        ),
      },
      "buyer",
      "items",
    ),
  },
  nfe_io_get_nfe: { description: "Reads a product invoice.", input: byId },
  nfe_io_cancel_nfe: {
    description: "Cancels a product invoice within 24 h of its authorisation.",
    input: cancellation,
  },
  nfe_io_create_nfse: {
    description: "Issues a service invoice (NFS-e). Amounts in reais.",
    input: nativeInput(
      {
        companyId: text(),
        externalId: text(),
        borrower: person,
        cityServiceCode: text(),
        description: text(),
        servicesAmount: number("Reais."),
      },
      "borrower",
      "description",
      "servicesAmount",
    ),
  },
  nfe_io_get_nfse: { description: "Reads a service invoice.", input: byId },
  nfe_io_cancel_nfse: { description: "Cancels a service invoice.", input: cancellation },
  nfe_io_create_company: {
    description: "Registers a company that will issue documents.",
    input: nativeInput(
      { name: text(), federalTaxNumber: number(), taxRegime: text() },
      "name",
      "federalTaxNumber",
    ),
  },
  nfe_io_get_company: {
    description: "Reads the issuing company.",
    input: nativeInput({ companyId: text() }),
  },
  nfe_io_get_cnpj: {
    description: "Looks a company up in the federal register.",
    input: nativeInput({ cnpj: text("With or without mask.") }, "cnpj"),
  },
});
