import { defineTools } from "../tools/define-tools.ts";
import { flag, integer, list, nativeInput, number, object, oneOf, text } from "../tools/native-input.ts";

const person = object({
  type: text("NaturalPerson or LegalEntity."),
  name: text(),
  federalTaxNumber: { type: ["integer", "string"], description: "CPF or CNPJ, as a number." },
  email: text(),
  address: object({
    country: text("ISO 3166-1 alpha-3."),
    postalCode: text(),
    street: text(),
    number: text(),
    additionalInformation: text(),
    district: text(),
    city: object({ code: text("IBGE."), name: text() }),
    state: text(),
    phone: text(),
  }),
  stateTaxNumberIndicator: text("TaxPayer, NonTaxPayer or Exempt."),
  stateTaxNumber: text(),
});

const revenueTax = object({
  cst: text(),
  baseTax: number("Reais."),
  rate: number(),
  amount: number("Reais."),
});

const byId = nativeInput({ id: text() }, "id");

/** The native tools of NFE.io. */
export const nfeIoTools = defineTools({
  nfe_io_create_nfe: {
    description: "Issues a product invoice (NF-e). Amounts in reais.",
    input: nativeInput(
      {
        serie: number(),
        operationNature: text(),
        operationType: text(),
        destination: text(),
        printType: text(),
        purposeType: text(),
        consumerType: text(),
        presenceType: text(),
        buyer: person,
        items: list(
          object({
            code: text(),
            description: text(),
            ncm: text(),
            quantity: number(),
            unitAmount: number("Reais."),
            totalAmount: number("Reais."),
            cest: text(),
            cfop: number(),
            unit: text(),
            unitTax: text(),
            quantityTax: number(),
            taxUnitAmount: number("Reais."),
            totalIndicator: flag(),
            tax: object({
              icms: object({
                origin: text(),
                cst: text(),
                csosn: text(),
                baseTaxModality: text(),
                baseTax: number("Reais."),
                baseTaxReduction: number(),
                rate: number(),
                amount: number("Reais."),
                snCreditRate: number(),
                snCreditAmount: number("Reais."),
              }),
              pis: revenueTax,
              cofins: revenueTax,
            }),
          }),
        ),
        totals: object({
          icms: object({
            baseTax: number("Reais."),
            icmsAmount: number("Reais."),
            productAmount: number("Reais."),
            pisAmount: number("Reais."),
            cofinsAmount: number("Reais."),
            invoiceAmount: number("Reais."),
          }),
        }),
        transport: object({ freightModality: text() }),
        payment: list(
          object({
            paymentDetail: list(
              object({ method: text(), methodDescription: text(), amount: number("Reais.") }),
            ),
          }),
        ),
        additionalInformation: object({ taxpayer: text() }),
      },
      "buyer",
      "items",
    ),
  },
  nfe_io_get_nfe: { description: "Reads a product invoice.", input: byId },
  nfe_io_cancel_nfe: {
    description: "Cancels a product invoice within 24 h of its authorisation.",
    input: nativeInput({ id: text(), reason: text("15 to 255 characters.") }, "id"),
  },
  nfe_io_create_nfse: {
    description: "Issues a service invoice (NFS-e). Amounts in reais.",
    input: nativeInput(
      {
        externalId: text(),
        borrower: person,
        cityServiceCode: text(),
        federalServiceCode: text(),
        cnaeCode: text(),
        nbsCode: text(),
        rpsSerialNumber: text(),
        taxationType: text(),
        issRate: number("A share of one."),
        issTaxAmount: number("Reais."),
        issAmountWithheld: number("Reais."),
        description: text(),
        servicesAmount: number("Reais."),
      },
      "cityServiceCode",
      "description",
      "servicesAmount",
    ),
  },
  nfe_io_get_nfse: { description: "Reads a service invoice.", input: byId },
  nfe_io_cancel_nfse: { description: "Cancels a service invoice.", input: byId },
  nfe_io_create_company: {
    description: "Registers a company that will issue documents.",
    input: nativeInput(
      {
        name: text(),
        tradeName: text(),
        federalTaxNumber: integer("CNPJ, as a number."),
        email: text(),
        address: object(
          {
            country: text(),
            postalCode: text(),
            street: text(),
            number: text(),
            additionalInformation: text(),
            district: text(),
            city: object({ code: text("IBGE."), name: text() }),
            state: text(),
          },
          "country",
          "street",
          "number",
        ),
        openningDate: text("The provider's own spelling. RFC 3339."),
        taxRegime: oneOf(
          "Isento",
          "MicroempreendedorIndividual",
          "SimplesNacional",
          "LucroPresumido",
          "LucroReal",
        ),
        legalNature: text("Such as SociedadeEmpresariaLimitada."),
        municipalTaxNumber: text(),
        environment: oneOf("Development", "Production", "Staging"),
      },
      "name",
      "federalTaxNumber",
      "email",
      "address",
      "openningDate",
      "taxRegime",
      "legalNature",
      "municipalTaxNumber",
    ),
  },
  nfe_io_get_company: {
    description: "Reads the issuing company.",
    input: nativeInput({}),
  },
  nfe_io_get_cnpj: {
    description: "Looks a company up in the federal register.",
    input: nativeInput({ cnpj: text("With or without mask.") }, "cnpj"),
  },
});
