/** Codigo de Regime Tributario (CRT) of NF-e 4.00: 1, 2, 3 and 4. */
export const brazilTaxRegimes = ["simples_nacional", "simples_nacional_excess", "regular", "mei"] as const;

export type BrazilTaxRegime = (typeof brazilTaxRegimes)[number];

/** Where the issuer is. All of it: a fiscal document carries the issuer's whole address. */
export interface IssuerAddress {
  /** CEP. */
  postal_code: string;
  street: string;
  number: string;
  complement?: string | undefined;
  district: string;
  city: string;
  /** IBGE code of the municipality, seven digits. */
  city_code: string;
  /** Two letters, such as `SP`. */
  state: string;
}

/** A contribution on revenue (PIS or COFINS). */
export interface RevenueTax {
  /** CST, two digits. */
  cst: string;
  /** Per cent. Needed by `01`, `02` and `49` to `99`. */
  rate?: number | undefined;
}

/** The taxes of the reform (NT 2025.002): IBS of state and city, and CBS. Rates in per cent. */
export interface ConsumptionTax {
  /** CST of IBS and CBS, three digits. */
  cst: string;
  /** cClassTrib, six digits. */
  class_code: string;
  ibs_state_rate: number;
  ibs_city_rate: number;
  cbs_rate: number;
}

/** How goods are taxed, by product code. */
export interface GoodsRule {
  /** Product codes as items name them: whole, or a beginning with `*` after it. `*` alone stands for every other item. */
  codes: string[];
  /** Eight digits. Without it, an item's own code has to be one. */
  ncm?: string | undefined;
  cest?: string | undefined;
  /** For a receiver in the issuer's state, such as `5102`. */
  cfop: string;
  /** For a receiver in another state, such as `6108`. Without it such a sale is refused. */
  cfop_interstate?: string | undefined;
  /** @default "UN" */
  unit?: string | undefined;
  /** Origin of the goods, `0` to `8`. @default "0" */
  origin?: string | undefined;
  icms: {
    /** CSOSN (three digits) under Simples Nacional, else CST (two digits). */
    cst: string;
    /** Per cent. Needed by CST `00` and `20`. */
    rate?: number | undefined;
    /** Per cent by which the base is reduced. Needed by CST `20`. */
    base_reduction?: number | undefined;
    /** Per cent of credit. Needed by CSOSN `101`. */
    credit_rate?: number | undefined;
  };
  pis: RevenueTax;
  cofins: RevenueTax;
  ibs_cbs?: ConsumptionTax | undefined;
}

/** How services are taxed, by product code. */
export interface ServiceRule {
  /** As in `GoodsRule`. */
  codes: string[];
  /** National code of the service (cTribNac), six digits: item and subitem of LC 116/2003, and its division. */
  service_code: string;
  /** The municipality's own code. */
  city_service_code?: string | undefined;
  /** Nine digits. */
  nbs?: string | undefined;
  cnae?: string | undefined;
  /** ISS, per cent. */
  iss_rate?: number | undefined;
  /** Whether the receiver withholds the ISS. @default false */
  iss_withheld?: boolean | undefined;
  ibs_cbs?: ConsumptionTax | undefined;
}

/** A company that issues Brazilian documents. */
export interface BrazilIssuer {
  /** CNPJ. */
  tax_id: string;
  /** Razao social. */
  name: string;
  trade_name?: string | undefined;
  /** Inscricao estadual. */
  state_tax_id?: string | undefined;
  /** Inscricao municipal. */
  municipal_tax_id?: string | undefined;
  tax_regime: BrazilTaxRegime;
  address: IssuerAddress;
  /** What the document calls the operation (natOp). @default "Venda de mercadoria" */
  operation_nature?: string | undefined;
  /** By document type. @default 1 */
  series?:
    | {
        nfe?: number | undefined;
        nfce?: number | undefined;
        nfse?: number | undefined;
        cte?: number | undefined;
        mdfe?: number | undefined;
      }
    | undefined;
  /** Number of the first document that is issued from here, where earlier ones were issued elsewhere. @default 1 */
  first_numbers?:
    | {
        nfe?: number | undefined;
        nfce?: number | undefined;
        nfse?: number | undefined;
      }
    | undefined;
  /** The first rule whose codes fit best is taken: a whole code before a beginning, a longer beginning before a shorter. */
  goods?: GoodsRule[] | undefined;
  services?: ServiceRule[] | undefined;
}

/** What SAT asks for a product, by product code. */
export interface CfdiProductRule {
  /** As in `GoodsRule`. */
  codes: string[];
  /** c_ClaveProdServ, eight digits. */
  product_key: string;
  /** c_ClaveUnidad. @default "H87" */
  unit_key?: string | undefined;
  /** c_ObjetoImp. @default "02", subject to tax */
  tax_object?: string | undefined;
  /** IVA in per cent, or `exempt`. Amounts include it. @default 16 */
  iva?: 16 | 8 | 0 | "exempt" | undefined;
}

/** A company or person that issues CFDI. */
export interface MexicoIssuer {
  /** RFC. */
  tax_id: string;
  /** As SAT has it. */
  name: string;
  /** c_RegimenFiscal, three digits. */
  tax_regime: string;
  /** Place of issue (LugarExpedicion). */
  postal_code: string;
  /** By type of CFDI. */
  series?:
    | {
        ingreso?: string | undefined;
        egreso?: string | undefined;
        traslado?: string | undefined;
      }
    | undefined;
  /** c_FormaPago of invoices that name none. @default "03", electronic transfer */
  payment_form?: string | undefined;
  products?: CfdiProductRule[] | undefined;
}

/** An ICP-Brasil certificate (A1). Encrypted; never returned. */
export interface BrazilCertificate {
  /** The `.pfx` or `.p12` file, base64. */
  file: string;
  password: string;
}

/** A seal certificate of SAT (CSD). Encrypted; never returned. */
export interface MexicoCertificate {
  /** The `.cer` file, base64. */
  certificate: string;
  /** The `.key` file, base64. */
  private_key: string;
  password: string;
}

/** That a certificate is kept, and since when. */
export interface CertificateInfo {
  stored_at: string;
}

/** Who issues an organisation's documents, or one tenant's, and how their products are taxed. */
export interface FiscalProfile {
  id: string;
  /** Null: the organisation's own. */
  tenant_id: string | null;
  display_name: string | null;
  brazil: (BrazilIssuer & { certificate: CertificateInfo | null }) | null;
  mexico: (MexicoIssuer & { certificate: CertificateInfo | null }) | null;
  created_at: string;
  updated_at: string;
}

/** `POST /v1/fiscal-profiles`. One for the organisation and one for each tenant; another takes the place of the first whole. */
export interface CreateFiscalProfileRequest {
  tenant_id?: string | undefined;
  display_name?: string | undefined;
  brazil?: (BrazilIssuer & { certificate?: BrazilCertificate | undefined }) | undefined;
  mexico?: (MexicoIssuer & { certificate?: MexicoCertificate | undefined }) | undefined;
}

/**
 * `PATCH /v1/fiscal-profiles/:id`. A country that is sent takes the place of the one before, whose certificate stays unless
 * another is sent; null removes it.
 */
export interface UpdateFiscalProfileRequest {
  display_name?: string | null | undefined;
  brazil?: (BrazilIssuer & { certificate?: BrazilCertificate | null | undefined }) | null | undefined;
  mexico?: (MexicoIssuer & { certificate?: MexicoCertificate | null | undefined }) | null | undefined;
}

/** Query of `GET /v1/fiscal-profiles`. */
export interface ListFiscalProfilesQuery {
  tenant_id?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}
