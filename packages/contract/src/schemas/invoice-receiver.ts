import {
  bareText,
  cfdiUseFitsRegime,
  FOREIGN_RFC,
  isValidRfc,
  PUBLIC_RFC,
  regimeFitsRfc,
} from "@codespar/formats";
import type { z } from "zod";
import type { Customer } from "../meta-tools/customer.ts";
import type { InvoiceInput, InvoiceType } from "../meta-tools/invoice.ts";

/** What an NF-e must say of its receiver, with the rejection of a document that does not (MOC 7.0, group E). */
const nfeReceiver = {
  document: "their CPF or CNPJ (SEFAZ rejection 719)",
  name: "their name (SEFAZ rejection 724)",
  address: "their address, postal_code and number at least (SEFAZ rejection 726)",
} as const;

/** An NF-e names its receiver and where they are. */
export function requireReceiver(customer: Customer | undefined, context: z.RefinementCtx): void {
  if (customer === undefined) return;
  for (const field of ["document", "name", "address"] as const) {
    if (customer[field] !== undefined) continue;
    const message = `customer.${field} is required to issue an nfe: ${nfeReceiver[field]}.`;
    context.addIssue({ code: "custom", path: ["customer", field], message });
  }
}

/** What a CFDI 4.0 must say of its receiver (SAT, Anexo 20): the public in general, or a taxpayer as SAT has them. */
export function checkCfdiReceiver(input: InvoiceInput, context: z.RefinementCtx): void {
  const { customer, global, use } = input;
  if (customer === undefined) return;
  const rfc = customer.document === undefined ? PUBLIC_RFC : bareText(customer.document);
  if (rfc === PUBLIC_RFC || rfc === FOREIGN_RFC) {
    if (global !== undefined && customer.name !== undefined && !isPublic(customer.name)) {
      const message =
        "global goes with the public in general. Leave it out, or leave the customer's name out.";
      context.addIssue({ code: "custom", path: ["global"], message });
    }
    return;
  }
  if (global !== undefined) {
    const message = "global goes with the public in general. Leave it out, or leave customer.document out.";
    context.addIssue({ code: "custom", path: ["global"], message });
  }
  // what is no RFC is told by its digits alone
  if (!isValidRfc(rfc)) return;
  requireTaxpayer(customer, context);
  const { tax_regime: regime } = customer;
  if (regime === undefined) return;
  if (!regimeFitsRfc(regime, rfc)) {
    const who = rfc.length === 12 ? "a company (12 characters)" : "a person (13 characters)";
    const message = `customer.tax_regime ${regime} is not one of c_RegimenFiscal for ${who} (SAT CFDI40158).`;
    context.addIssue({ code: "custom", path: ["customer", "tax_regime"], message });
  } else if (use !== undefined && !cfdiUseFitsRegime(use, regime)) {
    const message = `use ${use} does not go with customer.tax_regime ${regime} (SAT CFDI40161). S01 goes with every one.`;
    context.addIssue({ code: "custom", path: ["use"], message });
  }
}

/** What a CFDI 4.0 says of a taxpayer, with the rejection of one that does not. */
const taxpayer = {
  name: "their name as SAT has it (SAT CFDI40145)",
  tax_regime: "their key of c_RegimenFiscal, such as 601 or 612 (SAT CFDI40157)",
  address: "the postal_code of their tax domicile (SAT CFDI40147)",
} as const;

function requireTaxpayer(customer: Customer, context: z.RefinementCtx): void {
  for (const field of ["name", "tax_regime", "address"] as const) {
    if (customer[field] !== undefined) continue;
    const message = `customer.${field} is required to issue a cfdi to an RFC: ${taxpayer[field]}.`;
    context.addIssue({ code: "custom", path: ["customer", field], message });
  }
}

/** Whether a name is the one that SAT gives to the public in general. */
function isPublic(name: string): boolean {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toUpperCase() === "PUBLICO EN GENERAL";
}

/** Fields that no other document carries are refused, not ignored. */
export function refuseCfdiFields(input: InvoiceInput, type: InvoiceType, context: z.RefinementCtx): void {
  for (const field of ["cfdi_type", "use", "payment_form", "global", "related_uuid"] as const) {
    if (input[field] === undefined) continue;
    const message = `${field} goes with type "cfdi", not "${type}". Leave it out.`;
    context.addIssue({ code: "custom", path: [field], message });
  }
}
