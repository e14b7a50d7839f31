// Generated from the folders of packages/providers by `pnpm generate`. Do not edit.

/** The arguments of every native tool, from its schema. */
export interface NativeToolInputs {
  /** Adds a contact: a client, a provider or both. */
  alegra_create_contact: {
    name: string;
    identificationObject?:
      | {
          /** NIT, CC, RFC, CUIT, … */
          type?: string | undefined;
          number?: string | undefined;
          /** Check digit of a NIT. */
          dv?: string | undefined;
        }
      | undefined;
    kindOfPerson?: "PERSON_ENTITY" | "LEGAL_ENTITY" | undefined;
    regime?: string | undefined;
    email?: string | undefined;
    phonePrimary?: string | undefined;
    mobile?: string | undefined;
    address?:
      | {
          address?: string | undefined;
          city?: string | undefined;
          department?: string | undefined;
          zipCode?: string | undefined;
        }
      | undefined;
    type?: readonly ("client" | "provider")[] | undefined;
  };
  /** Lists contacts, by name or identification. */
  alegra_list_contacts: {
    /** From 0. */
    start?: number | undefined;
    /** At most 30. */
    limit?: number | undefined;
    order_field?: string | undefined;
    order_direction?: "ASC" | "DESC" | undefined;
    /** With the total. */
    metadata?: boolean | undefined;
    query?: string | undefined;
    identification?: string | undefined;
    type?: "client" | "provider" | undefined;
  };
  /** Adds a product or service with its prices, tax and stock. */
  alegra_create_item: {
    name: string;
    description?: string | undefined;
    /** SKU. */
    reference?: string | undefined;
    price: readonly {
      idPriceList?: number | undefined;
      price: number;
    }[];
    tax?:
      | readonly {
          id: number;
        }[]
      | undefined;
    inventory?:
      | {
          unit?: string | undefined;
          unitCost?: number | undefined;
          initialQuantity?: number | undefined;
        }
      | undefined;
    /** Mexico: SAT's code. */
    productKey?: string | undefined;
    type?: "product" | "service" | "kit" | undefined;
  };
  /** Lists products and services, by name or reference. */
  alegra_list_items: {
    /** From 0. */
    start?: number | undefined;
    /** At most 30. */
    limit?: number | undefined;
    order_field?: string | undefined;
    order_direction?: "ASC" | "DESC" | undefined;
    /** With the total. */
    metadata?: boolean | undefined;
    query?: string | undefined;
    reference?: string | undefined;
    idWarehouse?: number | undefined;
  };
  /** Records money that came in or went out, and the invoices or bills that it pays. */
  alegra_create_payment: {
    /** YYYY-MM-DD. */
    date: string;
    type?: "in" | "out" | undefined;
    bankAccount: {
      id: number;
    };
    client?:
      | {
          id: number;
        }
      | undefined;
    paymentMethod?: "cash" | "debit-card" | "credit-card" | "transfer" | "check" | "deposit" | undefined;
    invoices?:
      | readonly {
          id: number;
          amount: number;
        }[]
      | undefined;
    bills?:
      | readonly {
          id: number;
          amount: number;
        }[]
      | undefined;
    observations?: string | undefined;
  };
  /** Lists payments in or out. */
  alegra_list_payments: {
    /** From 0. */
    start?: number | undefined;
    /** At most 30. */
    limit?: number | undefined;
    order_field?: string | undefined;
    order_direction?: "ASC" | "DESC" | undefined;
    /** With the total. */
    metadata?: boolean | undefined;
    type?: "in" | "out" | undefined;
    client_id?: number | undefined;
  };
  /** Adds an estimate for a client, which can become an invoice. */
  alegra_create_estimate: {
    /** YYYY-MM-DD. */
    date: string;
    /** YYYY-MM-DD. */
    dueDate: string;
    client: {
      id: number;
    };
    items: readonly {
      id: number;
      price: number;
      quantity: number;
      /** Percent. */
      discount?: number | undefined;
      tax?:
        | readonly {
            id: number;
          }[]
        | undefined;
    }[];
    observations?: string | undefined;
    /** The API's own spelling. */
    anotation?: string | undefined;
  };
  /** Prices packages between two postal codes under each contract, taxes included. */
  andreani_get_rates: {
    cpOrigen: string;
    cpDestino: string;
    /** All when left out */
    contrato?: string | undefined;
    bultos: readonly {
      kilos: number;
      largoCm: number;
      anchoCm: number;
      altoCm: number;
      /** Pesos */
      valorDeclarado?: number | undefined;
    }[];
  };
  /** Creates a shipping order (orden de envío) with its number and label link. */
  andreani_create_shipment: {
    contrato: string;
    /** The shipper's own order number */
    idPedido?: string | undefined;
    origen: {
      postal: {
        /** 4 digits or CPA */
        codigoPostal: string;
        localidad?: string | undefined;
        region?: string | undefined;
        calle?: string | undefined;
      };
    };
    destino: {
      postal: {
        /** 4 digits or CPA */
        codigoPostal: string;
        localidad?: string | undefined;
        region?: string | undefined;
        calle?: string | undefined;
      };
    };
    destinatario?:
      | readonly {
          nombreCompleto?: string | undefined;
          email?: string | undefined;
          documentoNumero?: string | undefined;
          telefono?: string | undefined;
        }[]
      | undefined;
    bultos: readonly {
      kilos: number;
      largoCm: number;
      anchoCm: number;
      altoCm: number;
      /** Pesos */
      valorDeclarado?: number | undefined;
    }[];
  };
  /** Gets a shipment with its status. */
  andreani_get_shipment: {
    /** 15 digits */
    numeroDeEnvio: string;
  };
  /** Returns a link to the printable label of a shipment; again for the same shipment is harmless. */
  andreani_create_label: {
    /** 15 digits */
    numeroDeEnvio: string;
  };
  /** Gets the movements of a shipment (trazas). */
  andreani_track_shipment: {
    /** 15 digits */
    numeroDeEnvio: string;
  };
  /** Lists branches near a postal code. */
  andreani_list_branches: {
    codigoPostal?: string | undefined;
  };
  /** Cancels a shipment that Andreani has not received yet. */
  andreani_cancel_shipment: {
    /** 15 digits */
    numeroDeEnvio: string;
  };
  /** Creates a payment (cobrança) by Pix, boleto or credit card. Values are in reais. */
  asaas_create_payment: {
    /** Customer id, cus_…. Optional in the sandbox. */
    customer?: string | undefined;
    billingType: "PIX" | "BOLETO" | "CREDIT_CARD";
    /** Reais, such as 159.9: at least 5, at most two decimals. */
    value: number;
    /** YYYY-MM-DD. */
    dueDate: string;
    description?: string | undefined;
    /** Your own id of the order. */
    externalReference?: string | undefined;
    /** Credit card only: 1 to 12. */
    installmentCount?: number | undefined;
    creditCardToken?: string | undefined;
    /** Credit card only: holds the amount until it is captured. */
    authorizeOnly?: boolean | undefined;
    discount?:
      | {
          value?: number | undefined;
          dueDateLimitDays?: number | undefined;
          type?: "FIXED" | "PERCENTAGE" | undefined;
        }
      | undefined;
    interest?:
      | {
          /** Percent a month, for each day that it is late. */
          value?: number | undefined;
        }
      | undefined;
    fine?:
      | {
          value?: number | undefined;
          type?: "FIXED" | "PERCENTAGE" | undefined;
        }
      | undefined;
  };
  /** Reads one payment. */
  asaas_get_payment: {
    id: string;
  };
  /** Lists payments, newest first. */
  asaas_list_payments: {
    customer?: string | undefined;
    billingType?: string | undefined;
    status?: string | undefined;
    externalReference?: string | undefined;
    /** YYYY-MM-DD. */
    "dateCreated[ge]"?: string | undefined;
    /** YYYY-MM-DD. */
    "dateCreated[le]"?: string | undefined;
    offset?: number | undefined;
    /** At most 100. */
    limit?: number | undefined;
  };
  /** Takes what a card payment that was only authorised holds, always the whole of it. */
  asaas_capture_payment: {
    id: string;
  };
  /** Changes a payment that is not yet paid. */
  asaas_update_payment: {
    id: string;
    value?: number | undefined;
    /** YYYY-MM-DD. */
    dueDate?: string | undefined;
    description?: string | undefined;
  };
  /** Removes a payment that is not yet paid. */
  asaas_delete_payment: {
    id: string;
  };
  /** Gives a paid payment back, whole or in part. */
  asaas_refund_payment: {
    id: string;
    /** Reais. Default: all that is left. */
    value?: number | undefined;
    description?: string | undefined;
  };
  /** Reads the QR code of a Pix payment. */
  asaas_get_pix_qrcode: {
    id: string;
  };
  /** Reads the digitable line and barcode of a boleto payment. */
  asaas_get_boleto: {
    id: string;
  };
  /** Creates a customer. */
  asaas_create_customer: {
    name: string;
    cpfCnpj?: string | undefined;
    email?: string | undefined;
    mobilePhone?: string | undefined;
    /** Street. */
    address?: string | undefined;
    addressNumber?: string | undefined;
    complement?: string | undefined;
    /** Neighbourhood. */
    province?: string | undefined;
    /** CEP. The city follows from it. */
    postalCode?: string | undefined;
    externalReference?: string | undefined;
  };
  /** Reads one customer. */
  asaas_get_customer: {
    id: string;
  };
  /** Lists customers, newest first. */
  asaas_list_customers: {
    cpfCnpj?: string | undefined;
    email?: string | undefined;
    name?: string | undefined;
    offset?: number | undefined;
    /** At most 100. */
    limit?: number | undefined;
  };
  /** Creates a subscription that charges in every cycle. */
  asaas_create_subscription: {
    customer: string;
    billingType: string;
    /** Reais. */
    value: number;
    /** YYYY-MM-DD. */
    nextDueDate: string;
    cycle: "WEEKLY" | "BIWEEKLY" | "MONTHLY" | "BIMONTHLY" | "QUARTERLY" | "SEMIANNUALLY" | "YEARLY";
    description?: string | undefined;
    maxPayments?: number | undefined;
    /** YYYY-MM-DD. No payment is due later. */
    endDate?: string | undefined;
    creditCardToken?: string | undefined;
    externalReference?: string | undefined;
  };
  /** Reads one subscription. */
  asaas_get_subscription: {
    id: string;
  };
  /** Ends a subscription. */
  asaas_cancel_subscription: {
    id: string;
  };
  /** Creates a hosted payment page. Values are in reais. */
  asaas_create_checkout: {
    billingTypes: readonly ("PIX" | "CREDIT_CARD")[];
    chargeTypes: readonly ("DETACHED" | "RECURRENT" | "INSTALLMENT")[];
    minutesToExpire?: number | undefined;
    externalReference?: string | undefined;
    callback?:
      | {
          successUrl?: string | undefined;
          cancelUrl?: string | undefined;
          expiredUrl?: string | undefined;
        }
      | undefined;
    items: readonly {
      name?: string | undefined;
      description?: string | undefined;
      quantity?: number | undefined;
      /** Reais. */
      value?: number | undefined;
    }[];
  };
  /** Transfers money to a bank account or a Pix key. */
  asaas_create_transfer: {
    /** Reais. */
    value: number;
    pixAddressKey?: string | undefined;
    pixAddressKeyType?: "CPF" | "CNPJ" | "EMAIL" | "PHONE" | "EVP" | undefined;
    /** YYYY-MM-DD. Default: now. */
    scheduleDate?: string | undefined;
    description?: string | undefined;
    externalReference?: string | undefined;
  };
  /** Lists transfers, newest first. */
  asaas_list_transfers: {
    offset?: number | undefined;
    /** At most 100. */
    limit?: number | undefined;
  };
  /** Reads the account's balance in reais. */
  asaas_get_balance: Readonly<Record<string, unknown>>;
  /** Reads the current account's available balance in reais. */
  banco_do_brasil_get_balance: {
    /** Without check digit. */
    agencia?: string | undefined;
    /** Without check digit. */
    conta?: string | undefined;
  };
  /** Reads the current account's entries between two dates, oldest first. */
  banco_do_brasil_get_statement: {
    /** Without check digit. */
    agencia: string;
    /** Without check digit. */
    conta: string;
    /** DDMMAAAA, without a zero in front. */
    dataInicioSolicitacao?: string | undefined;
    /** DDMMAAAA, without a zero in front. */
    dataFimSolicitacao?: string | undefined;
    numeroPaginaSolicitacao?: number | undefined;
    quantidadeRegistroPaginaSolicitacao?: number | undefined;
  };
  /** Registers a boleto of bank 001 under the beneficiary's agreement (convênio). */
  banco_do_brasil_create_boleto: {
    /** Seven digits. Default: the connection's. */
    numeroConvenio?: number | undefined;
    /** Such as 17. */
    numeroCarteira?: number | undefined;
    /** Such as 35. */
    numeroVariacaoCarteira?: number | undefined;
    /** 1: simple, 4: linked. */
    codigoModalidade?: number | undefined;
    /** DD.MM.AAAA. */
    dataEmissao?: string | undefined;
    /** DD.MM.AAAA. */
    dataVencimento: string;
    /** Reais, such as 159.9. */
    valorOriginal: number;
    /** 2: trade bill. */
    codigoTipoTitulo?: number | undefined;
    codigoAceite?: "A" | "N" | undefined;
    /** Your own id, at most 15 characters. */
    numeroTituloBeneficiario?: string | undefined;
    /** 20 digits: 000, the agreement, ten of your own. */
    numeroTituloCliente: string;
    /** Printed on the boleto. */
    mensagemBloquetoOcorrencia?: string | undefined;
    indicadorPix?: "S" | "N" | undefined;
    pagador: {
      /** 1: CPF, 2: CNPJ. */
      tipoInscricao?: number | undefined;
      /** Digits, without zeros in front. */
      numeroInscricao?: string | undefined;
      nome?: string | undefined;
      endereco?: string | undefined;
      cep?: string | undefined;
      cidade?: string | undefined;
      bairro?: string | undefined;
      uf?: string | undefined;
    };
  };
  /** Reads one registered boleto by its number of 20 digits. */
  banco_do_brasil_get_boleto: {
    /** numeroTituloCliente. */
    id: string;
    /** Default: the connection's. */
    numeroConvenio?: number | undefined;
  };
  /** Creates an immediate Pix charge (cob) for a payer to scan. */
  banco_do_brasil_create_pix_charge: {
    /** Yours: 26 to 35 letters and digits. Drawn when left out. */
    txid?: string | undefined;
    calendario: {
      /** Seconds. Default: 86400. */
      expiracao?: number | undefined;
    };
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor: {
      /** Reais with two decimals, such as 159.90. */
      original: string;
    };
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
  };
  /** Reads one Pix charge and what was paid on it. */
  banco_do_brasil_get_pix_charge: {
    txid: string;
    revisao?: number | undefined;
  };
  /** Changes an unpaid Pix charge, or withdraws it with status REMOVIDA_PELO_USUARIO_RECEBEDOR. */
  banco_do_brasil_update_pix_charge: {
    /** 26 to 35 letters and digits. */
    txid: string;
    calendario?:
      | {
          /** Seconds. Default: 86400. */
          expiracao?: number | undefined;
        }
      | undefined;
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor?:
      | {
          /** Reais with two decimals, such as 159.90. */
          original: string;
        }
      | undefined;
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
    status?: "REMOVIDA_PELO_USUARIO_RECEBEDOR" | undefined;
  };
  /** Lists Pix that were received between two times, oldest first. */
  banco_do_brasil_list_pix_received: {
    /** ISO 8601. */
    inicio: string;
    /** ISO 8601. */
    fim: string;
    txid?: string | undefined;
    txIdPresente?: boolean | undefined;
    devolucaoPresente?: boolean | undefined;
    cpf?: string | undefined;
    cnpj?: string | undefined;
    /** From 0. */
    "paginacao.paginaAtual"?: number | undefined;
    /** Default: 100. */
    "paginacao.itensPorPagina"?: number | undefined;
  };
  /** Gives a received Pix back, whole or in part. */
  banco_do_brasil_refund_pix: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    /** Yours: 1 to 35 letters and digits. Drawn when left out. */
    id?: string | undefined;
    /** Reais with two decimals, such as 159.90. */
    valor: string;
    natureza?: "ORIGINAL" | "RETIRADA" | undefined;
    /** Shown to the payer. */
    descricao?: string | undefined;
  };
  /** Reads one return of a received Pix: in process, returned or not carried out. */
  banco_do_brasil_get_pix_refund: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    id: string;
  };
  /** Says where the bank sends its webhooks about the Pix that a key receives. */
  banco_do_brasil_create_webhook: {
    webhookUrl: string;
    /** The receiver's Pix key. */
    chave?: string | undefined;
  };
  /** Adds a client with its RFC and tax regime. */
  bind_erp_create_customer: {
    LegalName: string;
    CommercialName?: string | undefined;
    RFC: string;
    /** SAT's code, such as 601. */
    RegimenFiscal?: string | undefined;
    Email?: string | undefined;
    Telephone?: string | undefined;
    CreditDays?: number | undefined;
    /** Pesos. */
    CreditAmount?: number | undefined;
    PriceListID?: string | undefined;
    Address?:
      | {
          StreetName?: string | undefined;
          ExteriorNumber?: string | undefined;
          InteriorNumber?: string | undefined;
          Colonia?: string | undefined;
          ZipCode?: string | undefined;
          City?: string | undefined;
          State?: string | undefined;
        }
      | undefined;
  };
  /** Lists clients. */
  bind_erp_list_customers: {
    /** OData, such as ClientName eq 'Acme'. */
    $filter?: string | undefined;
    $orderby?: string | undefined;
    /** At most 100. */
    $top?: number | undefined;
    $skip?: number | undefined;
  };
  /** Adds a product with its cost, unit and SAT code. */
  bind_erp_create_product: {
    Code: string;
    Title: string;
    Description?: string | undefined;
    SKU?: string | undefined;
    Cost?: number | undefined;
    /** 0: by invoice, 1: average, 2: fixed. */
    CostType?: number | undefined;
    ChargeVAT?: "true" | "false" | undefined;
    CurrencyID?: string | undefined;
    Unit?: string | undefined;
    /** Eight digits of c_ClaveProdServ. */
    SATCode?: string | undefined;
    Category1ID?: string | undefined;
  };
  /** Lists products with their prices. */
  bind_erp_list_products: {
    /** OData, such as ClientName eq 'Acme'. */
    $filter?: string | undefined;
    $orderby?: string | undefined;
    /** At most 100. */
    $top?: number | undefined;
    $skip?: number | undefined;
  };
  /** Adds a sales order with its products, from which it can be invoiced. */
  bind_erp_create_order: {
    ClientID: string;
    WarehouseID: string;
    LocationID?: string | undefined;
    PriceListID?: string | undefined;
    CurrencyID?: string | undefined;
    /** YYYY-MM-DD. */
    OrderDate?: string | undefined;
    /** Your own id of the order. */
    PurchaseOrder?: string | undefined;
    Comments?: string | undefined;
    Products: readonly {
      ID: string;
      Qty: number;
      /** Pesos. */
      Price?: number | undefined;
      VariableConcept?: string | undefined;
    }[];
  };
  /** Lists sales orders with their state. */
  bind_erp_list_orders: {
    /** OData, such as ClientName eq 'Acme'. */
    $filter?: string | undefined;
    $orderby?: string | undefined;
    /** At most 100. */
    $top?: number | undefined;
    $skip?: number | undefined;
  };
  /** Reads the last price and the day's range of one book. */
  bitso_get_ticker: {
    /** Such as btc_mxn. */
    book: string;
  };
  /** Reads the best bids and asks of one book. */
  bitso_get_orderbook: {
    /** Such as btc_mxn. */
    book: string;
    /** Default: true. */
    aggregate?: boolean | undefined;
  };
  /** Buys or sells in a book, at the market's price or at a limit. */
  bitso_create_order: {
    /** Such as btc_mxn. */
    book: string;
    side: "buy" | "sell";
    type: "market" | "limit";
    /** Amount in coins; either this or minor. */
    major?: string | undefined;
    /** Amount in the currency. */
    minor?: string | undefined;
    /** Limit orders: price of one coin. */
    price?: string | undefined;
    /** Price of one coin from which on the order stands. */
    stop?: string | undefined;
    time_in_force?: "goodtillcancelled" | "fillorkill" | "immediateorcancel" | "postonly" | undefined;
    /** Your own id of the order. */
    origin_id?: string | undefined;
  };
  /** Reads an order that is open, and what of it is unfilled. One that is filled or cancelled is not there. */
  bitso_get_order: {
    oid: string;
  };
  /** Cancels what of an order is still open. */
  bitso_cancel_order: {
    oid: string;
  };
  /** Reads what the account holds of each currency and coin. */
  bitso_get_balances: Readonly<Record<string, unknown>>;
  /** Takes money out of the account: pesos by SPEI, reais by Pix, coins to an address. */
  bitso_create_withdrawal: {
    /** Such as mxn, brl, usdc. */
    currency: string;
    /** As the currency. */
    asset?: string | undefined;
    /** Such as 200.50. */
    amount: string;
    /** As withdrawal_methods lists it. */
    method?: string | undefined;
    /** Such as spei, pix, solana. */
    network: string;
    /** Such as clabe, pix_ind, spl. */
    protocol?: string | undefined;
    integration?: string | undefined;
    /** SPEI: 18 digits. */
    clabe?: string | undefined;
    /** SPEI: name of the receiver. */
    beneficiary?: string | undefined;
    /** SPEI: at most 7 digits. */
    numeric_ref?: string | undefined;
    /** SPEI: shown to the receiver. */
    notes_ref?: string | undefined;
    /** SPEI: RFC or CURP of the receiver. */
    rfc?: string | undefined;
    /** Pix. */
    pix_key?: string | undefined;
    /** Coins. */
    address?: string | undefined;
    max_fee?: string | undefined;
    /** Your own id of the withdrawal. */
    origin_id?: string | undefined;
  };
  /** Adds a contact: a customer, supplier or carrier. */
  bling_create_contact: {
    nome: string;
    fantasia?: string | undefined;
    /** Your own id of the contact. */
    codigo?: string | undefined;
    tipo: "F" | "J" | "E";
    situacao: "A" | "E" | "I" | "S";
    /** CPF or CNPJ. */
    numeroDocumento?: string | undefined;
    ie?: string | undefined;
    email?: string | undefined;
    telefone?: string | undefined;
    celular?: string | undefined;
    endereco?:
      | {
          geral?:
            | {
                endereco?: string | undefined;
                numero?: string | undefined;
                complemento?: string | undefined;
                bairro?: string | undefined;
                municipio?: string | undefined;
                uf?: string | undefined;
                cep?: string | undefined;
              }
            | undefined;
        }
      | undefined;
  };
  /** Lists contacts, by name or by document. */
  bling_list_contacts: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 100. */
    limite?: number | undefined;
    pesquisa?: string | undefined;
    numeroDocumento?: string | undefined;
    /** 1: all, 2: last, 3: deleted, 4: active. */
    criterio?: number | undefined;
  };
  /** Adds a product or service with its price and fiscal code. */
  bling_create_product: {
    nome: string;
    /** SKU. */
    codigo?: string | undefined;
    /** Reais. */
    preco?: number | undefined;
    tipo: "P" | "S" | "N";
    situacao: "A" | "I";
    formato: "S" | "V" | "E";
    /** Such as UN. */
    unidade?: string | undefined;
    gtin?: string | undefined;
    /** Kilograms. */
    pesoLiquido?: number | undefined;
    descricaoCurta?: string | undefined;
    tributacao?:
      | {
          ncm?: string | undefined;
          origem?: number | undefined;
        }
      | undefined;
  };
  /** Lists products, by name or by SKU. */
  bling_list_products: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 100. */
    limite?: number | undefined;
    nome?: string | undefined;
    codigos?: readonly string[] | undefined;
    criterio?: number | undefined;
  };
  /** Adds a sales order with its items and instalments. */
  bling_create_order: {
    /** Your own id of the order. */
    numeroLoja?: string | undefined;
    /** YYYY-MM-DD. */
    data: string;
    /** YYYY-MM-DD. */
    dataSaida?: string | undefined;
    /** YYYY-MM-DD. */
    dataPrevista?: string | undefined;
    loja?:
      | {
          id: number;
        }
      | undefined;
    contato: {
      id: number;
    };
    itens: readonly {
      produto?:
        | {
            id: number;
          }
        | undefined;
      /** SKU. */
      codigo?: string | undefined;
      descricao?: string | undefined;
      unidade?: string | undefined;
      quantidade: number;
      /** Reais. */
      valor: number;
      /** Percent. */
      desconto?: number | undefined;
    }[];
    parcelas?:
      | readonly {
          /** YYYY-MM-DD. */
          dataVencimento?: string | undefined;
          /** Reais. */
          valor?: number | undefined;
          formaPagamento?:
            | {
                id: number;
              }
            | undefined;
        }[]
      | undefined;
    transporte?:
      | {
          /** Reais. */
          frete?: number | undefined;
          fretePorConta?: number | undefined;
        }
      | undefined;
    observacoes?: string | undefined;
  };
  /** Lists sales orders, by contact, state or date. */
  bling_list_orders: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 100. */
    limite?: number | undefined;
    idContato?: number | undefined;
    idsSituacoes?: readonly number[] | undefined;
    /** YYYY-MM-DD. */
    dataInicial?: string | undefined;
    /** YYYY-MM-DD. */
    dataFinal?: string | undefined;
    numero?: number | undefined;
    numerosLojas?: readonly string[] | undefined;
  };
  /** Reads the physical and the free stock of products, in one warehouse or in all. */
  bling_get_stock: {
    idsProdutos: readonly number[];
    codigos?: readonly string[] | undefined;
    idDeposito?: number | undefined;
  };
  /** Records a movement of stock: a count (B), what came in (E) or what went out (S). */
  bling_update_stock: {
    produto: {
      id: number;
    };
    deposito: {
      id: number;
    };
    operacao: "B" | "E" | "S";
    quantidade: number;
    /** Reais. */
    preco?: number | undefined;
    /** Reais. */
    custo?: number | undefined;
    observacoes?: string | undefined;
  };
  /** Reads the account's available balance in reais. */
  bradesco_get_balance: {
    /** Four digits. */
    agencia?: string | undefined;
    /** Without check digit. */
    conta?: string | undefined;
  };
  /** Reads the account's entries between two dates, oldest first. */
  bradesco_get_statement: {
    /** Four digits. */
    agencia?: string | undefined;
    /** Without check digit. */
    conta?: string | undefined;
    tipo?: "cc" | "cp" | undefined;
    /** DDMMAAAA. */
    dataInicio?: string | undefined;
    /** DDMMAAAA. */
    dataFim?: string | undefined;
  };
  /** Pays by Pix out of the account, by key or by bank details. */
  bradesco_create_pix_transfer: {
    /** Your own id of the payment. */
    idTransacao: string;
    /** Reais with two decimals, such as 159.90. */
    valor: string;
    /** Shown to the receiver. */
    descricao?: string | undefined;
    pagador?:
      | {
          agencia?: string | undefined;
          conta?: string | undefined;
          tipoDeConta?: "CORRENTE" | "POUPANCA" | "PAGAMENTO" | undefined;
          /** Digits. */
          cpfOuCnpj?: string | undefined;
          /** Pix key, instead of the account. */
          chave?: string | undefined;
        }
      | undefined;
    recebedor: {
      agencia?: string | undefined;
      conta?: string | undefined;
      tipoDeConta?: "CORRENTE" | "POUPANCA" | "PAGAMENTO" | undefined;
      /** Digits. */
      cpfOuCnpj?: string | undefined;
      /** Pix key, instead of the account. */
      chave?: string | undefined;
    };
  };
  /** Reads the state of one payment by Pix. */
  bradesco_get_pix_transfer: {
    idTransacao: string;
    endToEndId?: string | undefined;
  };
  /** Registers a boleto of bank 237, with a Pix code on it, under the beneficiary's negotiation. */
  bradesco_create_boleto: {
    /** Nosso número; 0 lets the bank draw it. */
    ctitloCobrCdent?: number | undefined;
    /** 1. */
    registrarTitulo?: number | undefined;
    /** Root of the beneficiary's CPF or CNPJ. */
    nroCpfCnpjBenef?: string | undefined;
    /** Branch of the CNPJ; 0 for a CPF. */
    filCpfCnpjBenef?: string | undefined;
    /** Check digits. */
    digCpfCnpjBenef?: string | undefined;
    /** APISERVIC. */
    codUsuario?: string | undefined;
    /** 2. */
    tipoAcesso?: number | undefined;
    /** Portfolio, such as 9. */
    cidtfdProdCobr?: number | undefined;
    /** Branch and account, 18 digits. */
    cnegocCobr: string;
    /** 237. */
    codigoBanco?: number | undefined;
    /** 1. */
    tipoRegistro?: number | undefined;
    /** DD.MM.AAAA. */
    demisTitloCobr?: string | undefined;
    /** Your own id. */
    ctitloCliCdent: string;
    /** DD.MM.AAAA. */
    dvctoTitloCobr: string;
    /** Centavos. */
    vnmnalTitloCobr: number;
    /** 9: real. */
    cindcdEconmMoeda?: number | undefined;
    /** 2: trade bill. */
    cespceTitloCobr?: number | undefined;
    cindcdAceitSacdo?: "S" | "N" | undefined;
    /** 02. */
    cformaEmisPplta?: string | undefined;
    /** The payer's name. */
    isacdoTitloCobr: string;
    elogdrSacdoTitlo?: string | undefined;
    enroLogdrSacdo?: string | undefined;
    ecomplLogdrSacdo?: string | undefined;
    /** Five digits. */
    ccepSacdoTitlo?: string | undefined;
    /** Three digits. */
    ccomplCepSacdo?: string | undefined;
    ebairoLogdrSacdo?: string | undefined;
    imunSacdoTitlo?: string | undefined;
    csglUfSacdo?: string | undefined;
    /** 1: CPF, 2: CNPJ. */
    indCpfCnpjSacdo?: number | undefined;
    /** Digits. */
    nroCpfCnpjSacdo: string;
    renderEletrSacdo?: string | undefined;
    cindcdCobrMisto?: "S" | "N" | undefined;
    ialiasAdsaoCta?: string | undefined;
    iconcPgtoSpi?: string | undefined;
    /** Pix key. */
    caliasAdsaoCta?: string | undefined;
    wqrcdPdraoMercd?: string | undefined;
    validadeAposVencimento?: string | undefined;
    idLoc?: string | undefined;
  };
  /** Reads one registered boleto by the beneficiary's negotiation and its nosso número. */
  bradesco_get_boleto: {
    cpfCnpj?:
      | {
          cpfCnpj?: string | undefined;
          filial?: string | undefined;
          controle?: string | undefined;
        }
      | undefined;
    /** Portfolio, such as 9. */
    produto?: string | undefined;
    negociacao?: string | undefined;
    nossoNumero: string;
    /** 0. */
    sequencia?: number | undefined;
    /** 0. */
    status?: number | undefined;
  };
  /** Creates an immediate Pix charge (cob) for a payer to scan. */
  bradesco_create_pix_charge: {
    /** Yours: 26 to 35 letters and digits. Drawn when left out. */
    txid?: string | undefined;
    calendario: {
      /** Seconds. Default: 86400. */
      expiracao?: number | undefined;
    };
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor: {
      /** Reais with two decimals, such as 159.90. */
      original: string;
    };
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
  };
  /** Reads one Pix charge and what was paid on it. */
  bradesco_get_pix_charge: {
    txid: string;
    revisao?: number | undefined;
  };
  /** Changes an unpaid Pix charge, or withdraws it with status REMOVIDA_PELO_USUARIO_RECEBEDOR. */
  bradesco_update_pix_charge: {
    /** 26 to 35 letters and digits. */
    txid: string;
    calendario?:
      | {
          /** Seconds. Default: 86400. */
          expiracao?: number | undefined;
        }
      | undefined;
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor?:
      | {
          /** Reais with two decimals, such as 159.90. */
          original: string;
        }
      | undefined;
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
    status?: "REMOVIDA_PELO_USUARIO_RECEBEDOR" | undefined;
  };
  /** Lists Pix that were received between two times, oldest first. */
  bradesco_list_pix_received: {
    /** ISO 8601. */
    inicio: string;
    /** ISO 8601. */
    fim: string;
    txid?: string | undefined;
    txIdPresente?: boolean | undefined;
    devolucaoPresente?: boolean | undefined;
    cpf?: string | undefined;
    cnpj?: string | undefined;
    /** From 0. */
    "paginacao.paginaAtual"?: number | undefined;
    /** Default: 100. */
    "paginacao.itensPorPagina"?: number | undefined;
  };
  /** Gives a received Pix back, whole or in part. */
  bradesco_refund_pix: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    /** Yours: 1 to 35 letters and digits. Drawn when left out. */
    id?: string | undefined;
    /** Reais with two decimals, such as 159.90. */
    valor: string;
    natureza?: "ORIGINAL" | "RETIRADA" | undefined;
    /** Shown to the payer. */
    descricao?: string | undefined;
  };
  /** Reads one return of a received Pix: in process, returned or not carried out. */
  bradesco_get_pix_refund: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    id: string;
  };
  /** Says where the bank sends its webhooks about the Pix that a key receives. */
  bradesco_create_webhook: {
    webhookUrl: string;
    /** The receiver's Pix key. */
    chave?: string | undefined;
  };
  /** Prices one package between two counties with each courier service. */
  chilexpress_get_rates: {
    /** Such as STGO */
    originCountyCode: string;
    destinationCountyCode: string;
    package: {
      /** kg */
      weight: string;
      /** cm */
      height: string;
      /** cm */
      width: string;
      /** cm */
      length: string;
    };
    /** 1 document, 3 parcel */
    productType: number;
    /** 1 */
    contentType: number;
    /** Pesos */
    declaredWorth: string;
    /** 0: every service */
    deliveryTime: number;
  };
  /** Creates a transport order (OT) for each package. The label comes with it and not again. */
  chilexpress_create_transport_order: {
    header: {
      /** 0: a new one. */
      certificateNumber?: number | undefined;
      /** TCC. The connection's where it is left out. */
      customerCardNumber?: string | undefined;
      /** Such as STGO. */
      countyOfOriginCoverageCode: string;
      /** 2: the label as a picture. */
      labelType: number;
      /** The connection's where it is left out. */
      marketplaceRut?: number | undefined;
      /** DEFAULT: the marketplace's own. */
      sellerRut?: string | undefined;
    };
    details: readonly {
      /** DEST, and DEV: the connection's where it is left out. */
      addresses: readonly {
        /** 0: none that was validated before. */
        addressId?: number | undefined;
        /** Such as STGO. */
        countyCoverageCode: string;
        streetName: string;
        streetNumber: string;
        supplement?: string | undefined;
        addressType: "DEST" | "DEV";
        deliveryOnCommercialOffice?: boolean | undefined;
        commercialOfficeId?: string | undefined;
        observation?: string | undefined;
      }[];
      /** D, and R: the connection's where it is left out. */
      contacts: readonly {
        name: string;
        phoneNumber: string;
        mail: string;
        contactType: "R" | "D";
      }[];
      packages: readonly {
        /** kg */
        weight: string;
        /** cm */
        height: string;
        /** cm */
        width: string;
        /** cm */
        length: string;
        /** serviceTypeCode of a rate. */
        serviceDeliveryCode: number;
        /** 1 document, 3 parcel */
        productCode: string;
        /** The shipper's own, which the order is found by. */
        deliveryReference: string;
        groupReference?: string | undefined;
        /** Pesos */
        declaredValue?: number | undefined;
        /** 1 fashion, 2 technology, 3 spare parts, 4 medical, 5 other */
        declaredContent?: string | undefined;
        extendedCoverageAreaIndicator?: boolean | undefined;
        /** Pesos to be collected at the door. */
        receivableAmountInDelivery?: number | undefined;
      }[];
    }[];
  };
  /** No call for this is known: the label comes with the transport order. */
  chilexpress_get_label: {
    /** 12 digits */
    transportOrderNumber: string;
  };
  /** Gets the events of a transport order, by its number or by the shipper's own reference. */
  chilexpress_track_shipment: {
    /** 12 digits */
    transportOrderNumber?: string | undefined;
    /** deliveryReference of the order. */
    reference?: string | undefined;
    /** The connection's where it is left out. */
    rut?: number | undefined;
    /** 1: with its events */
    showTrackingEvents: number;
  };
  /** Lists the counties served, of one region or of all. */
  chilexpress_list_coverage_areas: {
    /** Such as RM; 99 for all. */
    RegionCode: string;
    /** 0 or 1 */
    type: string;
  };
  /** Opens a wallet for a customer within the account. */
  circle_create_wallet: {
    /** UUID version 4; a second request with it does nothing more. */
    idempotencyKey: string;
    description?: string | undefined;
  };
  /** Reads one wallet and its balances. */
  circle_get_wallet: {
    walletId: string;
  };
  /** Takes a payment from a card in dollars. */
  circle_create_payment: {
    /** UUID version 4; a second request with it does nothing more. */
    idempotencyKey: string;
    amount: {
      /** Such as 159.90. */
      amount: string;
      currency: "USD";
    };
    source: {
      id: string;
      type: "card";
    };
    verification: "none" | "cvv" | "three_d_secure";
    verificationSuccessUrl?: string | undefined;
    verificationFailureUrl?: string | undefined;
    autoCapture?: boolean | undefined;
    description?: string | undefined;
    metadata: {
      email: string;
      phoneNumber?: string | undefined;
      sessionId: string;
      ipAddress: string;
    };
    keyId?: string | undefined;
    /** The card's code, encrypted with Circle's public key. */
    encryptedData?: string | undefined;
  };
  /** Reads one payment and its state. */
  circle_get_payment: {
    /** UUID. */
    id: string;
  };
  /** Pays out of a wallet to an address of the address book. */
  circle_create_payout: {
    /** UUID version 4; a second request with it does nothing more. */
    idempotencyKey: string;
    source: {
      type: "wallet";
      id: string;
    };
    destination: {
      type: "address_book";
      id: string;
    };
    amount: {
      /** Such as 159.90. */
      amount: string;
      currency: "USD" | "EUR" | "BTC" | "ETH";
    };
    toAmount?:
      | {
          currency: "USD" | "EUR" | "BTC" | "ETH" | "MTC";
        }
      | undefined;
  };
  /** Pays out of the business account to a bank account. */
  circle_create_bank_payout: {
    /** UUID version 4; a second request with it does nothing more. */
    idempotencyKey: string;
    destination: {
      type: "wire" | "cbit";
      id: string;
    };
    amount: {
      /** Such as 159.90. */
      amount: string;
      currency: "USD" | "EUR";
    };
  };
  /** Reads one payout and its state. */
  circle_get_payout: {
    /** UUID. */
    id: string;
  };
  /** Moves money from a wallet to another or to an address on a chain. */
  circle_create_transfer: {
    /** UUID version 4; a second request with it does nothing more. */
    idempotencyKey: string;
    source: {
      type: "wallet";
      id: string;
    };
    destination: {
      type: "wallet" | "blockchain";
      /** Of a wallet. */
      id?: string | undefined;
      /** On a chain. */
      address?: string | undefined;
      addressTag?: string | undefined;
      /** Such as SOL, ETH, ALGO. */
      chain?: string | undefined;
    };
    amount: {
      /** Such as 159.90. */
      amount: string;
      currency: "USD" | "EUR" | "BTC" | "ETH";
    };
  };
  /** Reads what the account holds and what is not yet settled. */
  circle_get_balance: Readonly<Record<string, unknown>>;
  /** Creates an order with its charge by SPEI, OXXO or card. Amounts are in centavos of MXN. */
  conekta_create_order: {
    currency: "MXN";
    customer_info?:
      | {
          customer_id?: string | undefined;
          name?: string | undefined;
          email?: string | undefined;
          phone?: string | undefined;
        }
      | undefined;
    line_items: readonly {
      name?: string | undefined;
      quantity?: number | undefined;
      /** Centavos. */
      unit_price?: number | undefined;
    }[];
    charges: readonly {
      /** Centavos. Default: what the items add up to. */
      amount?: number | undefined;
      payment_method?:
        | {
            type: "spei" | "oxxo_cash" | "cash" | "card";
            token_id?: string | undefined;
            /** Months without interest. */
            monthly_installments?: 3 | 6 | 9 | 12 | 18 | undefined;
            /** Unix seconds. */
            expires_at?: number | undefined;
          }
        | undefined;
    }[];
    /** Texts of your own, such as reference. */
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Card only: holds the amount until it is captured. */
    pre_authorize?: boolean | undefined;
  };
  /** Reads one order with its charge. */
  conekta_get_order: {
    id: string;
  };
  /** Lists orders, newest first. */
  conekta_list_orders: {
    payment_status?: string | undefined;
    /** Words in ids, references and metadata. */
    search?: string | undefined;
    /** Unix seconds. */
    "created_at.gte"?: number | undefined;
    /** Unix seconds. */
    "created_at.lte"?: number | undefined;
    /** From next_page_url of the page before. */
    next?: string | undefined;
    /** At most 250. */
    limit?: number | undefined;
  };
  /** Takes what an order of pre_authorize holds, whole or in part; the rest is released. */
  conekta_capture_order: {
    order_id: string;
    /** Centavos. Default: all that is held. */
    amount?: number | undefined;
  };
  /** Cancels an order that is not yet paid, or releases one that is only authorised. */
  conekta_cancel_order: {
    order_id: string;
  };
  /** Adds a charge to an order. */
  conekta_create_charge: {
    order_id: string;
    /** Centavos. */
    amount?: number | undefined;
    payment_method?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Gives the charge of an order back, whole or in part. Amount 0 closes an order that nobody has paid yet. */
  conekta_refund_charge: {
    order_id: string;
    /** Centavos. */
    amount: number;
    reason:
      | "requested_by_client"
      | "cannot_be_fulfilled"
      | "duplicated_transaction"
      | "suspected_fraud"
      | "other";
  };
  /** Creates a customer. */
  conekta_create_customer: {
    name: string;
    email: string;
    phone?: string | undefined;
  };
  /** Reads one customer. */
  conekta_get_customer: {
    id: string;
  };
  /** Lists customers, oldest first. */
  conekta_list_customers: {
    limit?: number | undefined;
  };
  /** Creates a hosted payment page (payment link). Amounts are in centavos of MXN. */
  conekta_create_checkout: {
    name: string;
    type: "PaymentLink";
    recurrent?: boolean | undefined;
    /** Unix seconds. */
    expires_at: number;
    allowed_payment_methods: readonly ("card" | "cash" | "bank_transfer")[];
    order_template: {
      currency?: "MXN" | undefined;
      customer_info?:
        | {
            customer_id?: string | undefined;
            name?: string | undefined;
            email?: string | undefined;
            phone?: string | undefined;
          }
        | undefined;
      line_items?:
        | readonly {
            name?: string | undefined;
            quantity?: number | undefined;
            /** Centavos. */
            unit_price?: number | undefined;
          }[]
        | undefined;
      /** Texts of your own, such as reference. */
      metadata?: Readonly<Record<string, unknown>> | undefined;
    };
    success_url?: string | undefined;
  };
  /** Reads one hosted payment page. */
  conekta_get_checkout: {
    id: string;
  };
  /** Lists hosted payment pages, newest first. */
  conekta_list_checkouts: {
    /** From next_page_url of the page before. */
    next?: string | undefined;
    /** At most 250. */
    limit?: number | undefined;
  };
  /** Subscribes a customer to a plan. */
  conekta_create_subscription: {
    customer_id: string;
    plan_id: string;
    card_id?: string | undefined;
  };
  /** Ends a customer's subscription. */
  conekta_cancel_subscription: {
    customer_id: string;
  };
  /** Lists a customer's stored cards. */
  conekta_list_payment_sources: {
    customer_id: string;
  };
  /** Adds a person or company as a customer. */
  conta_azul_create_customer: {
    nome: string;
    tipo_pessoa: "Física" | "Jurídica" | "Estrangeira";
    perfis: readonly {
      tipo_perfil?: "Cliente" | "Fornecedor" | "Transportadora" | undefined;
    }[];
    cpf?: string | undefined;
    cnpj?: string | undefined;
    email?: string | undefined;
    telefone_celular?: string | undefined;
    /** Your own id of the customer. */
    codigo?: string | undefined;
    enderecos?:
      | readonly {
          logradouro?: string | undefined;
          numero?: string | undefined;
          complemento?: string | undefined;
          bairro?: string | undefined;
          cidade?: string | undefined;
          estado?: string | undefined;
          cep?: string | undefined;
        }[]
      | undefined;
  };
  /** Lists customers, by name, document or e-mail. */
  conta_azul_list_customers: {
    /** From 1. */
    pagina?: number | undefined;
    /** 10, 20, 50, 100, 200, 500 or 1000. */
    tamanho_pagina?: number | undefined;
    busca?: string | undefined;
    documentos?: readonly string[] | undefined;
    emails?: readonly string[] | undefined;
  };
  /** Adds a product with its SKU, price and stock. */
  conta_azul_create_product: {
    nome: string;
    codigo_sku?: string | undefined;
    codigo_ean?: string | undefined;
    estoque?:
      | {
          /** Reais. */
          valor_venda?: number | undefined;
          /** Reais. */
          custo_medio?: number | undefined;
          estoque_disponivel?: number | undefined;
        }
      | undefined;
    fiscal?:
      | {
          ncm?:
            | {
                id?: number | undefined;
              }
            | undefined;
          origem?: string | undefined;
        }
      | undefined;
  };
  /** Lists products, by name, SKU or state. */
  conta_azul_list_products: {
    /** From 1. */
    pagina?: number | undefined;
    /** 10, 20, 50, 100, 200, 500 or 1000. */
    tamanho_pagina?: number | undefined;
    busca?: string | undefined;
    sku?: string | undefined;
    status?: "ATIVO" | "INATIVO" | undefined;
  };
  /** Adds a sale with its items and how it is paid. */
  conta_azul_create_sale: {
    /** UUID. */
    id_cliente: string;
    /** Free and in sequence. */
    numero: number;
    situacao?: "EM_ANDAMENTO" | "APROVADO" | undefined;
    /** YYYY-MM-DD. */
    data_venda: string;
    itens: readonly {
      /** UUID of the product. */
      id: string;
      descricao?: string | undefined;
      quantidade: number;
      /** Reais. */
      valor: number;
    }[];
    condicao_pagamento: {
      /** Such as PIX_PAGAMENTO_INSTANTANEO, BOLETO_BANCARIO. */
      tipo_pagamento?: string | undefined;
      id_conta_financeira?: string | undefined;
      /** À vista, or such as 3x. */
      opcao_condicao_pagamento?: string | undefined;
      parcelas?:
        | readonly {
            /** YYYY-MM-DD. */
            data_vencimento?: string | undefined;
            /** Reais. */
            valor?: number | undefined;
            descricao?: string | undefined;
          }[]
        | undefined;
    };
    observacoes?: string | undefined;
  };
  /** Lists sales, by customer, state or date. */
  conta_azul_list_sales: {
    /** From 1. */
    pagina?: number | undefined;
    /** 10, 20, 50, 100, 200, 500 or 1000. */
    tamanho_pagina?: number | undefined;
    termo_busca?: string | undefined;
    ids_clientes?: readonly string[] | undefined;
    situacoes?: readonly string[] | undefined;
    /** YYYY-MM-DD. */
    data_inicio?: string | undefined;
    /** YYYY-MM-DD. */
    data_fim?: string | undefined;
  };
  /** Sums what was and will be received and paid between two due dates. */
  conta_azul_get_financial_summary: {
    /** YYYY-MM-DD. */
    data_vencimento_de: string;
    /** YYYY-MM-DD. */
    data_vencimento_ate: string;
    ids_contas_financeiras?: readonly string[] | undefined;
    ids_categorias?: readonly string[] | undefined;
  };
  /** Prices domestic objects, one line for each service and object (preço nacional). */
  correios_calculate_shipping: {
    idLote?: string | undefined;
    parametrosProduto: readonly {
      /** 03298 PAC, 03220 SEDEX, 03158 SEDEX 10, 04227 Mini Envios */
      coProduto: string;
      nuRequisicao?: string | undefined;
      cepOrigem: string;
      cepDestino: string;
      /** Grams */
      psObjeto: string;
      /** 2: package */
      tpObjeto?: string | undefined;
      /** cm */
      comprimento?: string | undefined;
      /** cm */
      largura?: string | undefined;
      /** cm */
      altura?: string | undefined;
      /** Reais */
      vlDeclarado?: string | undefined;
    }[];
  };
  /** Gets the delivery time in working days, one line for each service (prazo nacional). */
  correios_get_delivery_time: {
    idLote?: string | undefined;
    parametrosPrazo: readonly {
      coProduto: string;
      nuRequisicao?: string | undefined;
      cepOrigem: string;
      cepDestino: string;
      /** DD/MM/YYYY */
      dtEvento?: string | undefined;
    }[];
  };
  /** Lists the services of the contract with their codes. */
  correios_list_services: Readonly<Record<string, unknown>>;
  /** Announces an object (pré-postagem): gives its tracking code and reserves its label. */
  correios_create_prepost: {
    remetente: {
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      email?: string | undefined;
      dddCelular?: string | undefined;
      celular?: string | undefined;
      endereco: {
        cep: string;
        logradouro?: string | undefined;
        numero?: string | undefined;
        cidade?: string | undefined;
        uf?: string | undefined;
      };
    };
    destinatario: {
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      email?: string | undefined;
      dddCelular?: string | undefined;
      celular?: string | undefined;
      endereco: {
        cep: string;
        logradouro?: string | undefined;
        numero?: string | undefined;
        cidade?: string | undefined;
        uf?: string | undefined;
      };
    };
    codigoServico: string;
    /** 2: package */
    codigoFormatoObjetoInformado?: string | undefined;
    /** 1: nothing that is forbidden is inside */
    cienteObjetoNaoProibido?: string | undefined;
    /** Grams */
    pesoInformado: string;
    /** cm */
    comprimentoInformado?: string | undefined;
    /** cm */
    larguraInformada?: string | undefined;
    /** cm */
    alturaInformada?: string | undefined;
    /** Reais */
    valorDeclarado?: string | undefined;
    observacao?: string | undefined;
  };
  /** Gets the label of a pre-posting. */
  correios_get_label: {
    idsPrePostagem: readonly string[];
  };
  /** Gets the movements of objects by their tracking codes (SRO rastro). */
  correios_track_package: {
    codigosObjetos: readonly string[];
  };
  /** Finds the city and state of a CEP. */
  correios_get_cep: {
    cep: string;
  };
  /** Books the collection of objects at the sender's address. */
  correios_create_collection: {
    remetente: {
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      email?: string | undefined;
      dddCelular?: string | undefined;
      celular?: string | undefined;
      endereco: {
        cep: string;
        logradouro?: string | undefined;
        numero?: string | undefined;
        cidade?: string | undefined;
        uf?: string | undefined;
      };
    };
    objetos: readonly string[];
    /** DD/MM/YYYY */
    dataColeta?: string | undefined;
  };
  /** Authorises a return that the customer posts at an agency (logística reversa). */
  correios_create_reverse: {
    remetente: {
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      email?: string | undefined;
      dddCelular?: string | undefined;
      celular?: string | undefined;
      endereco: {
        cep: string;
        logradouro?: string | undefined;
        numero?: string | undefined;
        cidade?: string | undefined;
        uf?: string | undefined;
      };
    };
    destinatario: {
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      email?: string | undefined;
      dddCelular?: string | undefined;
      celular?: string | undefined;
      endereco: {
        cep: string;
        logradouro?: string | undefined;
        numero?: string | undefined;
        cidade?: string | undefined;
        uf?: string | undefined;
      };
    };
    codigoServico: string;
    valorDeclarado?: string | undefined;
  };
  /** Prices packages between two addresses with each product, with estimated delivery. */
  dhl_get_rates: {
    customerDetails: {
      shipperDetails: {
        postalCode: string;
        cityName: string;
        /** ISO 3166-1 alpha-2. */
        countryCode: string;
        provinceCode?: string | undefined;
        addressLine1?: string | undefined;
        addressLine2?: string | undefined;
        addressLine3?: string | undefined;
        countyName?: string | undefined;
      };
      receiverDetails: {
        postalCode: string;
        cityName: string;
        /** ISO 3166-1 alpha-2. */
        countryCode: string;
        provinceCode?: string | undefined;
        addressLine1?: string | undefined;
        addressLine2?: string | undefined;
        addressLine3?: string | undefined;
        countyName?: string | undefined;
      };
    };
    /** The connection's account where it is left out. */
    accounts?:
      | readonly {
          typeCode: "shipper" | "payer" | "duties-taxes";
          number: string;
        }[]
      | undefined;
    /** One product alone. */
    productCode?: string | undefined;
    /** The shipper's local time, such as 2026-12-01T10:00:00 GMT-06:00. */
    plannedShippingDateAndTime: string;
    unitOfMeasurement: "metric" | "imperial";
    isCustomsDeclarable: boolean;
    monetaryAmount?:
      | readonly {
          typeCode: "declaredValue" | "insuredValue";
          /** Pesos */
          value: number;
          currency: string;
        }[]
      | undefined;
    /** Products of the next working day, where there are none on the day planned. */
    nextBusinessDay?: boolean | undefined;
    packages: readonly {
      /** kg */
      weight: number;
      dimensions: {
        /** cm */
        length: number;
        /** cm */
        width: number;
        /** cm */
        height: number;
      };
    }[];
  };
  /** Creates a shipment with its waybill and label. The label comes with it and not again. */
  dhl_create_shipment: {
    /** The shipper's local time, such as 2026-12-01T10:00:00 GMT-06:00. */
    plannedShippingDateAndTime: string;
    pickup: {
      isRequested: boolean;
      closeTime?: string | undefined;
      location?: string | undefined;
    };
    /** N, 1 or G */
    productCode: string;
    /** The connection's account where it is left out. */
    accounts?:
      | readonly {
          typeCode: "shipper" | "payer" | "duties-taxes";
          number: string;
        }[]
      | undefined;
    /** The first, of type CU, is what the shipment is found by. */
    customerReferences: readonly {
      /** CU: the shipper's own. */
      typeCode: string;
      value: string;
    }[];
    outputImageProperties?:
      | {
          encodingFormat?: "pdf" | "zpl" | "lp2" | "epl" | undefined;
        }
      | undefined;
    customerDetails: {
      shipperDetails: {
        postalAddress?:
          | {
              postalCode: string;
              cityName: string;
              /** ISO 3166-1 alpha-2. */
              countryCode: string;
              provinceCode?: string | undefined;
              addressLine1?: string | undefined;
              addressLine2?: string | undefined;
              addressLine3?: string | undefined;
              countyName?: string | undefined;
            }
          | undefined;
        contactInformation?:
          | {
              fullName: string;
              companyName: string;
              phone: string;
              mobilePhone?: string | undefined;
              email?: string | undefined;
            }
          | undefined;
      };
      receiverDetails: {
        postalAddress: {
          postalCode: string;
          cityName: string;
          /** ISO 3166-1 alpha-2. */
          countryCode: string;
          provinceCode?: string | undefined;
          addressLine1: string;
          addressLine2?: string | undefined;
          addressLine3?: string | undefined;
          countyName?: string | undefined;
        };
        contactInformation: {
          fullName: string;
          companyName: string;
          phone: string;
          mobilePhone?: string | undefined;
          email?: string | undefined;
        };
      };
    };
    content: {
      packages: readonly {
        /** kg */
        weight: number;
        dimensions: {
          /** cm */
          length: number;
          /** cm */
          width: number;
          /** cm */
          height: number;
        };
      }[];
      isCustomsDeclarable: boolean;
      /** Pesos */
      declaredValue?: number | undefined;
      declaredValueCurrency?: string | undefined;
      /** What is sent. The connection's where it is left out. */
      description?: string | undefined;
      /** Such as DAP. */
      incoterm: string;
      unitOfMeasurement: "metric" | "imperial";
    };
  };
  /** Gets the waybill or customs documents that are kept of a shipment. */
  dhl_get_label: {
    /** 10 digits */
    shipmentTrackingNumber: string;
    typeCode: "waybill" | "commercial-invoice" | "customs-entry";
    /** When it was picked up, YYYY-MM. */
    pickupYearAndMonth: string;
    /** The connection's where it is left out. */
    shipperAccountNumber?: string | undefined;
    encodingFormat?: "pdf" | "tiff" | undefined;
  };
  /** Gets the checkpoints of a shipment. */
  dhl_track_shipment: {
    /** 10 digits */
    shipmentTrackingNumber: string;
  };
  /** Finds shipments by the shipper's own reference, within a range of days. */
  dhl_track_by_reference: {
    shipmentReference: string;
    /** CU: the shipper's own. */
    shipmentReferenceType: string;
    /** The connection's where it is left out. */
    shipperAccountNumber?: string | undefined;
    /** YYYY-MM-DD. */
    dateRangeFrom: string;
    /** YYYY-MM-DD. */
    dateRangeTo: string;
  };
  /** Books a courier to collect packages. */
  dhl_create_pickup: {
    /** The shipper's local time, such as 2026-12-01T10:00:00 GMT-06:00. */
    plannedPickupDateAndTime: string;
    /** HH:MM */
    closeTime?: string | undefined;
    /** Where the packages are, such as reception. */
    location?: string | undefined;
    locationType?: "business" | "residence" | undefined;
    /** The connection's account where it is left out. */
    accounts?:
      | readonly {
          typeCode: "shipper" | "payer" | "duties-taxes";
          number: string;
        }[]
      | undefined;
    remark?: string | undefined;
    customerDetails: {
      shipperDetails: {
        postalAddress?:
          | {
              postalCode: string;
              cityName: string;
              /** ISO 3166-1 alpha-2. */
              countryCode: string;
              provinceCode?: string | undefined;
              addressLine1?: string | undefined;
              addressLine2?: string | undefined;
              addressLine3?: string | undefined;
              countyName?: string | undefined;
            }
          | undefined;
        contactInformation?:
          | {
              fullName: string;
              companyName: string;
              phone: string;
              mobilePhone?: string | undefined;
              email?: string | undefined;
            }
          | undefined;
      };
      receiverDetails?:
        | {
            postalAddress?:
              | {
                  postalCode: string;
                  cityName: string;
                  /** ISO 3166-1 alpha-2. */
                  countryCode: string;
                  provinceCode?: string | undefined;
                  addressLine1?: string | undefined;
                  addressLine2?: string | undefined;
                  addressLine3?: string | undefined;
                  countyName?: string | undefined;
                }
              | undefined;
            contactInformation?:
              | {
                  fullName: string;
                  companyName: string;
                  phone: string;
                  mobilePhone?: string | undefined;
                  email?: string | undefined;
                }
              | undefined;
          }
        | undefined;
    };
    shipmentDetails: readonly {
      productCode: string;
      isCustomsDeclarable: boolean;
      /** Pesos */
      declaredValue?: number | undefined;
      declaredValueCurrency?: string | undefined;
      unitOfMeasurement: "metric" | "imperial";
      shipmentTrackingNumber?: string | undefined;
      packages: readonly {
        /** kg */
        weight: number;
        dimensions: {
          /** cm */
          length: number;
          /** cm */
          width: number;
          /** cm */
          height: number;
        };
      }[];
    }[];
  };
  /** Cancels a booked collection. */
  dhl_cancel_pickup: {
    /** Such as PRG999126012345. */
    dispatchConfirmationNumber: string;
    requestorName: string;
    reason: string;
  };
  /** Creates a payment in Brazil, Mexico, Argentina, Colombia or Chile. Amounts are decimals of the currency. */
  ebanx_create_payment: {
    payment: {
      name: string;
      email: string;
      document?: string | undefined;
      document_type?: string | undefined;
      /** DD/MM/YYYY. */
      birth_date?: string | undefined;
      phone_number?: string | undefined;
      zipcode?: string | undefined;
      /** Street. */
      address?: string | undefined;
      street_number?: string | undefined;
      street_complement?: string | undefined;
      city?: string | undefined;
      state?: string | undefined;
      country: "br" | "mx" | "ar" | "co" | "cl";
      payment_type_code: "pix" | "boleto" | "spei" | "eft" | "creditcard";
      /** Unique: a second payment with the same one is refused. */
      merchant_payment_code: string;
      /** Your own id of the order; several payments may have the same. */
      order_number?: string | undefined;
      currency_code: "BRL" | "MXN" | "ARS" | "COP" | "CLP";
      /** Such as 159.9. */
      amount_total: number;
      /** Credit card only. */
      instalments?: number | undefined;
      /** DD/MM/YYYY. The day on which it can be paid last. */
      due_date?: string | undefined;
      note?: string | undefined;
      customer_ip?: string | undefined;
      device_id?: string | undefined;
      /** The payer's bank, from ebanx_list_banks. */
      eft_code?: string | undefined;
      redirect_url?: string | undefined;
      notification_url?: string | undefined;
      items?:
        | readonly {
            name?: string | undefined;
            description?: string | undefined;
            unit_price?: number | undefined;
            quantity?: number | undefined;
            type?: string | undefined;
          }[]
        | undefined;
      creditcard?:
        | {
            token?: string | undefined;
            /** False only authorises the card. */
            auto_capture?: boolean | undefined;
          }
        | undefined;
    };
  };
  /** Reads one payment, by its hash or by your own code. */
  ebanx_get_payment: {
    /** The payment's hash. */
    hash?: string | undefined;
    merchant_payment_code?: string | undefined;
  };
  /** Lists payments, oldest first. The sandbox's alone. */
  ebanx_list_payments: {
    merchant_payment_code?: string | undefined;
    status?: string | undefined;
    page?: number | undefined;
    per_page?: number | undefined;
  };
  /** Captures an authorised card payment, whole or in part; the rest is released. */
  ebanx_capture_payment: {
    /** The payment's hash. */
    hash: string;
    /** Decimals of the currency. Default: all that is held. */
    amount?: number | undefined;
    /** Your own id of the capture. */
    merchant_capture_code?: string | undefined;
  };
  /** Cancels a payment that is not yet paid. */
  ebanx_cancel_payment: {
    /** The payment's hash. */
    hash: string;
  };
  /** Gives a paid payment back, whole or in part. */
  ebanx_refund_payment: {
    /** The payment's hash. */
    hash: string;
    operation?: "request" | undefined;
    /** Decimals of the currency. */
    amount: number;
    /** Why. */
    description: string;
    /** Your own id of the refund. */
    merchant_refund_code?: string | undefined;
  };
  /** Pays to a bank account in Latin America. */
  ebanx_create_payout: {
    country: string;
    currency_code?: string | undefined;
    amount: number;
  };
  /** Reads one payout. */
  ebanx_get_payout: {
    uid: string;
  };
  /** Reads the rate between a currency and US dollars. */
  ebanx_get_exchange_rate: {
    currency_code: string;
    currency_base_code?: string | undefined;
  };
  /** Lists the banks of a country's transfers. */
  ebanx_list_banks: {
    country?: "co" | undefined;
  };
  /** Issues an NF-e under an id of the caller's. Amounts in reais. */
  enotas_create_nfe: {
    /** The caller's own, by which the document is read. */
    id?: string | undefined;
    ambienteEmissao?: "Homologacao" | "Producao" | undefined;
    cliente: {
      tipoPessoa?: "F" | "J" | undefined;
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      inscricaoEstadual?: string | undefined;
      email?: string | undefined;
      telefone?: string | undefined;
      endereco?:
        | {
            uf?: string | undefined;
            cidade?: string | undefined;
            logradouro?: string | undefined;
            numero?: string | undefined;
            complemento?: string | undefined;
            bairro?: string | undefined;
            cep?: string | undefined;
          }
        | undefined;
    };
    serie?: string | undefined;
    naturezaOperacao?: string | undefined;
    tipoOperacao?: string | undefined;
    finalidade?: string | undefined;
    consumidorFinal?: boolean | undefined;
    /** Such as OperacaoPelaInternet. */
    indicadorPresencaConsumidor?: string | undefined;
    itens: readonly {
      codigo?: string | undefined;
      descricao?: string | undefined;
      ncm?: string | undefined;
      quantidade?: number | undefined;
      /** Reais. */
      valorUnitario?: number | undefined;
      cfop?: string | undefined;
      cest?: string | undefined;
      unidadeMedida?: string | undefined;
      impostos?:
        | {
            icms?:
              | {
                  situacaoTributaria?: string | undefined;
                  origem?: number | undefined;
                  /** Reais. */
                  baseCalculo?: number | undefined;
                  percentualReducaoBaseCalculo?: number | undefined;
                  aliquota?: number | undefined;
                  /** Reais. */
                  valor?: number | undefined;
                  aliquotaCreditoSimplesNacional?: number | undefined;
                  /** Reais. */
                  valorCreditoSimplesNacional?: number | undefined;
                }
              | undefined;
            pis?:
              | {
                  situacaoTributaria?: string | undefined;
                  /** Reais. */
                  baseCalculo?: number | undefined;
                  aliquota?: number | undefined;
                  /** Reais. */
                  valor?: number | undefined;
                }
              | undefined;
            cofins?:
              | {
                  situacaoTributaria?: string | undefined;
                  /** Reais. */
                  baseCalculo?: number | undefined;
                  aliquota?: number | undefined;
                  /** Reais. */
                  valor?: number | undefined;
                }
              | undefined;
          }
        | undefined;
    }[];
    informacoesAdicionais?: string | undefined;
  };
  /** Reads an NF-e. */
  enotas_get_nfe: {
    id: string;
  };
  /** Cancels an NF-e within 24 h of its authorisation. */
  enotas_cancel_nfe: {
    id: string;
  };
  /** Issues an NFS-e. Amounts in reais. */
  enotas_create_nfse: {
    ambienteEmissao?: "Homologacao" | "Producao" | undefined;
    cliente: {
      tipoPessoa?: "F" | "J" | undefined;
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      inscricaoEstadual?: string | undefined;
      email?: string | undefined;
      telefone?: string | undefined;
      endereco?:
        | {
            uf?: string | undefined;
            cidade?: string | undefined;
            logradouro?: string | undefined;
            numero?: string | undefined;
            complemento?: string | undefined;
            bairro?: string | undefined;
            cep?: string | undefined;
          }
        | undefined;
    };
    idExterno?: string | undefined;
    /** NFS-e. */
    tipo?: string | undefined;
    servico: {
      descricao?: string | undefined;
      aliquotaIss?: number | undefined;
      issRetidoFonte?: boolean | undefined;
      codigoServicoMunicipio?: string | undefined;
      itemListaServicoLC116?: string | undefined;
      cnae?: string | undefined;
      ufPrestacaoServico?: string | undefined;
      municipioPrestacaoServico?: string | undefined;
    };
    /** Reais. */
    valorTotal: number;
  };
  /** Reads an NFS-e. */
  enotas_get_nfse: {
    id: string;
  };
  /** Cancels an NFS-e. */
  enotas_cancel_nfse: {
    id: string;
  };
  /** Prices a parcel between two Mexican postal codes with each service (cotizador). */
  estafeta_get_rates: {
    /** Postal code */
    Origin: string;
    /** Postal code */
    Destination: string;
    /** Paquete or Sobre */
    PackagingType?: string | undefined;
    IsInsurance?: boolean | undefined;
    /** Pesos */
    ItemValue?: number | undefined;
    Dimensions: {
      /** kg */
      Weight: number;
      /** cm */
      Length?: number | undefined;
      /** cm */
      Width?: number | undefined;
      /** cm */
      Height?: number | undefined;
    };
  };
  /** Makes a guide (waybill) for a parcel. */
  estafeta_create_shipment: {
    labelDefinition: {
      wayBillDocument?:
        | {
            referenceNumber?: string | undefined;
            content?: string | undefined;
          }
        | undefined;
      itemDescription: {
        /** kg */
        weight: number;
        /** cm */
        length?: number | undefined;
        /** cm */
        width?: number | undefined;
        /** cm */
        height?: number | undefined;
      };
      serviceConfiguration: {
        /** 70, D0 or 60 */
        serviceTypeId: string;
        isInsurance?: boolean | undefined;
        insurance?:
          | {
              /** Pesos */
              declaredValue?: number | undefined;
            }
          | undefined;
      };
      location: {
        origin: {
          zipCode: string;
          cityName?: string | undefined;
          stateCode?: string | undefined;
          roadName?: string | undefined;
          contactName?: string | undefined;
        };
        destination: {
          zipCode: string;
          cityName?: string | undefined;
          stateCode?: string | undefined;
          roadName?: string | undefined;
          contactName?: string | undefined;
        };
      };
    };
  };
  /** Gets the printable guide. */
  estafeta_get_label: {
    /** 22 characters, or the 10 digits of the tracking code */
    wayBill: string;
  };
  /** Gets the status and movements of a guide. */
  estafeta_track_shipment: {
    /** 22 characters, or the 10 digits of the tracking code */
    wayBill: string;
  };
  /** Checks whether a postal code is served, and its city. */
  estafeta_get_coverage: {
    zipCode: string;
  };
  /** Cancels a guide that was not used. */
  estafeta_cancel_shipment: {
    /** 22 characters, or the 10 digits of the tracking code */
    wayBill: string;
  };
  /** Sends a text to a WhatsApp number. */
  evolution_api_send_text: {
    /** Digits with country code: 5511999999999 */
    number: string;
    text: string;
    /** Milliseconds */
    delay?: number | undefined;
    linkPreview?: boolean | undefined;
  };
  /** Sends a picture, video or document by its address or as base64. */
  evolution_api_send_media: {
    /** Digits with country code: 5511999999999 */
    number: string;
    mediatype: "image" | "video" | "document" | "audio";
    /** Address or base64 */
    media: string;
    /** Such as image/png */
    mimetype?: string | undefined;
    caption?: string | undefined;
    fileName?: string | undefined;
    /** Milliseconds */
    delay?: number | undefined;
  };
  /** Sends a poll to vote in. */
  evolution_api_send_poll: {
    /** Digits with country code: 5511999999999 */
    number: string;
    /** The question */
    name: string;
    /** Choices of one person; 0: any number */
    selectableCount: number;
    /** Each once */
    values: readonly string[];
  };
  /** Checks which numbers have WhatsApp. */
  evolution_api_check_number: {
    numbers: readonly string[];
  };
  /** Creates an instance that is then connected to a phone by QR code. */
  evolution_api_create_instance: {
    instanceName: string;
    integration: "WHATSAPP-BAILEYS" | "WHATSAPP-BUSINESS";
    /** Of the instance. Default: one is drawn */
    token?: string | undefined;
    /** Digits with country code: 5511999999999 */
    number?: string | undefined;
    qrcode?: boolean | undefined;
  };
  /** Lists the instances with their connection. */
  evolution_api_get_instances: {
    instanceName?: string | undefined;
    instanceId?: string | undefined;
  };
  /** Lists messages with their status. */
  evolution_api_get_messages: {
    where?:
      | {
          key?:
            | {
                id?: string | undefined;
                /** Such as 5511999999999@s.whatsapp.net */
                remoteJid?: string | undefined;
                fromMe?: boolean | undefined;
              }
            | undefined;
        }
      | undefined;
    /** From 1 */
    page?: number | undefined;
    /** Messages of a page. Default: 50 */
    offset?: number | undefined;
  };
  /** Stamps a CFDI: ingreso (I), egreso (E), traslado (T), or pago (P), which has a complement in place of items. Amounts in pesos. */
  facturama_create_cfdi: {
    CfdiType: "I" | "E" | "T" | "P";
    Folio?: string | undefined;
    NameId?: string | undefined;
    /** MXN, or XXX for a traslado. */
    Currency?: string | undefined;
    PaymentForm?: string | undefined;
    PaymentMethod?: "PUE" | "PPD" | undefined;
    Serie?: string | undefined;
    OrderNumber?: string | undefined;
    /** Postal code where it is issued. */
    ExpeditionPlace?: string | undefined;
    /** 01: none. */
    Exportation?: string | undefined;
    GlobalInformation?:
      | {
          Periodicity?: string | undefined;
          Months?: string | undefined;
          Year?: number | undefined;
        }
      | undefined;
    Receiver: {
      Rfc?: string | undefined;
      Name?: string | undefined;
      CfdiUse?: string | undefined;
      FiscalRegime?: string | undefined;
      /** Postal code of the tax domicile. */
      TaxZipCode?: string | undefined;
    };
    Items?:
      | readonly {
          ProductCode?: string | undefined;
          IdentificationNumber?: string | undefined;
          Description?: string | undefined;
          Quantity?: number | undefined;
          /** Pesos before tax. */
          UnitPrice?: number | undefined;
          /** Pesos before tax. */
          Subtotal?: number | undefined;
          /** c_ClaveUnidad. */
          UnitCode?: string | undefined;
          /** c_ObjetoImp. */
          TaxObject?: string | undefined;
          Taxes?:
            | readonly {
                Name?: string | undefined;
                Rate?: number | undefined;
                Base?: number | undefined;
                Total?: number | undefined;
                IsRetention?: boolean | undefined;
              }[]
            | undefined;
          /** Pesos. */
          Total?: number | undefined;
        }[]
      | undefined;
    Complemento?:
      | {
          Payments?:
            | readonly {
                Date?: string | undefined;
                /** c_FormaPago. */
                PaymentForm: string;
                /** Default: MXN. */
                Currency?: string | undefined;
                /** Pesos. */
                Amount: number | string;
                OperationNumber?: string | undefined;
                RelatedDocuments: readonly {
                  /** UUID of the CFDI that is paid. */
                  Uuid: string;
                  Serie?: string | undefined;
                  Folio?: string | undefined;
                  Currency?: string | undefined;
                  PaymentMethod?: string | undefined;
                  /** NumParcialidad, from 1. */
                  PartialityNumber: number | string;
                  /** Pesos that were open before. */
                  PreviousBalanceAmount: number | string;
                  /** Pesos. */
                  AmountPaid: number | string;
                  /** Pesos that remain open. */
                  ImpSaldoInsoluto?: number | string | undefined;
                  /** c_ObjetoImp. */
                  TaxObject?: string | undefined;
                  Taxes?:
                    | readonly {
                        Name?: string | undefined;
                        Rate?: number | undefined;
                        Base?: number | undefined;
                        Total?: number | undefined;
                        IsRetention?: boolean | undefined;
                      }[]
                    | undefined;
                }[];
              }[]
            | undefined;
        }
      | undefined;
    Relations?:
      | {
          Type?: string | undefined;
          Cfdis?:
            | readonly {
                Uuid?: string | undefined;
              }[]
            | undefined;
        }
      | undefined;
  };
  /** Reads a CFDI by Facturama's id. */
  facturama_get_cfdi: {
    id: string;
    /** issued, in letters of any case. */
    type?: string | undefined;
  };
  /** Lists the account's CFDI, oldest first, a line of each. */
  facturama_list_cfdi: {
    /** issued, in letters of any case. */
    type?: string | undefined;
    /** all, active or canceled, in letters of any case. Default: all. */
    status?: string | undefined;
    /** Of the receiver. */
    rfc?: string | undefined;
    OrderNumber?: string | undefined;
  };
  /** Cancels a CFDI until 31 March of the next year. */
  facturama_cancel_cfdi: {
    id: string;
    /** issued, in letters of any case. */
    type?: string | undefined;
    motive?: "01" | "02" | "03" | "04" | undefined;
    uuidReplacement?: string | undefined;
  };
  /** Stores a client. */
  facturama_create_client: {
    Rfc: string;
    Name: string;
    Email?: string | undefined;
    CfdiUse?: string | undefined;
    FiscalRegime?: string | undefined;
    /** Postal code of the tax domicile. */
    TaxZipCode?: string | undefined;
  };
  /** Lists the stored clients, oldest first. */
  facturama_list_clients: Readonly<Record<string, unknown>>;
  /** Stores a product. */
  facturama_create_product: {
    Name: string;
    Description?: string | undefined;
    /** Pesos. */
    Price?: number | undefined;
    CodeProdServ?: string | undefined;
    IdentificationNumber?: string | undefined;
    Unit?: string | undefined;
    /** c_ClaveUnidad. */
    UnitCode?: string | undefined;
    /** c_ObjetoImp. */
    ObjetoImp?: string | undefined;
  };
  /** Reads a catalogue of SAT; the sandbox has a few entries of each. */
  facturama_get_catalog: {
    name: "PaymentForms" | "CfdiUses";
  };
  /** Stamps an ingreso (sale), or the type that `type` names; P, a payment received, has complements in place of items. Prices in pesos. */
  facturapi_create_invoice: {
    type?: "I" | "E" | "T" | "P" | undefined;
    complements?:
      | readonly {
          type: "pago";
          data: readonly {
            /** c_FormaPago. */
            payment_form: string;
            /** RFC 3339. Default: now. */
            date?: string | undefined;
            /** Default: MXN. */
            currency?: string | undefined;
            exchange?: number | undefined;
            numOperacion?: string | undefined;
            related_documents: readonly {
              /** UUID of the CFDI that is paid. */
              uuid: string;
              /** Pesos paid. */
              amount: number;
              /** NumParcialidad, from 1. */
              installment: number;
              /** Pesos that were open before. */
              last_balance: number;
              currency?: string | undefined;
              exchange?: number | undefined;
              folio_number?: string | undefined;
              series?: string | undefined;
              /** c_ObjetoImp. */
              taxability?: string | undefined;
              taxes?:
                | readonly {
                    /** Pesos. */
                    base?: number | undefined;
                    type?: "IVA" | "ISR" | "IEPS" | undefined;
                    rate?: number | undefined;
                    factor?: string | undefined;
                    withholding?: boolean | undefined;
                  }[]
                | undefined;
            }[];
          }[];
        }[]
      | undefined;
    customer: {
      legal_name?: string | undefined;
      /** RFC. */
      tax_id?: string | undefined;
      tax_system?: string | undefined;
      email?: string | undefined;
      address?:
        | {
            /** Postal code of the tax domicile. */
            zip: string;
          }
        | undefined;
    };
    items?:
      | readonly {
          quantity?: number | undefined;
          product?:
            | {
                description?: string | undefined;
                product_key?: string | undefined;
                sku?: string | undefined;
                /** Pesos. */
                price?: number | undefined;
                tax_included?: boolean | undefined;
                /** c_ClaveUnidad. */
                unit_key?: string | undefined;
                unit_name?: string | undefined;
                /** c_ObjetoImp. */
                taxability?: string | undefined;
                taxes?:
                  | readonly {
                      type?: "IVA" | "ISR" | "IEPS" | undefined;
                      factor?: string | undefined;
                      rate?: number | undefined;
                    }[]
                  | undefined;
              }
            | undefined;
        }[]
      | undefined;
    /** UsoCFDI. */
    use?: string | undefined;
    payment_form?: string | undefined;
    payment_method?: "PUE" | "PPD" | undefined;
    series?: string | undefined;
    global?:
      | {
          periodicity?: "day" | "week" | "fortnight" | "month" | "two_months" | undefined;
          /** 01 to 18 (c_Meses). */
          months?: string | undefined;
          year?: number | undefined;
        }
      | undefined;
    external_id?: string | undefined;
    idempotency_key?: string | undefined;
    related_documents?:
      | readonly {
          relationship?: string | undefined;
          documents?: readonly string[] | undefined;
        }[]
      | undefined;
  };
  /** Reads a CFDI by Facturapi's id. */
  facturapi_get_invoice: {
    id: string;
  };
  /** Lists the account's CFDI, newest first. */
  facturapi_list_invoices: {
    limit?: number | undefined;
    page?: number | undefined;
  };
  /** Cancels a CFDI until 31 March of the next year. */
  facturapi_cancel_invoice: {
    id: string;
    motive?: "01" | "02" | "03" | "04" | undefined;
    substitution?: string | undefined;
  };
  /** Stamps an egreso (credit note). Prices in pesos. */
  facturapi_create_credit_note: {
    type?: "E" | undefined;
    customer: {
      legal_name?: string | undefined;
      /** RFC. */
      tax_id?: string | undefined;
      tax_system?: string | undefined;
      email?: string | undefined;
      address?:
        | {
            /** Postal code of the tax domicile. */
            zip: string;
          }
        | undefined;
    };
    items: readonly {
      quantity?: number | undefined;
      product?:
        | {
            description?: string | undefined;
            product_key?: string | undefined;
            sku?: string | undefined;
            /** Pesos. */
            price?: number | undefined;
            tax_included?: boolean | undefined;
            /** c_ClaveUnidad. */
            unit_key?: string | undefined;
            unit_name?: string | undefined;
            /** c_ObjetoImp. */
            taxability?: string | undefined;
            taxes?:
              | readonly {
                  type?: "IVA" | "ISR" | "IEPS" | undefined;
                  factor?: string | undefined;
                  rate?: number | undefined;
                }[]
              | undefined;
          }
        | undefined;
    }[];
    /** UsoCFDI. */
    use?: string | undefined;
    payment_form?: string | undefined;
    payment_method?: "PUE" | "PPD" | undefined;
    series?: string | undefined;
    global?:
      | {
          periodicity?: "day" | "week" | "fortnight" | "month" | "two_months" | undefined;
          /** 01 to 18 (c_Meses). */
          months?: string | undefined;
          year?: number | undefined;
        }
      | undefined;
    external_id?: string | undefined;
    idempotency_key?: string | undefined;
    related_documents?:
      | readonly {
          relationship?: string | undefined;
          documents?: readonly string[] | undefined;
        }[]
      | undefined;
  };
  /** Stamps a traslado, whose total is 0. Prices in pesos. */
  facturapi_create_transfer_document: {
    type?: "T" | undefined;
    customer: {
      legal_name?: string | undefined;
      /** RFC. */
      tax_id?: string | undefined;
      tax_system?: string | undefined;
      email?: string | undefined;
      address?:
        | {
            /** Postal code of the tax domicile. */
            zip: string;
          }
        | undefined;
    };
    items: readonly {
      quantity?: number | undefined;
      product?:
        | {
            description?: string | undefined;
            product_key?: string | undefined;
            sku?: string | undefined;
            /** Pesos. */
            price?: number | undefined;
            tax_included?: boolean | undefined;
            /** c_ClaveUnidad. */
            unit_key?: string | undefined;
            unit_name?: string | undefined;
            /** c_ObjetoImp. */
            taxability?: string | undefined;
            taxes?:
              | readonly {
                  type?: "IVA" | "ISR" | "IEPS" | undefined;
                  factor?: string | undefined;
                  rate?: number | undefined;
                }[]
              | undefined;
          }
        | undefined;
    }[];
    /** UsoCFDI. */
    use?: string | undefined;
    payment_form?: string | undefined;
    payment_method?: "PUE" | "PPD" | undefined;
    series?: string | undefined;
    global?:
      | {
          periodicity?: "day" | "week" | "fortnight" | "month" | "two_months" | undefined;
          /** 01 to 18 (c_Meses). */
          months?: string | undefined;
          year?: number | undefined;
        }
      | undefined;
    external_id?: string | undefined;
    idempotency_key?: string | undefined;
    related_documents?:
      | readonly {
          relationship?: string | undefined;
          documents?: readonly string[] | undefined;
        }[]
      | undefined;
  };
  /** Stores a customer. */
  facturapi_create_customer: {
    legal_name: string;
    /** RFC. */
    tax_id: string;
    tax_system?: string | undefined;
    email?: string | undefined;
  };
  /** Reads a stored customer. */
  facturapi_get_customer: {
    id: string;
  };
  /** Lists the stored customers, oldest first. */
  facturapi_list_customers: {
    limit?: number | undefined;
    page?: number | undefined;
  };
  /** Stores a product. */
  facturapi_create_product: {
    description: string;
    product_key?: string | undefined;
    /** Pesos. */
    price?: number | undefined;
  };
  /** Checks whether an RFC is well formed, with a true check digit. */
  facturapi_validate_tax_id: {
    /** RFC. */
    tax_id: string;
  };
  /** Issues an NF-e. Amounts in reais. */
  focus_nfe_create_nfe: {
    /** Yours, unique; later calls name it. */
    ref: string;
    natureza_operacao?: string | undefined;
    /** ISO 8601 with offset. */
    data_emissao?: string | undefined;
    serie?: string | undefined;
    tipo_documento?: number | undefined;
    finalidade_emissao?: number | undefined;
    /** 1 inside the state, 2 to another. */
    local_destino?: number | undefined;
    consumidor_final?: number | undefined;
    presenca_comprador?: number | undefined;
    cnpj_emitente?: string | undefined;
    nome_emitente?: string | undefined;
    nome_fantasia_emitente?: string | undefined;
    inscricao_estadual_emitente?: string | undefined;
    /** CRT. */
    regime_tributario_emitente?: number | undefined;
    logradouro_emitente?: string | undefined;
    numero_emitente?: string | undefined;
    complemento_emitente?: string | undefined;
    bairro_emitente?: string | undefined;
    municipio_emitente?: string | undefined;
    uf_emitente?: string | undefined;
    cep_emitente?: string | undefined;
    nome_destinatario?: string | undefined;
    cpf_destinatario?: string | undefined;
    cnpj_destinatario?: string | undefined;
    email_destinatario?: string | undefined;
    inscricao_estadual_destinatario?: string | undefined;
    /** 1 pays ICMS, 2 is exempt, 9 pays none. */
    indicador_inscricao_estadual_destinatario?: number | undefined;
    telefone_destinatario?: string | undefined;
    logradouro_destinatario?: string | undefined;
    numero_destinatario?: string | undefined;
    complemento_destinatario?: string | undefined;
    bairro_destinatario?: string | undefined;
    /** IBGE. */
    codigo_municipio_destinatario?: string | undefined;
    municipio_destinatario?: string | undefined;
    uf_destinatario?: string | undefined;
    cep_destinatario?: string | undefined;
    pais_destinatario?: string | undefined;
    modalidade_frete?: number | undefined;
    items?:
      | readonly {
          numero_item?: number | undefined;
          codigo_produto?: string | undefined;
          descricao?: string | undefined;
          codigo_ncm?: string | undefined;
          cest?: string | undefined;
          cfop?: string | undefined;
          unidade_comercial?: string | undefined;
          unidade_tributavel?: string | undefined;
          quantidade_tributavel?: number | undefined;
          /** Reais. */
          valor_unitario_tributavel?: number | undefined;
          inclui_no_total?: number | undefined;
          quantidade_comercial?: number | undefined;
          /** Reais. */
          valor_unitario_comercial?: number | undefined;
          /** Reais. */
          valor_bruto?: number | undefined;
          icms_origem?: string | undefined;
          /** CST or CSOSN. */
          icms_situacao_tributaria?: string | undefined;
          icms_modalidade_base_calculo?: string | undefined;
          icms_reducao_base_calculo?: number | undefined;
          /** Reais. */
          icms_base_calculo?: number | undefined;
          icms_aliquota?: number | undefined;
          /** Reais. */
          icms_valor?: number | undefined;
          icms_aliquota_credito_simples?: number | undefined;
          /** Reais. */
          icms_valor_credito_simples?: number | undefined;
          pis_situacao_tributaria?: string | undefined;
          /** Reais. */
          pis_base_calculo?: number | undefined;
          pis_aliquota_porcentual?: number | undefined;
          /** Reais. */
          pis_valor?: number | undefined;
          cofins_situacao_tributaria?: string | undefined;
          /** Reais. */
          cofins_base_calculo?: number | undefined;
          cofins_aliquota_porcentual?: number | undefined;
          /** Reais. */
          cofins_valor?: number | undefined;
          ibs_cbs_situacao_tributaria?: string | undefined;
          ibs_cbs_classificacao_tributaria?: string | undefined;
          /** Reais. */
          ibs_cbs_base_calculo?: number | undefined;
          ibs_uf_aliquota?: number | undefined;
          /** Reais. */
          ibs_uf_valor?: number | undefined;
          ibs_mun_aliquota?: number | undefined;
          /** Reais. */
          ibs_mun_valor?: number | undefined;
          /** Reais. */
          ibs_valor_total?: number | undefined;
          cbs_aliquota?: number | undefined;
          /** Reais. */
          cbs_valor?: number | undefined;
        }[]
      | undefined;
    /** Reais. */
    valor_produtos?: number | undefined;
    formas_pagamento?:
      | readonly {
          forma_pagamento?: string | undefined;
          descricao_pagamento?: string | undefined;
          /** Reais. */
          valor_pagamento?: number | undefined;
        }[]
      | undefined;
    informacoes_adicionais_contribuinte?: string | undefined;
    /** Reais. */
    valor_total?: number | undefined;
  };
  /** Reads an NF-e by ref; also an NFC-e, CT-e or MDF-e. */
  focus_nfe_get_nfe: {
    /** The caller's reference. */
    ref: string;
    /** 1 adds the request. */
    completa?: number | undefined;
  };
  /** Cancels an NF-e (24 h), NFC-e (30 min), CT-e (7 days) or MDF-e (24 h) by ref. */
  focus_nfe_cancel_nfe: {
    ref: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Registers a correction letter (CC-e) on an NF-e or CT-e by ref, at most 20 for a document. */
  focus_nfe_create_correction_letter: {
    ref: string;
    /** 15 to 1,000 characters. */
    correcao: string;
  };
  /** Issues an NFC-e. Amounts in reais. */
  focus_nfe_create_nfce: {
    /** Yours, unique; later calls name it. */
    ref: string;
    natureza_operacao?: string | undefined;
    /** ISO 8601 with offset. */
    data_emissao?: string | undefined;
    serie?: string | undefined;
    tipo_documento?: number | undefined;
    finalidade_emissao?: number | undefined;
    /** 1 inside the state, 2 to another. */
    local_destino?: number | undefined;
    consumidor_final?: number | undefined;
    presenca_comprador?: number | undefined;
    cnpj_emitente?: string | undefined;
    nome_emitente?: string | undefined;
    nome_fantasia_emitente?: string | undefined;
    inscricao_estadual_emitente?: string | undefined;
    /** CRT. */
    regime_tributario_emitente?: number | undefined;
    logradouro_emitente?: string | undefined;
    numero_emitente?: string | undefined;
    complemento_emitente?: string | undefined;
    bairro_emitente?: string | undefined;
    municipio_emitente?: string | undefined;
    uf_emitente?: string | undefined;
    cep_emitente?: string | undefined;
    nome_destinatario?: string | undefined;
    cpf_destinatario?: string | undefined;
    cnpj_destinatario?: string | undefined;
    email_destinatario?: string | undefined;
    inscricao_estadual_destinatario?: string | undefined;
    /** 1 pays ICMS, 2 is exempt, 9 pays none. */
    indicador_inscricao_estadual_destinatario?: number | undefined;
    telefone_destinatario?: string | undefined;
    logradouro_destinatario?: string | undefined;
    numero_destinatario?: string | undefined;
    complemento_destinatario?: string | undefined;
    bairro_destinatario?: string | undefined;
    /** IBGE. */
    codigo_municipio_destinatario?: string | undefined;
    municipio_destinatario?: string | undefined;
    uf_destinatario?: string | undefined;
    cep_destinatario?: string | undefined;
    pais_destinatario?: string | undefined;
    modalidade_frete?: number | undefined;
    items?:
      | readonly {
          numero_item?: number | undefined;
          codigo_produto?: string | undefined;
          descricao?: string | undefined;
          codigo_ncm?: string | undefined;
          cest?: string | undefined;
          cfop?: string | undefined;
          unidade_comercial?: string | undefined;
          unidade_tributavel?: string | undefined;
          quantidade_tributavel?: number | undefined;
          /** Reais. */
          valor_unitario_tributavel?: number | undefined;
          inclui_no_total?: number | undefined;
          quantidade_comercial?: number | undefined;
          /** Reais. */
          valor_unitario_comercial?: number | undefined;
          /** Reais. */
          valor_bruto?: number | undefined;
          icms_origem?: string | undefined;
          /** CST or CSOSN. */
          icms_situacao_tributaria?: string | undefined;
          icms_modalidade_base_calculo?: string | undefined;
          icms_reducao_base_calculo?: number | undefined;
          /** Reais. */
          icms_base_calculo?: number | undefined;
          icms_aliquota?: number | undefined;
          /** Reais. */
          icms_valor?: number | undefined;
          icms_aliquota_credito_simples?: number | undefined;
          /** Reais. */
          icms_valor_credito_simples?: number | undefined;
          pis_situacao_tributaria?: string | undefined;
          /** Reais. */
          pis_base_calculo?: number | undefined;
          pis_aliquota_porcentual?: number | undefined;
          /** Reais. */
          pis_valor?: number | undefined;
          cofins_situacao_tributaria?: string | undefined;
          /** Reais. */
          cofins_base_calculo?: number | undefined;
          cofins_aliquota_porcentual?: number | undefined;
          /** Reais. */
          cofins_valor?: number | undefined;
          ibs_cbs_situacao_tributaria?: string | undefined;
          ibs_cbs_classificacao_tributaria?: string | undefined;
          /** Reais. */
          ibs_cbs_base_calculo?: number | undefined;
          ibs_uf_aliquota?: number | undefined;
          /** Reais. */
          ibs_uf_valor?: number | undefined;
          ibs_mun_aliquota?: number | undefined;
          /** Reais. */
          ibs_mun_valor?: number | undefined;
          /** Reais. */
          ibs_valor_total?: number | undefined;
          cbs_aliquota?: number | undefined;
          /** Reais. */
          cbs_valor?: number | undefined;
        }[]
      | undefined;
    /** Reais. */
    valor_produtos?: number | undefined;
    formas_pagamento?:
      | readonly {
          forma_pagamento?: string | undefined;
          descricao_pagamento?: string | undefined;
          /** Reais. */
          valor_pagamento?: number | undefined;
        }[]
      | undefined;
    informacoes_adicionais_contribuinte?: string | undefined;
    /** Reais. */
    valor_total?: number | undefined;
  };
  /** Issues an NFS-e of the national standard. Amounts in reais. */
  focus_nfe_create_nfse: {
    /** Yours, unique; later calls name it. */
    ref: string;
    data_emissao?: string | undefined;
    prestador?:
      | {
          cnpj?: string | undefined;
          inscricao_municipal?: string | undefined;
          /** IBGE. */
          codigo_municipio?: string | undefined;
        }
      | undefined;
    tomador?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          razao_social?: string | undefined;
          email?: string | undefined;
          telefone?: string | undefined;
          endereco?:
            | {
                logradouro?: string | undefined;
                numero?: string | undefined;
                complemento?: string | undefined;
                bairro?: string | undefined;
                /** IBGE. */
                codigo_municipio?: string | undefined;
                uf?: string | undefined;
                cep?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    servico?:
      | {
          discriminacao?: string | undefined;
          /** Reais. */
          valor_servicos?: number | undefined;
          item_lista_servico?: string | undefined;
          codigo_tributario_municipio?: string | undefined;
          aliquota?: number | undefined;
          iss_retido?: boolean | undefined;
          codigo_cnae?: string | undefined;
          codigo_nbs?: string | undefined;
          ibs_cbs_situacao_tributaria?: string | undefined;
          ibs_cbs_classificacao_tributaria?: string | undefined;
          /** Reais. */
          ibs_cbs_base_calculo?: number | undefined;
          ibs_uf_aliquota?: number | undefined;
          /** Reais. */
          ibs_uf_valor?: number | undefined;
          ibs_mun_aliquota?: number | undefined;
          /** Reais. */
          ibs_mun_valor?: number | undefined;
          /** Reais. */
          ibs_valor_total?: number | undefined;
          cbs_aliquota?: number | undefined;
          /** Reais. */
          cbs_valor?: number | undefined;
        }
      | undefined;
  };
  /** Reads an NFS-e by ref. */
  focus_nfe_get_nfse: {
    /** The caller's reference. */
    ref: string;
    /** 1 adds the request. */
    completa?: number | undefined;
  };
  /** Cancels an NFS-e by ref. */
  focus_nfe_cancel_nfse: {
    ref: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Issues a CT-e. The sandbox assumes a road trip inside São Paulo. Amounts in reais. */
  focus_nfe_create_cte: {
    /** Yours, unique; later calls name it. */
    ref: string;
    data_emissao?: string | undefined;
    nome_destinatario?: string | undefined;
    cpf_destinatario?: string | undefined;
    cnpj_destinatario?: string | undefined;
    email_destinatario?: string | undefined;
    /** 01: by road. */
    modal?: string | undefined;
    /** Reais. */
    valor_total?: number | undefined;
    /** Reais. */
    valor_receber?: number | undefined;
    componentes_valor?:
      | readonly {
          nome?: string | undefined;
          /** Reais. */
          valor?: number | undefined;
        }[]
      | undefined;
    observacoes?: string | undefined;
  };
  /** Issues an MDF-e. The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais. */
  focus_nfe_create_mdfe: {
    /** Yours, unique; later calls name it. */
    ref: string;
    data_emissao?: string | undefined;
    emitente_tipo?: number | undefined;
    /** Reais. */
    valor_total_carga?: number | undefined;
    produto_predominante_descricao?: string | undefined;
    produto_predominante_ncm?: string | undefined;
  };
  /** Compares prices and times of all carriers between two CEPs. */
  frenet_calculate_shipping: {
    /** Eight digits */
    SellerCEP: string;
    /** Eight digits */
    RecipientCEP: string;
    /** Reais */
    ShipmentInvoiceValue?: number | undefined;
    ShippingItemArray: readonly {
      SKU?: string | undefined;
      /** kg */
      Weight: number;
      /** cm */
      Length: number;
      /** cm */
      Width: number;
      /** cm */
      Height: number;
      Quantity?: number | undefined;
      Category?: string | undefined;
      isFragile?: boolean | undefined;
    }[];
    /** BR */
    RecipientCountry?: string | undefined;
    /** One service alone; all when left out */
    ShippingServiceCode?: string | undefined;
    Coupom?: string | undefined;
  };
  /** Lists the carriers and services of the account. */
  frenet_list_carriers: Readonly<Record<string, unknown>>;
  /** Follows a parcel of any carrier by its tracking number. */
  frenet_track_shipment: {
    ShippingServiceCode?: string | undefined;
    TrackingNumber: string;
    InvoiceNumber?: string | undefined;
    InvoiceSerie?: string | undefined;
    RecipientDocument?: string | undefined;
    OrderNumber?: string | undefined;
  };
  /** Finds the city and state of a CEP. */
  frenet_get_cep: {
    cep: string;
  };
  /** Sends an SMS. */
  infobip_send_sms: {
    messages: readonly {
      /** The account's default sender when left out */
      sender?: string | undefined;
      destinations: readonly {
        /** Digits */
        to: string;
        messageId?: string | undefined;
      }[];
      content: {
        text: string;
      };
    }[];
  };
  /** Sends a WhatsApp text inside a conversation. */
  infobip_send_whatsapp: {
    /** The account's default sender when left out */
    from?: string | undefined;
    /** Digits */
    to: string;
    messageId?: string | undefined;
    content: {
      text: string;
      previewUrl?: boolean | undefined;
    };
  };
  /** Sends an e-mail. */
  infobip_send_email: {
    /** The account's default sender when left out */
    from?: string | undefined;
    to: string;
    subject: string;
    text?: string | undefined;
    html?: string | undefined;
  };
  /** Gets what became of a message. */
  infobip_get_delivery_report: {
    messageId: string;
  };
  /** Creates a charge by boleto (cobrança v3). The value is in reais. */
  inter_create_boleto: {
    /** Your own id, at most 15 characters. Drawn when left out. */
    seuNumero?: string | undefined;
    /** Reais, such as 159.9: at least 2.50, at most two decimals. */
    valorNominal: number;
    /** YYYY-MM-DD. */
    dataVencimento: string;
    /** Days after the due date until it is cancelled. */
    numDiasAgenda?: number | undefined;
    pagador?:
      | {
          cpfCnpj?: string | undefined;
          tipoPessoa?: "FISICA" | "JURIDICA" | undefined;
          nome?: string | undefined;
          email?: string | undefined;
          ddd?: string | undefined;
          telefone?: string | undefined;
          /** Street. */
          endereco?: string | undefined;
          numero?: string | undefined;
          complemento?: string | undefined;
          bairro?: string | undefined;
          cidade?: string | undefined;
          uf?: string | undefined;
          /** Digits. */
          cep?: string | undefined;
        }
      | undefined;
    mensagem?:
      | {
          /** In the sandbox your own id of the order. */
          linha1?: string | undefined;
          linha2?: string | undefined;
          linha3?: string | undefined;
          linha4?: string | undefined;
          linha5?: string | undefined;
        }
      | undefined;
  };
  /** Reads one charge by boleto. */
  inter_get_boleto: {
    /** What its creation returned. */
    codigoSolicitacao: string;
  };
  /** Lists charges by boleto that fall due, were issued or were paid between two dates. */
  inter_list_boletos: {
    /** YYYY-MM-DD. */
    dataInicial: string;
    /** YYYY-MM-DD. */
    dataFinal: string;
    filtrarDataPor?: "VENCIMENTO" | "EMISSAO" | "PAGAMENTO" | undefined;
    situacao?:
      | "A_RECEBER"
      | "RECEBIDO"
      | "MARCADO_RECEBIDO"
      | "ATRASADO"
      | "CANCELADO"
      | "EXPIRADO"
      | "FALHA_EMISSAO"
      | "EM_PROCESSAMENTO"
      | "PROTESTO"
      | undefined;
    seuNumero?: string | undefined;
    /** Digits. */
    cpfCnpjPessoaPagadora?: string | undefined;
    /** From 0. */
    "paginacao.paginaAtual"?: number | undefined;
    "paginacao.itensPorPagina"?: number | undefined;
  };
  /** Cancels a boleto that is not yet paid. */
  inter_cancel_boleto: {
    /** What its creation returned. */
    codigoSolicitacao: string;
    motivoCancelamento: string;
  };
  /** Creates an immediate Pix charge (cob) for a payer to scan. */
  inter_create_pix_charge: {
    /** Yours: 26 to 35 letters and digits. Drawn when left out. */
    txid?: string | undefined;
    calendario: {
      /** Seconds. Default: 86400. */
      expiracao?: number | undefined;
    };
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor: {
      /** Reais with two decimals, such as 159.90. */
      original: string;
    };
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
  };
  /** Reads one Pix charge and what was paid on it. */
  inter_get_pix_charge: {
    txid: string;
    revisao?: number | undefined;
  };
  /** Changes an unpaid Pix charge, or withdraws it with status REMOVIDA_PELO_USUARIO_RECEBEDOR. */
  inter_update_pix_charge: {
    /** 26 to 35 letters and digits. */
    txid: string;
    calendario?:
      | {
          /** Seconds. Default: 86400. */
          expiracao?: number | undefined;
        }
      | undefined;
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor?:
      | {
          /** Reais with two decimals, such as 159.90. */
          original: string;
        }
      | undefined;
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
    status?: "REMOVIDA_PELO_USUARIO_RECEBEDOR" | undefined;
  };
  /** Lists Pix that were received between two times, oldest first. */
  inter_list_pix_received: {
    /** ISO 8601. */
    inicio: string;
    /** ISO 8601. */
    fim: string;
    txid?: string | undefined;
    txIdPresente?: boolean | undefined;
    devolucaoPresente?: boolean | undefined;
    cpf?: string | undefined;
    cnpj?: string | undefined;
    /** From 0. */
    "paginacao.paginaAtual"?: number | undefined;
    /** Default: 100. */
    "paginacao.itensPorPagina"?: number | undefined;
  };
  /** Gives a received Pix back, whole or in part. */
  inter_refund_pix: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    /** Yours: 1 to 35 letters and digits. Drawn when left out. */
    id?: string | undefined;
    /** Reais with two decimals, such as 159.90. */
    valor: string;
    natureza?: "ORIGINAL" | "RETIRADA" | undefined;
    /** Shown to the payer. */
    descricao?: string | undefined;
  };
  /** Reads one return of a received Pix: in process, returned or not carried out. */
  inter_get_pix_refund: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    id: string;
  };
  /** Reads the account's balance in reais. */
  inter_get_balance: {
    /** YYYY-MM-DD. */
    dataSaldo?: string | undefined;
  };
  /** Reads what came in and went out. */
  inter_get_statement: {
    /** YYYY-MM-DD. */
    dataInicio: string;
    /** YYYY-MM-DD. */
    dataFim: string;
  };
  /** Pays by Pix: by key, by bank details or by a code to copy. */
  inter_create_transfer: {
    /** Reais. */
    valor: number;
    /** YYYY-MM-DD. Default: today. */
    dataPagamento?: string | undefined;
    descricao?: string | undefined;
    destinatario: {
      tipo: "CHAVE" | "DADOS_BANCARIOS" | "PIX_COPIA_E_COLA";
      chave?: string | undefined;
      pixCopiaECola?: string | undefined;
      nome?: string | undefined;
      cpfCnpj?: string | undefined;
      tipoConta?: string | undefined;
      contaCorrente?: string | undefined;
      agencia?: string | undefined;
      instituicaoFinanceira?:
        | {
            ispb?: string | undefined;
          }
        | undefined;
    };
  };
  /** Says where the bank sends its webhooks about the Pix that a key receives. */
  inter_create_webhook: {
    webhookUrl: string;
    /** The receiver's Pix key. */
    chave?: string | undefined;
  };
  /** Reads the account's available balance in reais. */
  itau_get_balance: {
    /** Four digits. */
    agencia?: string | undefined;
    /** Number and check digit. */
    conta?: string | undefined;
  };
  /** Reads the account's entries between two dates, oldest first. */
  itau_get_statement: {
    /** Four digits. */
    agencia?: string | undefined;
    /** Number and check digit. */
    conta?: string | undefined;
    /** YYYY-MM-DD. */
    data_inicio?: string | undefined;
    /** YYYY-MM-DD. */
    data_fim?: string | undefined;
  };
  /** Pays by Pix out of the account (SISPAG), by key or by bank details, today or on a later date. */
  itau_create_pix_transfer: {
    /** Reais with two decimals, such as 159.90. */
    valor_pagamento: string;
    /** YYYY-MM-DD. */
    data_pagamento: string;
    /** The receiver's Pix key. */
    chave?: string | undefined;
    /** Your own id, at most 20 characters. */
    referencia_empresa?: string | undefined;
    /** Shown to the receiver. */
    informacoes_entre_usuarios?: string | undefined;
    pagador?:
      | {
          tipo_pessoa?: "F" | "J" | undefined;
          /** CPF or CNPJ, digits. */
          documento?: string | undefined;
          agencia?: string | undefined;
          conta?: string | undefined;
        }
      | undefined;
    recebedor?:
      | {
          tipo_pessoa?: "F" | "J" | undefined;
          /** CPF or CNPJ, digits. */
          documento?: string | undefined;
          agencia?: string | undefined;
          conta?: string | undefined;
        }
      | undefined;
  };
  /** Reads the state of one SISPAG payment by Pix. */
  itau_get_pix_transfer: {
    /** What its creation returned. */
    id_pagamento: string;
  };
  /** Registers a boleto of bank 341 in the beneficiary's collection portfolio. */
  itau_create_boleto: {
    etapa_processo_boleto?: "validacao" | "efetivacao" | undefined;
    beneficiario: {
      /** Branch, account and digit: 12. */
      id_beneficiario: string;
    };
    dado_boleto: {
      tipo_boleto?: "a vista" | "proposta" | undefined;
      /** Such as 109. */
      codigo_carteira?: string | undefined;
      /** 01: trade bill. */
      codigo_especie?: string | undefined;
      /** YYYY-MM-DD. */
      data_emissao?: string | undefined;
      /** Centavos, 17 digits with zeros in front. */
      valor_total_titulo?: string | undefined;
      pagador?:
        | {
            pessoa?:
              | {
                  nome_pessoa?: string | undefined;
                  tipo_pessoa?:
                    | {
                        codigo_tipo_pessoa?: "F" | "J" | undefined;
                        numero_cadastro_pessoa_fisica?: string | undefined;
                        numero_cadastro_nacional_pessoa_juridica?: string | undefined;
                      }
                    | undefined;
                }
              | undefined;
            endereco?:
              | {
                  nome_logradouro?: string | undefined;
                  nome_bairro?: string | undefined;
                  nome_cidade?: string | undefined;
                  sigla_UF?: string | undefined;
                  numero_CEP?: string | undefined;
                }
              | undefined;
          }
        | undefined;
      dados_individuais_boleto: readonly {
        /** Yours: eight digits. */
        numero_nosso_numero: string;
        /** YYYY-MM-DD. */
        data_vencimento: string;
        /** Centavos, 17 digits with zeros in front. */
        valor_titulo: string;
        /** Your own id, at most 10 characters. */
        texto_seu_numero?: string | undefined;
      }[];
    };
  };
  /** Reads one registered boleto by its portfolio and number. */
  itau_get_boleto: {
    /** Branch, account and digit: 12. */
    id_beneficiario: string;
    /** Such as 109. */
    codigo_carteira: string;
    nosso_numero: string;
  };
  /** Creates an immediate Pix charge (cob) for a payer to scan. */
  itau_create_pix_charge: {
    /** Yours: 26 to 35 letters and digits. Drawn when left out. */
    txid?: string | undefined;
    calendario: {
      /** Seconds. Default: 86400. */
      expiracao?: number | undefined;
    };
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor: {
      /** Reais with two decimals, such as 159.90. */
      original: string;
    };
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
  };
  /** Reads one Pix charge and what was paid on it. */
  itau_get_pix_charge: {
    txid: string;
    revisao?: number | undefined;
  };
  /** Changes an unpaid Pix charge, or withdraws it with status REMOVIDA_PELO_USUARIO_RECEBEDOR. */
  itau_update_pix_charge: {
    /** 26 to 35 letters and digits. */
    txid: string;
    calendario?:
      | {
          /** Seconds. Default: 86400. */
          expiracao?: number | undefined;
        }
      | undefined;
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor?:
      | {
          /** Reais with two decimals, such as 159.90. */
          original: string;
        }
      | undefined;
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
    status?: "REMOVIDA_PELO_USUARIO_RECEBEDOR" | undefined;
  };
  /** Lists Pix that were received between two times, oldest first. */
  itau_list_pix_received: {
    /** ISO 8601. */
    inicio: string;
    /** ISO 8601. */
    fim: string;
    txid?: string | undefined;
    txIdPresente?: boolean | undefined;
    devolucaoPresente?: boolean | undefined;
    cpf?: string | undefined;
    cnpj?: string | undefined;
    /** From 0. */
    "paginacao.paginaAtual"?: number | undefined;
    /** Default: 100. */
    "paginacao.itensPorPagina"?: number | undefined;
  };
  /** Gives a received Pix back, whole or in part. */
  itau_refund_pix: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    /** Yours: 1 to 35 letters and digits. Drawn when left out. */
    id?: string | undefined;
    /** Reais with two decimals, such as 159.90. */
    valor: string;
    natureza?: "ORIGINAL" | "RETIRADA" | undefined;
    /** Shown to the payer. */
    descricao?: string | undefined;
  };
  /** Reads one return of a received Pix: in process, returned or not carried out. */
  itau_get_pix_refund: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    id: string;
  };
  /** Says where the bank sends its webhooks about the Pix that a key receives. */
  itau_create_webhook: {
    webhookUrl: string;
    /** The receiver's Pix key. */
    chave?: string | undefined;
  };
  /** Prices freights by modality for a charged weight between two CEPs. */
  jadlog_calculate_shipping: {
    frete: readonly {
      cepori: string;
      cepdes: string;
      /** kg, the greater of real and cubic; 0.1 at least */
      peso: number;
      /** 3 .Package, 9 .Com */
      modalidade: number;
      /** Reais */
      vldeclarado?: number | undefined;
      /** The connection's where it is left out, as the two after it. */
      cnpj?: string | undefined;
      conta?: string | undefined;
      contrato?: string | undefined;
      /** D: to the door. */
      tpentrega?: string | undefined;
      /** N: normal. */
      tpseguro?: string | undefined;
    }[];
  };
  /** Places an order (inclusão de pedido) and gives the shipment its number. */
  jadlog_create_shipment: {
    conteudo?: string | undefined;
    /** The shipper's own order numbers */
    pedido: readonly string[];
    /** kg, as charged */
    totPeso: number;
    /** Reais */
    totValor?: number | undefined;
    obs?: string | undefined;
    /** 3 .Package, 9 .Com */
    modalidade: number;
    /** The connection's where it is left out. */
    contaCorrente?: string | undefined;
    /** The connection's where it is left out. */
    nrContrato?: string | undefined;
    /** K */
    tpColeta?: string | undefined;
    /** 0 */
    tipoFrete?: number | undefined;
    /** A pickup point to deliver to. */
    cdPickupDes?: string | undefined;
    rem: {
      nome?: string | undefined;
      cnpjCpf?: string | undefined;
      ie?: string | undefined;
      endereco?: string | undefined;
      numero?: string | undefined;
      compl?: string | undefined;
      bairro?: string | undefined;
      cidade?: string | undefined;
      uf?: string | undefined;
      cep: string;
      fone?: string | undefined;
      cel?: string | undefined;
      email?: string | undefined;
      contato?: string | undefined;
    };
    des: {
      nome?: string | undefined;
      cnpjCpf?: string | undefined;
      ie?: string | undefined;
      endereco?: string | undefined;
      numero?: string | undefined;
      compl?: string | undefined;
      bairro?: string | undefined;
      cidade?: string | undefined;
      uf?: string | undefined;
      cep: string;
      fone?: string | undefined;
      cel?: string | undefined;
      email?: string | undefined;
      contato?: string | undefined;
    };
    /** The documents that the parcel travels with. */
    dfe?:
      | readonly {
          cfop?: string | undefined;
          /** 44 digits */
          danfeCte?: string | undefined;
          /** DECLARACAO where there is none */
          nrDoc: string;
          serie?: string | undefined;
          /** 0 declaration, 1 nota fiscal, 2 NF-e, 4 CT-e */
          tpDocumento: string;
          /** Reais, such as 20.20 */
          valor: string;
        }[]
      | undefined;
    volume?:
      | readonly {
          /** kg */
          peso?: number | undefined;
          /** cm */
          comprimento?: number | undefined;
          /** cm */
          largura?: number | undefined;
          /** cm */
          altura?: number | undefined;
        }[]
      | undefined;
  };
  /** No call for this is known: labels are printed in Jadlog's portal. */
  jadlog_get_label: {
    /** The order's code */
    codigo?: string | undefined;
    /** 14 digits */
    shipmentId?: string | undefined;
  };
  /** Gets the movements of orders. */
  jadlog_track_shipment: {
    consulta: readonly {
      /** The order's code */
      codigo?: string | undefined;
      /** 14 digits */
      shipmentId?: string | undefined;
    }[];
  };
  /** Cancels an order that Jadlog has not received yet. */
  jadlog_cancel_shipment: {
    /** The order's code */
    codigo?: string | undefined;
    /** 14 digits */
    shipmentId?: string | undefined;
  };
  /** Lists the pickup points near a CEP. */
  jadlog_list_pickup_points: {
    cep: string;
  };
  /** Prices packages between two CEPs with each freight type. */
  loggi_calculate_shipping: {
    shipFrom: {
      correiosAddress: {
        cep: string;
        cidade?: string | undefined;
        uf?: string | undefined;
        logradouro?: string | undefined;
      };
    };
    shipTo: {
      correiosAddress: {
        cep: string;
        cidade?: string | undefined;
        uf?: string | undefined;
        logradouro?: string | undefined;
      };
    };
    packages: readonly {
      weightG: number;
      lengthCm: number;
      widthCm: number;
      heightCm: number;
      goodsValue?:
        | {
            currencyCode?: string | undefined;
            /** Reais */
            units?: string | undefined;
            /** Billionths of a real */
            nanos?: number | undefined;
          }
        | undefined;
    }[];
  };
  /** Creates a shipment of one or more packages and gives its tracking code. */
  loggi_create_shipment: {
    /** express or economico */
    freightType: string;
    shipFrom: {
      correiosAddress: {
        cep: string;
        cidade?: string | undefined;
        uf?: string | undefined;
        logradouro?: string | undefined;
      };
    };
    shipTo: {
      correiosAddress: {
        cep: string;
        cidade?: string | undefined;
        uf?: string | undefined;
        logradouro?: string | undefined;
      };
    };
    recipient?:
      | {
          name?: string | undefined;
          federalTaxId?: string | undefined;
          phoneNumber?: string | undefined;
          email?: string | undefined;
        }
      | undefined;
    packages: readonly {
      weightG: number;
      lengthCm: number;
      widthCm: number;
      heightCm: number;
      goodsValue?:
        | {
            currencyCode?: string | undefined;
            /** Reais */
            units?: string | undefined;
            /** Billionths of a real */
            nanos?: number | undefined;
          }
        | undefined;
    }[];
    externalId?: string | undefined;
  };
  /** Gets the labels of packages. */
  loggi_get_label: {
    loggiKeys: readonly string[];
    layout?: "LABEL_LAYOUT_A4" | "LABEL_LAYOUT_A6" | undefined;
  };
  /** Gets the status and the history of a package. */
  loggi_track_shipment: {
    trackingCode?: string | undefined;
    loggiKey?: string | undefined;
  };
  /** Cancels packages that were not collected yet. */
  loggi_cancel_shipment: {
    loggiKeys: readonly string[];
  };
  /** Lists the points near a CEP where packages are handed in. */
  loggi_list_drop_off_points: {
    cep: string;
    radiusKm?: number | undefined;
  };
  /** Prices a parcel between two CEPs with every carrier service of the account. */
  melhor_envio_calculate_shipping: {
    from: {
      /** CEP */
      postal_code: string;
    };
    to: {
      /** CEP */
      postal_code: string;
    };
    volumes: readonly {
      /** cm */
      height: number;
      /** cm */
      width: number;
      /** cm */
      length: number;
      /** kg */
      weight: number;
    }[];
    options?:
      | {
          /** Reais */
          insurance_value?: number | undefined;
          receipt?: boolean | undefined;
          own_hand?: boolean | undefined;
        }
      | undefined;
    /** Service ids separated by commas; all when left out */
    services?: string | undefined;
  };
  /** Lists the carrier services with their ids and limits. */
  melhor_envio_list_services: Readonly<Record<string, unknown>>;
  /** Puts a freight with its service, sender, recipient and volumes into the cart; nothing is paid yet. */
  melhor_envio_create_shipment: {
    /** Service id from the calculation */
    service: number;
    from: {
      name?: string | undefined;
      phone?: string | undefined;
      email?: string | undefined;
      /** CPF; company_document for a CNPJ */
      document?: string | undefined;
      company_document?: string | undefined;
      /** Street */
      address?: string | undefined;
      number?: string | undefined;
      district?: string | undefined;
      city?: string | undefined;
      state_abbr?: string | undefined;
      /** CEP */
      postal_code: string;
    };
    to: {
      name?: string | undefined;
      phone?: string | undefined;
      email?: string | undefined;
      /** CPF; company_document for a CNPJ */
      document?: string | undefined;
      company_document?: string | undefined;
      /** Street */
      address?: string | undefined;
      number?: string | undefined;
      district?: string | undefined;
      city?: string | undefined;
      state_abbr?: string | undefined;
      /** CEP */
      postal_code: string;
    };
    volumes: readonly {
      /** cm */
      height: number;
      /** cm */
      width: number;
      /** cm */
      length: number;
      /** kg */
      weight: number;
    }[];
    options?:
      | {
          /** Reais */
          insurance_value?: number | undefined;
          receipt?: boolean | undefined;
          own_hand?: boolean | undefined;
          platform?: string | undefined;
          tags?:
            | readonly {
                /** The shipper's own order number */
                tag?: string | undefined;
                url?: string | undefined;
              }[]
            | undefined;
        }
      | undefined;
  };
  /** Buys freights of the cart with the account's balance. */
  melhor_envio_checkout_cart: {
    orders: readonly string[];
  };
  /** Generates the labels of freights that were bought; again for the same freights is harmless. */
  melhor_envio_generate_label: {
    orders: readonly string[];
  };
  /** Returns a link to the printable labels of freights. */
  melhor_envio_print_label: {
    mode?: "private" | "public" | undefined;
    orders: readonly string[];
  };
  /** Gets the status and the movements of freights. */
  melhor_envio_track_shipment: {
    orders: readonly string[];
  };
  /** Cancels a freight that was not posted yet and gives its price back to the balance. */
  melhor_envio_cancel_shipment: {
    order: {
      /** UUID */
      id: string;
      /** 2: cancelled by the sender */
      reason_id?: string | undefined;
      description?: string | undefined;
    };
  };
  /** Gets a freight that was bought. */
  melhor_envio_get_shipment: {
    /** UUID */
    id: string;
  };
  /** Lists freights, page by page. */
  melhor_envio_list_shipments: {
    /** Such as released or posted */
    status?: string | undefined;
    page?: number | undefined;
  };
  /** Lists the agencies where parcels can be dropped off. */
  melhor_envio_list_agencies: {
    /** Such as SP */
    state?: string | undefined;
    city?: string | undefined;
    /** Carrier id */
    company?: number | undefined;
  };
  /** Gets the account's balance, in reais. */
  melhor_envio_get_balance: Readonly<Record<string, unknown>>;
  /** Reads the last price and the day's range of one or more pairs. */
  mercado_bitcoin_get_ticker: {
    /** Parted by commas, such as BTC-BRL,ETH-BRL. */
    symbols: string;
  };
  /** Reads the best bids and asks of one pair. */
  mercado_bitcoin_get_orderbook: {
    /** Such as BTC-BRL. */
    symbol: string;
    /** Levels of each side, at most 1000. */
    limit?: number | undefined;
  };
  /** Buys or sells a coin, at the market's price or at a limit. */
  mercado_bitcoin_create_order: {
    /** Such as BTC-BRL. */
    symbol: string;
    side: "buy" | "sell";
    type: "market" | "limit" | "stoplimit" | "post-only";
    /** Coins. */
    qty?: string | undefined;
    /** Reais, for a purchase at the market's price. */
    cost?: number | undefined;
    /** Reais. */
    limitPrice?: number | undefined;
    /** Reais. */
    stopPrice?: number | undefined;
    /** Your own id of the order. */
    externalId?: string | undefined;
    /** Whether to respond before the order is in the book. Default: false. */
    async?: boolean | undefined;
  };
  /** Reads one order and what of it was executed. */
  mercado_bitcoin_get_order: {
    /** Such as BTC-BRL. */
    symbol: string;
    orderId: string;
  };
  /** Cancels what of an order is still open. */
  mercado_bitcoin_cancel_order: {
    /** Such as BTC-BRL. */
    symbol: string;
    orderId: string;
    async?: boolean | undefined;
  };
  /** Lists the account's orders in one pair. */
  mercado_bitcoin_list_orders: {
    /** Such as BTC-BRL. */
    symbol: string;
    side?: "buy" | "sell" | undefined;
    status?: "created" | "working" | "cancelled" | "filled" | undefined;
    has_executions?: "true" | "false" | undefined;
    id_from?: string | undefined;
    id_to?: string | undefined;
    /** Seconds since the epoch. */
    created_at_from?: string | undefined;
    /** Seconds since the epoch. */
    created_at_to?: string | undefined;
  };
  /** Reads what the account holds of reais and of each coin. */
  mercado_bitcoin_get_balance: Readonly<Record<string, unknown>>;
  /** Lists the shipping options with cost and delivery estimate between two postal codes of one site. */
  mercado_envios_get_shipping_options: {
    site_id: "MLB" | "MLA" | "MLM";
    zip_code_from: string;
    /** Destination */
    zip_code: string;
    /** Height x width x length in cm, comma, grams: 10x15x20,800 */
    dimensions: string;
    /** Major units */
    item_price?: number | undefined;
  };
  /** Creates a shipment with its label and tracking number. */
  mercado_envios_create_shipment: {
    site_id: "MLB" | "MLA" | "MLM";
    shipping_method_id: number;
    /** Height x width x length in cm, comma, grams: 10x15x20,800 */
    dimensions: string;
    sender_address: {
      zip_code: string;
      city?: string | undefined;
      state?: string | undefined;
    };
    receiver_address: {
      zip_code: string;
      city?: string | undefined;
      state?: string | undefined;
      address_line?: string | undefined;
      receiver_name?: string | undefined;
      receiver_phone?: string | undefined;
    };
    /** Major units */
    declared_value?: number | undefined;
    external_reference?: string | undefined;
  };
  /** Gets a shipment with its status, substatus and addresses. */
  mercado_envios_get_shipment: {
    /** Shipment id or tracking number */
    shipment_id: string;
  };
  /** Gets the printable label of a shipment. */
  mercado_envios_get_label: {
    /** Shipment id or tracking number */
    shipment_id: string;
  };
  /** Gets the history of a shipment's statuses. */
  mercado_envios_track_shipment: {
    /** Shipment id or tracking number */
    shipment_id: string;
  };
  /** Creates a payment by Pix, boleto, card, SPEI, OXXO, PSE or wallet. Major units. */
  mercadopago_create_payment: {
    /** Major units, such as 159.9; no decimals in COP and CLP. */
    transaction_amount: number;
    /** BRL, MXN, ARS, COP or CLP. Default: BRL. */
    currency_id?: string | undefined;
    /** pix, bolbradesco, clabe, oxxo, pse, account_money, or a card brand such as visa. */
    payment_method_id?: string | undefined;
    payment_type_id?: "credit_card" | "debit_card" | undefined;
    /** Card token. */
    token?: string | undefined;
    installments?: number | undefined;
    description?: string | undefined;
    /** Your own id of the order. */
    external_reference?: string | undefined;
    /** ISO 8601 with offset. */
    date_of_expiration?: string | undefined;
    issuer_id?: string | undefined;
    /** False only authorises a card. */
    capture?: boolean | undefined;
    binary_mode?: boolean | undefined;
    statement_descriptor?: string | undefined;
    notification_url?: string | undefined;
    /** PSE: where the payer returns to. */
    callback_url?: string | undefined;
    additional_info?: Readonly<Record<string, unknown>> | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    transaction_details?:
      | {
          /** PSE: the payer's bank. */
          financial_institution?: string | undefined;
        }
      | undefined;
    payer?:
      | {
          /** Required by the live API. */
          email?: string | undefined;
          first_name?: string | undefined;
          last_name?: string | undefined;
          entity_type?: "individual" | "association" | undefined;
          identification?:
            | {
                /** CPF, CNPJ, DNI, CC … */
                type?: string | undefined;
                number?: string | undefined;
              }
            | undefined;
          address?: Readonly<Record<string, unknown>> | undefined;
        }
      | undefined;
  };
  /** Reads one payment. */
  mercadopago_get_payment: {
    /** Payment id. */
    id: number | string;
  };
  /** Searches payments, newest first. */
  mercadopago_search_payments: {
    external_reference?: string | undefined;
    status?: string | undefined;
    sort?: string | undefined;
    criteria?: "asc" | "desc" | undefined;
    range?: "date_created" | "date_approved" | "date_last_updated" | undefined;
    /** ISO 8601 with offset. */
    begin_date?: string | undefined;
    /** ISO 8601 with offset. */
    end_date?: string | undefined;
    offset?: number | undefined;
    limit?: number | undefined;
  };
  /** Takes what a card payment that was only authorised holds, whole or in part. */
  mercadopago_capture_payment: {
    /** Payment id. */
    id: number | string;
    /** Major units. Default: all that is held. */
    transaction_amount?: number | undefined;
  };
  /** Cancels a payment that is not yet paid, or releases one that is only authorised. */
  mercadopago_cancel_payment: {
    /** Payment id. */
    id: number | string;
  };
  /** Gives a payment back, whole or in part. */
  mercadopago_create_refund: {
    /** Payment id. */
    payment_id: number | string;
    /** Major units. Default: all that is left. */
    amount?: number | undefined;
  };
  /** Creates a hosted payment page (Checkout Pro). Major units. */
  mercadopago_create_preference: {
    items: readonly {
      id?: string | undefined;
      title?: string | undefined;
      description?: string | undefined;
      picture_url?: string | undefined;
      category_id?: string | undefined;
      quantity?: number | undefined;
      /** Major units. */
      unit_price?: number | undefined;
      currency_id?: string | undefined;
    }[];
    payment_methods?:
      | {
          excluded_payment_methods?:
            | readonly {
                id?: string | undefined;
              }[]
            | undefined;
          excluded_payment_types?:
            | readonly {
                id?: string | undefined;
              }[]
            | undefined;
          installments?: number | undefined;
        }
      | undefined;
    payer?: Readonly<Record<string, unknown>> | undefined;
    back_urls?:
      | {
          success?: string | undefined;
          pending?: string | undefined;
          failure?: string | undefined;
        }
      | undefined;
    /** Your own id of the order. */
    external_reference?: string | undefined;
    additional_info?: string | undefined;
    auto_return?: string | undefined;
    notification_url?: string | undefined;
    statement_descriptor?: string | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    expires?: boolean | undefined;
    /** ISO 8601 with offset. */
    expiration_date_to?: string | undefined;
  };
  /** Reads one hosted payment page. */
  mercadopago_get_preference: {
    id: string;
  };
  /** Searches hosted payment pages, newest first; a result has a few fields alone. */
  mercadopago_search_preferences: {
    external_reference?: string | undefined;
    offset?: number | undefined;
    limit?: number | undefined;
  };
  /** Creates a customer. */
  mercadopago_create_customer: {
    email: string;
    first_name?: string | undefined;
    last_name?: string | undefined;
    identification?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Lists customers. */
  mercadopago_list_customers: {
    email?: string | undefined;
  };
  /** Lists the payment methods of the account's countries. */
  mercadopago_list_payment_methods: Readonly<Record<string, unknown>>;
  /** Reads the order behind a hosted payment page. */
  mercadopago_get_merchant_order: {
    id: string;
  };
  /** Creates a subscription (preapproval). */
  mercadopago_create_subscription: {
    reason: string;
    payer_email?: string | undefined;
    auto_recurring?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Reads one subscription. */
  mercadopago_get_subscription: {
    id: string;
  };
  /** Ends a subscription. */
  mercadopago_cancel_subscription: {
    id: string;
  };
  /** Makes a token of a stored card. Use tok_visa and the like in the sandbox. */
  mercadopago_create_card_token: {
    card_id?: string | undefined;
    customer_id?: string | undefined;
  };
  /** Reads the account's balance in one currency. Major units. */
  mercadopago_get_balance: {
    /** The account's number, as the connection shows it. */
    user_id: string;
    /** Default: BRL. */
    currency_id?: string | undefined;
  };
  /** Issues a product invoice (NF-e). Amounts in reais. */
  nfe_io_create_nfe: {
    serie?: number | undefined;
    operationNature?: string | undefined;
    operationType?: string | undefined;
    destination?: string | undefined;
    printType?: string | undefined;
    purposeType?: string | undefined;
    consumerType?: string | undefined;
    presenceType?: string | undefined;
    buyer: {
      /** NaturalPerson or LegalEntity. */
      type?: string | undefined;
      name?: string | undefined;
      /** CPF or CNPJ, as a number. */
      federalTaxNumber?: number | string | undefined;
      email?: string | undefined;
      address?:
        | {
            /** ISO 3166-1 alpha-3. */
            country?: string | undefined;
            postalCode?: string | undefined;
            street?: string | undefined;
            number?: string | undefined;
            additionalInformation?: string | undefined;
            district?: string | undefined;
            city?:
              | {
                  /** IBGE. */
                  code?: string | undefined;
                  name?: string | undefined;
                }
              | undefined;
            state?: string | undefined;
            phone?: string | undefined;
          }
        | undefined;
      /** TaxPayer, NonTaxPayer or Exempt. */
      stateTaxNumberIndicator?: string | undefined;
      stateTaxNumber?: string | undefined;
    };
    items: readonly {
      code?: string | undefined;
      description?: string | undefined;
      ncm?: string | undefined;
      quantity?: number | undefined;
      /** Reais. */
      unitAmount?: number | undefined;
      /** Reais. */
      totalAmount?: number | undefined;
      cest?: string | undefined;
      cfop?: number | undefined;
      unit?: string | undefined;
      unitTax?: string | undefined;
      quantityTax?: number | undefined;
      /** Reais. */
      taxUnitAmount?: number | undefined;
      totalIndicator?: boolean | undefined;
      tax?:
        | {
            icms?:
              | {
                  origin?: string | undefined;
                  cst?: string | undefined;
                  csosn?: string | undefined;
                  baseTaxModality?: string | undefined;
                  /** Reais. */
                  baseTax?: number | undefined;
                  baseTaxReduction?: number | undefined;
                  rate?: number | undefined;
                  /** Reais. */
                  amount?: number | undefined;
                  snCreditRate?: number | undefined;
                  /** Reais. */
                  snCreditAmount?: number | undefined;
                }
              | undefined;
            pis?:
              | {
                  cst?: string | undefined;
                  /** Reais. */
                  baseTax?: number | undefined;
                  rate?: number | undefined;
                  /** Reais. */
                  amount?: number | undefined;
                }
              | undefined;
            cofins?:
              | {
                  cst?: string | undefined;
                  /** Reais. */
                  baseTax?: number | undefined;
                  rate?: number | undefined;
                  /** Reais. */
                  amount?: number | undefined;
                }
              | undefined;
          }
        | undefined;
    }[];
    totals?:
      | {
          icms?:
            | {
                /** Reais. */
                baseTax?: number | undefined;
                /** Reais. */
                icmsAmount?: number | undefined;
                /** Reais. */
                productAmount?: number | undefined;
                /** Reais. */
                pisAmount?: number | undefined;
                /** Reais. */
                cofinsAmount?: number | undefined;
                /** Reais. */
                invoiceAmount?: number | undefined;
              }
            | undefined;
        }
      | undefined;
    transport?:
      | {
          freightModality?: string | undefined;
        }
      | undefined;
    payment?:
      | readonly {
          paymentDetail?:
            | readonly {
                method?: string | undefined;
                methodDescription?: string | undefined;
                /** Reais. */
                amount?: number | undefined;
              }[]
            | undefined;
        }[]
      | undefined;
    additionalInformation?:
      | {
          taxpayer?: string | undefined;
        }
      | undefined;
  };
  /** Reads a product invoice. */
  nfe_io_get_nfe: {
    id: string;
  };
  /** Cancels a product invoice within 24 h of its authorisation. */
  nfe_io_cancel_nfe: {
    id: string;
    /** 15 to 255 characters. */
    reason?: string | undefined;
  };
  /** Issues a service invoice (NFS-e). Amounts in reais. */
  nfe_io_create_nfse: {
    externalId?: string | undefined;
    borrower?:
      | {
          /** NaturalPerson or LegalEntity. */
          type?: string | undefined;
          name?: string | undefined;
          /** CPF or CNPJ, as a number. */
          federalTaxNumber?: number | string | undefined;
          email?: string | undefined;
          address?:
            | {
                /** ISO 3166-1 alpha-3. */
                country?: string | undefined;
                postalCode?: string | undefined;
                street?: string | undefined;
                number?: string | undefined;
                additionalInformation?: string | undefined;
                district?: string | undefined;
                city?:
                  | {
                      /** IBGE. */
                      code?: string | undefined;
                      name?: string | undefined;
                    }
                  | undefined;
                state?: string | undefined;
                phone?: string | undefined;
              }
            | undefined;
          /** TaxPayer, NonTaxPayer or Exempt. */
          stateTaxNumberIndicator?: string | undefined;
          stateTaxNumber?: string | undefined;
        }
      | undefined;
    cityServiceCode: string;
    federalServiceCode?: string | undefined;
    cnaeCode?: string | undefined;
    nbsCode?: string | undefined;
    rpsSerialNumber?: string | undefined;
    taxationType?: string | undefined;
    /** A share of one. */
    issRate?: number | undefined;
    /** Reais. */
    issTaxAmount?: number | undefined;
    /** Reais. */
    issAmountWithheld?: number | undefined;
    description: string;
    /** Reais. */
    servicesAmount: number;
  };
  /** Reads a service invoice. */
  nfe_io_get_nfse: {
    id: string;
  };
  /** Cancels a service invoice. */
  nfe_io_cancel_nfse: {
    id: string;
  };
  /** Registers a company that will issue documents. */
  nfe_io_create_company: {
    name: string;
    tradeName?: string | undefined;
    /** CNPJ, as a number. */
    federalTaxNumber: number;
    email: string;
    address: {
      country: string;
      postalCode?: string | undefined;
      street: string;
      number: string;
      additionalInformation?: string | undefined;
      district?: string | undefined;
      city?:
        | {
            /** IBGE. */
            code?: string | undefined;
            name?: string | undefined;
          }
        | undefined;
      state?: string | undefined;
    };
    /** The provider's own spelling. RFC 3339. */
    openningDate: string;
    taxRegime: "Isento" | "MicroempreendedorIndividual" | "SimplesNacional" | "LucroPresumido" | "LucroReal";
    /** Such as SociedadeEmpresariaLimitada. */
    legalNature: string;
    municipalTaxNumber: string;
    environment?: "Development" | "Production" | "Staging" | undefined;
  };
  /** Reads the issuing company. */
  nfe_io_get_company: Readonly<Record<string, unknown>>;
  /** Looks a company up in the federal register. */
  nfe_io_get_cnpj: {
    /** With or without mask. */
    cnpj: string;
  };
  /** Reads the account's available balance in centavos. */
  nubank_get_balance: {
    /** Default: the account that was connected. */
    account_id?: string | undefined;
  };
  /** Reads the account's transactions between two dates, oldest first. */
  nubank_get_statement: {
    account_id?: string | undefined;
    /** YYYY-MM-DD. */
    from_date?: string | undefined;
    /** YYYY-MM-DD. */
    to_date?: string | undefined;
  };
  /** Pays by Pix out of the account, by key or by bank details. */
  nubank_create_pix_transfer: {
    /** Centavos. */
    amount: number;
    pix_key?: string | undefined;
    beneficiary?:
      | {
          name?: string | undefined;
          /** CPF or CNPJ, digits. */
          document?: string | undefined;
          ispb?: string | undefined;
          branch?: string | undefined;
          account_number?: string | undefined;
          account_type?: "checking_account" | "savings_account" | "payment_account" | undefined;
        }
      | undefined;
    /** Shown to the receiver. */
    message?: string | undefined;
    /** Your own id of the payment. */
    external_id?: string | undefined;
  };
  /** Reads the state of one payment by Pix. */
  nubank_get_pix_transfer: {
    transfer_id: string;
  };
  /** Lists the Pix keys that are registered for the account. */
  nubank_list_pix_keys: {
    account_id?: string | undefined;
  };
  /** Reads the open or a closed bill of the account's credit card. */
  nubank_get_card_bill: {
    bill_id?: string | undefined;
    state?: "open" | "future" | "closed" | "overdue" | undefined;
  };
  /** Issues an NF-e (model 55). Amounts in reais. */
  nuvem_fiscal_create_nfe: {
    ambiente: "homologacao" | "producao";
    referencia?: string | undefined;
    infNFe: {
      /** 4.00. */
      versao?: string | undefined;
      /** natOp, serie, nNF, dhEmi, idDest, cMunFG and others. */
      ide: Readonly<Record<string, unknown>>;
      /** CNPJ, xNome, enderEmit, IE, CRT. */
      emit: Readonly<Record<string, unknown>>;
      dest?:
        | {
            CPF?: string | undefined;
            CNPJ?: string | undefined;
            xNome?: string | undefined;
            email?: string | undefined;
            /** 1 pays ICMS, 2 is exempt, 9 pays none. */
            indIEDest?: number | undefined;
            IE?: string | undefined;
            /** xLgr, nro, xBairro, cMun (IBGE), xMun, UF, CEP. Compulsory for an NF-e. */
            enderDest?: Readonly<Record<string, unknown>> | undefined;
          }
        | undefined;
      det: readonly Readonly<Record<string, unknown>>[];
      /** ICMSTot.vNF. */
      total: Readonly<Record<string, unknown>>;
      /** modFrete. */
      transp: Readonly<Record<string, unknown>>;
      /** detPag. */
      pag: Readonly<Record<string, unknown>>;
      /** infCpl. */
      infAdic?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Reads an NF-e by id. */
  nuvem_fiscal_get_nfe: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
  };
  /** Cancels an NF-e, within 24 hours after its authorisation. */
  nuvem_fiscal_cancel_nfe: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Registers a correction letter (CC-e) on an NF-e, at most 20 for a document. */
  nuvem_fiscal_create_correction_letter: {
    id: string;
    /** 15 to 1,000 characters. */
    correcao: string;
  };
  /** Issues an NFC-e (model 65). Amounts in reais. */
  nuvem_fiscal_create_nfce: {
    ambiente: "homologacao" | "producao";
    referencia?: string | undefined;
    infNFe: {
      /** 4.00. */
      versao?: string | undefined;
      /** natOp, serie, nNF, dhEmi, idDest, cMunFG and others. */
      ide: Readonly<Record<string, unknown>>;
      /** CNPJ, xNome, enderEmit, IE, CRT. */
      emit: Readonly<Record<string, unknown>>;
      dest?:
        | {
            CPF?: string | undefined;
            CNPJ?: string | undefined;
            xNome?: string | undefined;
            email?: string | undefined;
            /** 1 pays ICMS, 2 is exempt, 9 pays none. */
            indIEDest?: number | undefined;
            IE?: string | undefined;
            /** xLgr, nro, xBairro, cMun (IBGE), xMun, UF, CEP. Compulsory for an NF-e. */
            enderDest?: Readonly<Record<string, unknown>> | undefined;
          }
        | undefined;
      det: readonly Readonly<Record<string, unknown>>[];
      /** ICMSTot.vNF. */
      total: Readonly<Record<string, unknown>>;
      /** modFrete. */
      transp: Readonly<Record<string, unknown>>;
      /** detPag. */
      pag: Readonly<Record<string, unknown>>;
      /** infCpl. */
      infAdic?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Reads an NFC-e by id. */
  nuvem_fiscal_get_nfce: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
  };
  /** Cancels an NFC-e, within 30 minutes after its authorisation. */
  nuvem_fiscal_cancel_nfce: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Issues an NFS-e from a declaration (DPS) of the national standard. Amounts in reais. */
  nuvem_fiscal_create_nfse: {
    ambiente: "homologacao" | "producao";
    referencia?: string | undefined;
    infDPS: {
      /** 1 production, 2 homologação. */
      tpAmb?: number | undefined;
      dhEmi?: string | undefined;
      verAplic?: string | undefined;
      /** YYYY-MM-DD. */
      dCompet?: string | undefined;
      /** CNPJ and regTrib. */
      prest?: Readonly<Record<string, unknown>> | undefined;
      toma?:
        | {
            CPF?: string | undefined;
            CNPJ?: string | undefined;
            xNome?: string | undefined;
            /** endNac (cMun, CEP), xLgr, nro, xCpl, xBairro. */
            end?: Readonly<Record<string, unknown>> | undefined;
            fone?: string | undefined;
            email?: string | undefined;
          }
        | undefined;
      /** cServ: cTribNac and xDescServ. */
      serv?: Readonly<Record<string, unknown>> | undefined;
      /** vServPrest.vServ in reais. */
      valores?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Reads an NFS-e by id. */
  nuvem_fiscal_get_nfse: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
  };
  /** Cancels an NFS-e. */
  nuvem_fiscal_cancel_nfse: {
    id: string;
    codigo?: string | undefined;
    /** 15 to 255 characters. */
    motivo: string;
  };
  /** Issues a CT-e (model 57). The sandbox assumes a road trip inside São Paulo. Amounts in reais. */
  nuvem_fiscal_create_cte: {
    ambiente: "homologacao" | "producao";
    referencia?: string | undefined;
    infCte: {
      /** 4.00. */
      versao?: string | undefined;
      /** dhEmi, serie, nCT. */
      ide?: Readonly<Record<string, unknown>> | undefined;
      /** xObs and ObsCont. */
      compl?: Readonly<Record<string, unknown>> | undefined;
      /** CNPJ, IE, xNome, CRT. */
      emit?: Readonly<Record<string, unknown>> | undefined;
      dest?:
        | {
            CPF?: string | undefined;
            CNPJ?: string | undefined;
            xNome?: string | undefined;
            email?: string | undefined;
            /** 1 pays ICMS, 2 is exempt, 9 pays none. */
            indIEDest?: number | undefined;
            IE?: string | undefined;
            /** xLgr, nro, xBairro, cMun (IBGE), xMun, UF, CEP. Compulsory for an NF-e. */
            enderDest?: Readonly<Record<string, unknown>> | undefined;
          }
        | undefined;
      /** vTPrest and Comp, in reais. */
      vPrest?: Readonly<Record<string, unknown>> | undefined;
      /** ICMS with one of its groups. */
      imp?: Readonly<Record<string, unknown>> | undefined;
      /** infCarga. */
      infCTeNorm?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Reads a CT-e by id. */
  nuvem_fiscal_get_cte: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
  };
  /** Cancels a CT-e, within 7 days after its authorisation. */
  nuvem_fiscal_cancel_cte: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Issues an MDF-e (model 58). The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais. */
  nuvem_fiscal_create_mdfe: {
    ambiente: "homologacao" | "producao";
    referencia?: string | undefined;
    infMDFe: {
      /** 3.00. */
      versao?: string | undefined;
      /** dhEmi, serie, nMDF. */
      ide?: Readonly<Record<string, unknown>> | undefined;
      /** CNPJ, IE, xNome. */
      emit?: Readonly<Record<string, unknown>> | undefined;
      /** versaoModal and rodo. */
      infModal?: Readonly<Record<string, unknown>> | undefined;
      /** infMunDescarga. */
      infDoc?: Readonly<Record<string, unknown>> | undefined;
      infContratante?: readonly Readonly<Record<string, unknown>>[] | undefined;
      /** xProd of the main product. */
      prodPred?: Readonly<Record<string, unknown>> | undefined;
      /** vCarga in reais. */
      tot?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Reads an MDF-e by id. */
  nuvem_fiscal_get_mdfe: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
  };
  /** Cancels an MDF-e, within 24 hours after its authorisation and before the trip has begun. */
  nuvem_fiscal_cancel_mdfe: {
    /** Nuvem Fiscal's id of the document. */
    id: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Ends the trip of an authorised MDF-e. */
  nuvem_fiscal_close_mdfe: {
    id: string;
    /** YYYY-MM-DD. */
    data_encerramento?: string | undefined;
    /** Two letters. */
    uf: string;
    /** IBGE code of the municipality. */
    codigo_municipio: string;
  };
  /** Registers a company that will issue documents. */
  nuvem_fiscal_register_company: {
    cpf_cnpj: string;
    nome_razao_social: string;
    email: string;
    /** Address. */
    endereco?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Looks a company up in the federal register. */
  nuvem_fiscal_get_cnpj: {
    /** With or without mask. */
    cnpj: string;
  };
  /** Looks a postal code up. */
  nuvem_fiscal_get_cep: {
    /** Eight digits. */
    cep: string;
  };
  /** Adds a customer or supplier (IncluirCliente). */
  omie_create_customer: {
    /** Your own id of the customer, unique in the account; one is made where you give none. */
    codigo_cliente_integracao?: string | undefined;
    razao_social: string;
    nome_fantasia?: string | undefined;
    cnpj_cpf?: string | undefined;
    email?: string | undefined;
    telefone1_ddd?: string | undefined;
    telefone1_numero?: string | undefined;
    endereco?: string | undefined;
    endereco_numero?: string | undefined;
    bairro?: string | undefined;
    /** As in SAO PAULO (SP). */
    cidade?: string | undefined;
    /** Two letters. */
    estado?: string | undefined;
    cep?: string | undefined;
  };
  /** Lists customers and suppliers (ListarClientes). */
  omie_list_customers: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 500. */
    registros_por_pagina?: number | undefined;
    apenas_importado_api?: "S" | "N" | undefined;
    clientesFiltro?:
      | {
          cnpj_cpf?: string | undefined;
          email?: string | undefined;
        }
      | undefined;
  };
  /** Adds a product with its NCM code and price (IncluirProduto). */
  omie_create_product: {
    /** Your own id of the product, unique in the account; one is made where you give none. */
    codigo_produto_integracao?: string | undefined;
    /** SKU. */
    codigo: string;
    descricao: string;
    /** Such as UN. */
    unidade: string;
    /** 9999.99.99 */
    ncm: string;
    /** Reais. */
    valor_unitario?: number | undefined;
    ean?: string | undefined;
  };
  /** Lists products (ListarProdutos). */
  omie_list_products: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 500. */
    registros_por_pagina?: number | undefined;
    apenas_importado_api?: "S" | "N" | undefined;
    filtrar_apenas_omiepdv?: "S" | "N" | undefined;
  };
  /** Adds a sales order with its items (IncluirPedido). */
  omie_create_order: {
    cabecalho: {
      /** Your own id, unique in the account; one is made where you give none. */
      codigo_pedido_integracao?: string | undefined;
      /** Omie's id. */
      codigo_cliente: number;
      /** DD/MM/AAAA. */
      data_previsao: string;
      /** 10: order, 20: stock set apart, 50: to invoice, 60: invoiced. */
      etapa?: string | undefined;
      /** 000: at once. */
      codigo_parcela?: string | undefined;
    };
    det: readonly {
      ide?:
        | {
            codigo_item_integracao?: string | undefined;
          }
        | undefined;
      produto?:
        | {
            /** Omie's id. */
            codigo_produto?: number | undefined;
            cfop?: string | undefined;
            quantidade?: number | undefined;
            /** Reais. */
            valor_unitario?: number | undefined;
            tipo_desconto?: "V" | "P" | undefined;
            valor_desconto?: number | undefined;
          }
        | undefined;
    }[];
    frete?:
      | {
          /** 9: none. */
          modalidade?: string | undefined;
          /** Reais. */
          valor_frete?: number | undefined;
        }
      | undefined;
    informacoes_adicionais?:
      | {
          codigo_categoria?: string | undefined;
          codigo_conta_corrente?: number | undefined;
          consumidor_final?: "S" | "N" | undefined;
          enviar_email?: "S" | "N" | undefined;
        }
      | undefined;
  };
  /** Reads one sales order by Omie's id or yours (ConsultarPedido). */
  omie_get_order: {
    codigo_pedido?: number | undefined;
    codigo_pedido_integracao?: string | undefined;
  };
  /** Lists sales orders (ListarPedidos). */
  omie_list_orders: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 500. */
    registros_por_pagina?: number | undefined;
    apenas_importado_api?: "S" | "N" | undefined;
    etapa?: string | undefined;
    /** DD/MM/AAAA. */
    filtrar_por_data_de?: string | undefined;
    /** DD/MM/AAAA. */
    filtrar_por_data_ate?: string | undefined;
  };
  /** Adds a service order, from which an NFS-e can be issued (IncluirOS). */
  omie_create_service_order: {
    Cabecalho: {
      /** Your own id of the order, unique in the account; one is made where you give none. */
      cCodIntOS?: string | undefined;
      /** Omie's id of the customer. */
      nCodCli: number;
      cEtapa?: string | undefined;
      /** DD/MM/AAAA. */
      dDtPrevisao?: string | undefined;
      cCodParc?: string | undefined;
      nQtdeParc?: number | undefined;
    };
    ServicosPrestados: readonly {
      cDescServ?: string | undefined;
      /** Such as 7.07. */
      cCodServLC116?: string | undefined;
      cCodServMun?: string | undefined;
      nQtde?: number | undefined;
      /** Reais. */
      nValUnit?: number | undefined;
      cRetemISS?: "S" | "N" | undefined;
    }[];
    InformacoesAdicionais?:
      | {
          cCidPrestServ?: string | undefined;
          cCodCateg?: string | undefined;
          nCodCC?: number | undefined;
        }
      | undefined;
    Email?:
      | {
          cEnviarPara?: string | undefined;
          cEnvBoleto?: "S" | "N" | undefined;
          cEnvLink?: "S" | "N" | undefined;
        }
      | undefined;
  };
  /** Adds an account receivable (IncluirContaReceber). */
  omie_create_receivable: {
    /** Your own id, unique in the account; one is made where you give none. */
    codigo_lancamento_integracao?: string | undefined;
    /** Omie's id of the customer or supplier. */
    codigo_cliente_fornecedor: number;
    /** DD/MM/AAAA. */
    data_vencimento: string;
    /** DD/MM/AAAA. */
    data_previsao?: string | undefined;
    /** Reais. */
    valor_documento: number;
    /** Such as 1.01.02. */
    codigo_categoria: string;
    id_conta_corrente?: number | undefined;
    observacao?: string | undefined;
  };
  /** Lists accounts receivable (ListarContasReceber). */
  omie_list_receivables: {
    /** From 1. */
    pagina?: number | undefined;
    /** At most 500. */
    registros_por_pagina?: number | undefined;
    apenas_importado_api?: "S" | "N" | undefined;
    filtrar_cliente?: number | undefined;
    /** Such as ATRASADO, RECEBIDO. */
    filtrar_por_status?: string | undefined;
    exibir_obs?: boolean | undefined;
  };
  /** Adds an account payable (IncluirContaPagar). */
  omie_create_payable: {
    /** Your own id, unique in the account; one is made where you give none. */
    codigo_lancamento_integracao?: string | undefined;
    /** Omie's id of the customer or supplier. */
    codigo_cliente_fornecedor: number;
    /** DD/MM/AAAA. */
    data_vencimento: string;
    /** DD/MM/AAAA. */
    data_previsao?: string | undefined;
    /** Reais. */
    valor_documento: number;
    /** Such as 1.01.02. */
    codigo_categoria: string;
    id_conta_corrente?: number | undefined;
    observacao?: string | undefined;
    numero_documento_fiscal?: string | undefined;
    codigo_barras_ficha_compensacao?: string | undefined;
  };
  /** Asks a customer's consent to read their accounts and cards for a time. */
  open_finance_create_consent: {
    data: {
      loggedUser: {
        document?:
          | {
              /** CPF or CNPJ, digits. */
              identification?: string | undefined;
              rel?: "CPF" | "CNPJ" | undefined;
            }
          | undefined;
      };
      businessEntity?:
        | {
            document?:
              | {
                  /** CPF or CNPJ, digits. */
                  identification?: string | undefined;
                  rel?: "CPF" | "CNPJ" | undefined;
                }
              | undefined;
          }
        | undefined;
      /** Such as ACCOUNTS_READ, ACCOUNTS_BALANCES_READ, RESOURCES_READ. */
      permissions: readonly string[];
      /** ISO 8601 in UTC, at most 12 months ahead. */
      expirationDateTime?: string | undefined;
    };
  };
  /** Reads a consent: awaiting authorisation, authorised or rejected. */
  open_finance_get_consent: {
    /** urn:… */
    consentId: string;
  };
  /** Ends a consent, so that nothing can be read under it any more. */
  open_finance_revoke_consent: {
    /** urn:… */
    consentId: string;
  };
  /** Lists the accounts that the holder shares. */
  open_finance_list_accounts: {
    /** From 1. */
    page?: number | undefined;
    "page-size"?: number | undefined;
    "pagination-key"?: string | undefined;
    accountType?: "CONTA_DEPOSITO_A_VISTA" | "CONTA_POUPANCA" | "CONTA_PAGAMENTO_PRE_PAGA" | undefined;
  };
  /** Reads the balances of one shared account. */
  open_finance_get_balance: {
    accountId: string;
  };
  /** Lists the transactions of one shared account. */
  open_finance_list_transactions: {
    accountId: string;
    /** From 1. */
    page?: number | undefined;
    "page-size"?: number | undefined;
    "pagination-key"?: string | undefined;
    /** YYYY-MM-DD. */
    fromBookingDate?: string | undefined;
    /** YYYY-MM-DD. */
    toBookingDate?: string | undefined;
    creditDebitIndicator?: "CREDITO" | "DEBITO" | undefined;
  };
  /** Lists the credit card accounts that the holder shares. */
  open_finance_list_credit_cards: {
    /** From 1. */
    page?: number | undefined;
    "page-size"?: number | undefined;
    "pagination-key"?: string | undefined;
  };
  /** Creates an order with its charge by Pix, boleto or credit card. Amounts are in cents. */
  pagarme_create_order: {
    /** Your own id of the order. */
    code?: string | undefined;
    items: readonly {
      code?: string | undefined;
      description?: string | undefined;
      quantity?: number | undefined;
      /** Cents each. */
      amount?: number | undefined;
    }[];
    customer?:
      | {
          name?: string | undefined;
          email?: string | undefined;
          type?: "individual" | "company" | undefined;
          /** CPF or CNPJ, without punctuation. */
          document?: string | undefined;
          phones?:
            | {
                mobile_phone?:
                  | {
                      country_code?: string | undefined;
                      area_code?: string | undefined;
                      number?: string | undefined;
                    }
                  | undefined;
              }
            | undefined;
          address?:
            | {
                /** Number, street, district. */
                line_1?: string | undefined;
                line_2?: string | undefined;
                /** Digits. */
                zip_code?: string | undefined;
                city?: string | undefined;
                state?: string | undefined;
                /** Two letters. */
                country?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    customer_id?: string | undefined;
    payments: readonly {
      payment_method: "pix" | "boleto" | "credit_card";
      /** Cents. Default: what the items add up to. */
      amount?: number | undefined;
      pix?:
        | {
            /** Seconds. */
            expires_in?: number | undefined;
            /** ISO 8601. */
            expires_at?: string | undefined;
          }
        | undefined;
      boleto?:
        | {
            /** ISO 8601. */
            due_at?: string | undefined;
            instructions?: string | undefined;
          }
        | undefined;
      credit_card?:
        | {
            installments?: number | undefined;
            card_token?: string | undefined;
            statement_descriptor?: string | undefined;
            operation_type?: "auth_and_capture" | "auth_only" | undefined;
          }
        | undefined;
    }[];
  };
  /** Reads one order with its charges. */
  pagarme_get_order: {
    order_id: string;
  };
  /** Lists orders, newest first. */
  pagarme_list_orders: {
    code?: string | undefined;
    status?: string | undefined;
    /** ISO 8601. */
    created_since?: string | undefined;
    /** ISO 8601. */
    created_until?: string | undefined;
    page?: number | undefined;
    /** At most 30. */
    size?: number | undefined;
  };
  /** Adds a charge to an open order. */
  pagarme_create_charge: {
    order_id: string;
    /** Cents. */
    amount: number;
    payment: {
      payment_method: "pix" | "boleto" | "credit_card";
      /** Cents. Default: what the items add up to. */
      amount?: number | undefined;
      pix?:
        | {
            /** Seconds. */
            expires_in?: number | undefined;
            /** ISO 8601. */
            expires_at?: string | undefined;
          }
        | undefined;
      boleto?:
        | {
            /** ISO 8601. */
            due_at?: string | undefined;
            instructions?: string | undefined;
          }
        | undefined;
      credit_card?:
        | {
            installments?: number | undefined;
            card_token?: string | undefined;
            statement_descriptor?: string | undefined;
            operation_type?: "auth_and_capture" | "auth_only" | undefined;
          }
        | undefined;
    };
  };
  /** Reads one charge. */
  pagarme_get_charge: {
    charge_id: string;
  };
  /** Takes what a charge of auth_only holds, whole or in part; the rest is released. */
  pagarme_capture_charge: {
    charge_id: string;
    /** Cents. Default: all that is held. */
    amount?: number | undefined;
  };
  /** Cancels a charge that is not yet paid, or releases one that is only authorised. */
  pagarme_cancel_charge: {
    charge_id: string;
  };
  /** Gives a paid charge back, whole or in part. */
  pagarme_refund_charge: {
    charge_id: string;
    /** Cents. Default: all that is left. */
    amount?: number | undefined;
  };
  /** Creates a customer. */
  pagarme_create_customer: {
    name: string;
    email?: string | undefined;
    type?: string | undefined;
    document?: string | undefined;
    code?: string | undefined;
  };
  /** Creates a recipient (recebedor) for splits. */
  pagarme_create_recipient: {
    name: string;
    email?: string | undefined;
    document: string;
    type?: string | undefined;
  };
  /** Lists recipients. */
  pagarme_list_recipients: {
    page?: number | undefined;
    size?: number | undefined;
  };
  /** Creates a subscription that charges in every interval. */
  pagarme_create_subscription: {
    customer_id: string;
    payment_method: string;
    interval: "day" | "week" | "month" | "year";
    interval_count?: number | undefined;
    items?:
      | readonly {
          description?: string | undefined;
          quantity?: number | undefined;
        }[]
      | undefined;
    card_token?: string | undefined;
  };
  /** Creates a hosted payment page. Amounts are in cents. */
  pagarme_create_payment_link: {
    type: "order";
    name?: string | undefined;
    /** Your own id of the order. */
    order_code?: string | undefined;
    /** Minutes. */
    expires_in?: number | undefined;
    payment_settings: {
      accepted_payment_methods?: readonly ("pix" | "boleto" | "credit_card")[] | undefined;
    };
    cart_settings: {
      items?:
        | readonly {
            name?: string | undefined;
            default_quantity?: number | undefined;
            /** Cents each. */
            amount?: number | undefined;
          }[]
        | undefined;
    };
    flow_settings?:
      | {
          success_url?: string | undefined;
        }
      | undefined;
  };
  /** Transfers a recipient's balance to its bank account. */
  pagarme_create_transfer: {
    recipient_id: string;
    /** Cents. */
    amount: number;
    metadata: Readonly<Record<string, unknown>>;
  };
  /** Reads a recipient's balance in cents; the account has its own recipient. */
  pagarme_get_balance: {
    recipient_id: string;
  };
  /** Creates an order that is paid by QR code (Pix or the PagBank wallet), by boleto or by card. Amounts are in cents. */
  pagseguro_create_order: {
    /** Your own id of the order. */
    reference_id?: string | undefined;
    customer: {
      name: string;
      email: string;
      /** CPF or CNPJ, without punctuation. */
      tax_id: string;
      phones?:
        | readonly {
            /** 55. */
            country?: string | undefined;
            area?: string | undefined;
            number?: string | undefined;
            type?: "MOBILE" | undefined;
          }[]
        | undefined;
    };
    items?:
      | readonly {
          reference_id?: string | undefined;
          name?: string | undefined;
          quantity?: number | undefined;
          /** Cents. */
          unit_amount?: number | undefined;
        }[]
      | undefined;
    /** Who is told what becomes of it. Default: the connection's. */
    notification_urls?: readonly string[] | undefined;
    /** One code, or else one charge. */
    qr_codes?:
      | readonly {
          amount?:
            | {
                /** Cents. */
                value: number;
                currency?: "BRL" | undefined;
              }
            | undefined;
          /** ISO 8601. */
          expiration_date?: string | undefined;
          /** Default: PIX. */
          arrangements?: readonly ("PIX" | "PAGBANK")[] | undefined;
        }[]
      | undefined;
    charges?:
      | readonly {
          reference_id?: string | undefined;
          description?: string | undefined;
          amount: {
            /** Cents. */
            value: number;
            currency?: "BRL" | undefined;
          };
          payment_method: {
            type: "CREDIT_CARD" | "DEBIT_CARD" | "BOLETO";
            installments?: number | undefined;
            capture?: boolean | undefined;
            soft_descriptor?: string | undefined;
            card?:
              | {
                  /** A stored card. */
                  id?: string | undefined;
                  /** From PagBank's card form. */
                  encrypted?: string | undefined;
                  security_code?: string | undefined;
                  holder?:
                    | {
                        name?: string | undefined;
                        tax_id?: string | undefined;
                      }
                    | undefined;
                  store?: boolean | undefined;
                }
              | undefined;
            boleto?:
              | {
                  /** YYYY-MM-DD. */
                  due_date?: string | undefined;
                  instruction_lines?:
                    | {
                        line_1?: string | undefined;
                        line_2?: string | undefined;
                      }
                    | undefined;
                  holder?:
                    | {
                        name: string;
                        tax_id: string;
                        email: string;
                        address: {
                          street?: string | undefined;
                          number?: string | undefined;
                          complement?: string | undefined;
                          /** District. */
                          locality?: string | undefined;
                          city?: string | undefined;
                          /** Such as SP. */
                          region_code?: string | undefined;
                          country?: "BRA" | undefined;
                          /** Digits. */
                          postal_code?: string | undefined;
                        };
                      }
                    | undefined;
                }
              | undefined;
          };
        }[]
      | undefined;
  };
  /** Reads one order with its QR code and charge. */
  pagseguro_get_order: {
    order_id: string;
  };
  /** Charges an order that was made without a charge. */
  pagseguro_create_charge: {
    order_id: string;
    charges: readonly {
      reference_id?: string | undefined;
      description?: string | undefined;
      amount: {
        /** Cents. */
        value: number;
        currency?: "BRL" | undefined;
      };
      payment_method: {
        type: "CREDIT_CARD" | "DEBIT_CARD" | "BOLETO";
        installments?: number | undefined;
        capture?: boolean | undefined;
        soft_descriptor?: string | undefined;
        card?:
          | {
              /** A stored card. */
              id?: string | undefined;
              /** From PagBank's card form. */
              encrypted?: string | undefined;
              security_code?: string | undefined;
              holder?:
                | {
                    name?: string | undefined;
                    tax_id?: string | undefined;
                  }
                | undefined;
              store?: boolean | undefined;
            }
          | undefined;
        boleto?:
          | {
              /** YYYY-MM-DD. */
              due_date?: string | undefined;
              instruction_lines?:
                | {
                    line_1?: string | undefined;
                    line_2?: string | undefined;
                  }
                | undefined;
              holder?:
                | {
                    name: string;
                    tax_id: string;
                    email: string;
                    address: {
                      street?: string | undefined;
                      number?: string | undefined;
                      complement?: string | undefined;
                      /** District. */
                      locality?: string | undefined;
                      city?: string | undefined;
                      /** Such as SP. */
                      region_code?: string | undefined;
                      country?: "BRA" | undefined;
                      /** Digits. */
                      postal_code?: string | undefined;
                    };
                  }
                | undefined;
            }
          | undefined;
      };
    }[];
  };
  /** Reads one charge. */
  pagseguro_get_charge: {
    charge_id: string;
  };
  /** Captures an authorised charge, whole or in part; the rest is released. */
  pagseguro_capture_charge: {
    charge_id: string;
    amount: {
      /** Cents. */
      value: number;
      currency?: "BRL" | undefined;
    };
  };
  /** Cancels a boleto that is not yet paid, or releases a card that is only authorised. A QR code that nobody has paid has no charge, and ends by itself. */
  pagseguro_cancel_charge: {
    charge_id: string;
    amount: {
      /** Cents. */
      value: number;
      currency?: "BRL" | undefined;
    };
  };
  /** Gives a paid charge back, whole or in part; one that is not paid yet is cancelled. */
  pagseguro_refund_charge: {
    charge_id: string;
    amount: {
      /** Cents. */
      value: number;
      currency?: "BRL" | undefined;
    };
  };
  /** Reads the QR code of an order. */
  pagseguro_get_pix_qrcode: {
    order_id: string;
  };
  /** Creates a customer. */
  pagseguro_create_customer: {
    name: string;
    email: string;
    tax_id: string;
    reference_id?: string | undefined;
  };
  /** Subscribes a customer to a plan. */
  pagseguro_create_subscription: {
    reference_id?: string | undefined;
    plan: {
      id?: string | undefined;
    };
    customer: {
      id?: string | undefined;
    };
    amount?:
      | {
          /** Cents. */
          value: number;
          currency?: "BRL" | undefined;
        }
      | undefined;
    payment_method?:
      | readonly {
          type?: string | undefined;
          card?:
            | {
                security_code?: string | undefined;
              }
            | undefined;
        }[]
      | undefined;
    pro_rata?: boolean | undefined;
  };
  /** Ends a subscription. */
  pagseguro_cancel_subscription: {
    subscription_id: string;
  };
  /** Lists subscriptions. */
  pagseguro_list_subscriptions: {
    status?: string | undefined;
    q?: string | undefined;
    offset?: number | undefined;
    limit?: number | undefined;
  };
  /** Divides a charge among several accounts. */
  pagseguro_create_split: {
    charge_id: string;
    receivers: readonly Readonly<Record<string, unknown>>[];
  };
  /** Reads the dispute of a charge. */
  pagseguro_get_dispute: {
    charge_id: string;
  };
  /** Reads the account's balance in cents. */
  pagseguro_get_balance: Readonly<Record<string, unknown>>;
  /** Issues an NF-e. Amounts in reais. The response is a receipt; read the document by its id. */
  plugnotas_create_nfe: {
    idIntegracao?: string | undefined;
    natureza?: string | undefined;
    serie?: string | undefined;
    presencial?: number | undefined;
    consumidorFinal?: boolean | undefined;
    emitente?:
      | {
          cpfCnpj?: string | undefined;
        }
      | undefined;
    destinatario?:
      | {
          cpfCnpj?: string | undefined;
          razaoSocial?: string | undefined;
          inscricaoEstadual?: string | undefined;
          email?: string | undefined;
          endereco?:
            | {
                logradouro?: string | undefined;
                numero?: string | undefined;
                complemento?: string | undefined;
                bairro?: string | undefined;
                /** IBGE. */
                codigoCidade?: string | undefined;
                descricaoCidade?: string | undefined;
                cep?: string | undefined;
                estado?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    itens?:
      | readonly {
          codigo?: string | undefined;
          descricao?: string | undefined;
          ncm?: string | undefined;
          cest?: string | undefined;
          cfop?: string | undefined;
          unidade?:
            | {
                comercial?: string | undefined;
                tributavel?: string | undefined;
              }
            | undefined;
          quantidade?:
            | {
                comercial?: number | undefined;
                tributavel?: number | undefined;
              }
            | undefined;
          valorUnitario?:
            | {
                /** Reais. */
                comercial?: number | undefined;
                /** Reais. */
                tributavel?: number | undefined;
              }
            | undefined;
          /** Reais. */
          valor?: number | undefined;
          tributos?:
            | {
                icms?:
                  | {
                      origem?: string | undefined;
                      cst?: string | undefined;
                      baseCalculo?:
                        | {
                            modalidadeDeterminacao?: number | undefined;
                            /** Reais. */
                            valor?: number | undefined;
                            percentualReducao?: number | undefined;
                          }
                        | undefined;
                      aliquota?: number | undefined;
                      /** Reais. */
                      valor?: number | undefined;
                      creditoSimplesNacional?:
                        | {
                            percentual?: number | undefined;
                            /** Reais. */
                            valor?: number | undefined;
                          }
                        | undefined;
                    }
                  | undefined;
                pis?:
                  | {
                      cst?: string | undefined;
                      baseCalculo?:
                        | {
                            /** Reais. */
                            valor?: number | undefined;
                          }
                        | undefined;
                      aliquota?: number | undefined;
                      /** Reais. */
                      valor?: number | undefined;
                    }
                  | undefined;
                cofins?:
                  | {
                      cst?: string | undefined;
                      baseCalculo?:
                        | {
                            /** Reais. */
                            valor?: number | undefined;
                          }
                        | undefined;
                      aliquota?: number | undefined;
                      /** Reais. */
                      valor?: number | undefined;
                    }
                  | undefined;
              }
            | undefined;
        }[]
      | undefined;
    pagamentos?:
      | readonly {
          aVista?: boolean | undefined;
          meio?: string | undefined;
          /** Reais. */
          valor?: number | undefined;
        }[]
      | undefined;
    informacoesComplementares?: string | undefined;
  };
  /** Reads an NF-e by id; also a CT-e or MDF-e. */
  plugnotas_get_nfe: {
    id: string;
  };
  /** Cancels an NF-e (24 h), CT-e (7 days) or MDF-e (24 h). */
  plugnotas_cancel_nfe: {
    id: string;
    /** 15 to 255 characters. */
    justificativa: string;
  };
  /** Issues an NFS-e. Amounts in reais. The response is a receipt; read the document by its id. */
  plugnotas_create_nfse: {
    idIntegracao?: string | undefined;
    prestador?:
      | {
          cpfCnpj?: string | undefined;
        }
      | undefined;
    tomador?:
      | {
          cpfCnpj?: string | undefined;
          razaoSocial?: string | undefined;
          inscricaoEstadual?: string | undefined;
          email?: string | undefined;
          endereco?:
            | {
                logradouro?: string | undefined;
                numero?: string | undefined;
                complemento?: string | undefined;
                bairro?: string | undefined;
                /** IBGE. */
                codigoCidade?: string | undefined;
                descricaoCidade?: string | undefined;
                cep?: string | undefined;
                estado?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    servico?:
      | readonly {
          codigo?: string | undefined;
          codigoTributacao?: string | undefined;
          discriminacao?: string | undefined;
          cnae?: string | undefined;
          iss?:
            | {
                aliquota?: number | undefined;
                retido?: boolean | undefined;
              }
            | undefined;
          valor?:
            | {
                /** Reais. */
                servico?: number | undefined;
              }
            | undefined;
        }[]
      | undefined;
  };
  /** Reads an NFS-e by id. */
  plugnotas_get_nfse: {
    id: string;
  };
  /** Cancels an NFS-e. */
  plugnotas_cancel_nfse: {
    id: string;
    motivo?: string | undefined;
  };
  /** Issues a CT-e. The sandbox assumes a road trip inside São Paulo. Amounts in reais. The response is a receipt; read the document by its id. */
  plugnotas_create_cte: {
    idIntegracao?: string | undefined;
    destinatario?:
      | {
          cpfCnpj?: string | undefined;
          razaoSocial?: string | undefined;
          inscricaoEstadual?: string | undefined;
          email?: string | undefined;
          endereco?:
            | {
                logradouro?: string | undefined;
                numero?: string | undefined;
                complemento?: string | undefined;
                bairro?: string | undefined;
                /** IBGE. */
                codigoCidade?: string | undefined;
                descricaoCidade?: string | undefined;
                cep?: string | undefined;
                estado?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    valores?:
      | {
          /** Reais. */
          valorTotal?: number | undefined;
          /** Reais. */
          valorReceber?: number | undefined;
          componentes?:
            | readonly {
                nome?: string | undefined;
                /** Reais. */
                valor?: number | undefined;
              }[]
            | undefined;
        }
      | undefined;
    observacao?: string | undefined;
  };
  /** Issues an MDF-e. The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais. The response is a receipt; read the document by its id. */
  plugnotas_create_mdfe: {
    idIntegracao?: string | undefined;
    carga?:
      | {
          /** Reais. */
          valor?: number | undefined;
        }
      | undefined;
    produtoPredominante?:
      | {
          descricao?: string | undefined;
          ncm?: string | undefined;
        }
      | undefined;
  };
  /** Asks whether the authoriser is in operation (NFeStatusServico4). */
  sefaz_get_service_status: {
    /** Two letters. */
    uf?: string | undefined;
  };
  /** Authorises an NF-e (NFeAutorizacao4). Amounts in reais. */
  sefaz_authorize_nfe: {
    infNFe: {
      versao?: string | undefined;
      /** By the names of the XML. */
      ide?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      emit?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      dest?: Readonly<Record<string, unknown>> | undefined;
      det?: readonly Readonly<Record<string, unknown>>[] | undefined;
      /** By the names of the XML. */
      total?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      transp?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      pag?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      infAdic?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Asks for the state of an NF-e, CT-e or MDF-e by access key (NFeConsultaProtocolo4). */
  sefaz_get_nfe_protocol: {
    /** Access key, 44 characters. */
    chNFe: string;
  };
  /** Registers the cancellation of an NF-e (24 h), CT-e (7 days) or MDF-e (24 h) (NFeRecepcaoEvento4). A refusal is in infEvento.cStat. */
  sefaz_cancel_nfe: {
    /** Access key, 44 characters. */
    chNFe: string;
    nProt?: string | undefined;
    /** 15 to 255 characters. */
    xJust: string;
  };
  /** Authorises a CT-e (CTeRecepcaoSincV4). The sandbox assumes a road trip inside São Paulo. Amounts in reais. */
  sefaz_authorize_cte: {
    infCte: {
      versao?: string | undefined;
      /** By the names of the XML. */
      ide?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      compl?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      emit?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      dest?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      vPrest?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      imp?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      infCTeNorm?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Authorises an MDF-e (MDFeRecepcaoSinc). The sandbox assumes one truck, plate ABC1D23, inside São Paulo. Amounts in reais. */
  sefaz_authorize_mdfe: {
    infMDFe: {
      versao?: string | undefined;
      /** By the names of the XML. */
      infModal?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      infDoc?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      ide?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      emit?: Readonly<Record<string, unknown>> | undefined;
      infContratante?: readonly Readonly<Record<string, unknown>>[] | undefined;
      /** By the names of the XML. */
      prodPred?: Readonly<Record<string, unknown>> | undefined;
      /** By the names of the XML. */
      tot?: Readonly<Record<string, unknown>> | undefined;
    };
  };
  /** Looks a taxpayer up in the state's register (CadConsultaCadastro4). */
  sefaz_get_taxpayer: {
    /** Two letters. */
    UF?: string | undefined;
    CNPJ: string;
  };
  /** Writes and transmits the bookkeeping file (EFD ICMS/IPI) of a month. */
  sefaz_create_sped_file: {
    /** YYYY-MM. */
    periodo: string;
    tipo?: "efd_icms_ipi" | undefined;
  };
  /** Reads a bookkeeping file with its lines. */
  sefaz_get_sped_file: {
    id: string;
  };
  /** Sends an e-mail. */
  sendgrid_send_email: {
    personalizations: readonly {
      to: readonly {
        email: string;
        name?: string | undefined;
      }[];
      subject?: string | undefined;
      dynamic_template_data?: Readonly<Record<string, unknown>> | undefined;
    }[];
    /** A verified sender; the account's default when left out */
    from?:
      | {
          email: string;
          name?: string | undefined;
        }
      | undefined;
    reply_to?:
      | {
          email: string;
          name?: string | undefined;
        }
      | undefined;
    subject?: string | undefined;
    content: readonly {
      /** text/plain or text/html */
      type: string;
      value: string;
    }[];
    /** Texts that come back in every event of the message */
    custom_args?: Readonly<Record<string, unknown>> | undefined;
    categories?: readonly string[] | undefined;
  };
  /** Sends a dynamic template with its data. */
  sendgrid_send_template: {
    personalizations: readonly {
      to: readonly {
        email: string;
        name?: string | undefined;
      }[];
      subject?: string | undefined;
      dynamic_template_data?: Readonly<Record<string, unknown>> | undefined;
    }[];
    /** A verified sender; the account's default when left out */
    from?:
      | {
          email: string;
          name?: string | undefined;
        }
      | undefined;
    template_id: string;
    /** Texts that come back in every event of the message */
    custom_args?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Gets a message with its status (Email Activity). */
  sendgrid_get_message: {
    msg_id: string;
  };
  /** Lists the dynamic templates. */
  sendgrid_list_templates: {
    generations?: "dynamic" | "legacy" | undefined;
    /** 1 to 200 */
    page_size?: number | undefined;
    page_token?: string | undefined;
  };
  /** Puts addresses on the list of those that get no more mail. */
  sendgrid_add_suppression: {
    recipient_emails: readonly string[];
  };
  /** Prices pieces between two Colombian postal codes with each product. */
  servientrega_get_rates: {
    /** 6 digits */
    CodigoPostalOrigen: string;
    /** 6 digits */
    CodigoPostalDestino: string;
    Piezas: readonly {
      /** kg */
      Peso: number;
      /** cm */
      Largo: number;
      /** cm */
      Ancho: number;
      /** cm */
      Alto: number;
    }[];
    /** Pesos */
    ValorDeclarado?: number | undefined;
  };
  /** Makes a guide (guía) with its number and printable label. */
  servientrega_create_guide: {
    /** 2 Premier, 6 Industrial */
    IdProducto: number;
    /** 6 digits */
    CodigoPostalOrigen: string;
    /** 6 digits */
    CodigoPostalDestino: string;
    Piezas: readonly {
      /** kg */
      Peso: number;
      /** cm */
      Largo: number;
      /** cm */
      Ancho: number;
      /** cm */
      Alto: number;
    }[];
    /** Pesos */
    ValorDeclarado?: number | undefined;
    /** Recipient */
    Nom_Contacto?: string | undefined;
    Des_Direccion?: string | undefined;
    Des_Telefono?: string | undefined;
    Num_Documento?: string | undefined;
    Des_CiudadOrigen?: string | undefined;
    Des_CiudadDestino?: string | undefined;
    Num_Referencia?: string | undefined;
  };
  /** Gets a guide with its status and label. */
  servientrega_get_guide: {
    /** Guide number, 10 digits */
    NumGui: string;
  };
  /** Gets the movements of a guide. */
  servientrega_track_guide: {
    /** Guide number, 10 digits */
    NumGui: string;
  };
  /** Lists the cities served, by department. */
  servientrega_list_cities: {
    /** Such as ANT */
    departamento?: string | undefined;
  };
  /** Cancels (anula) a guide that was not handed in. */
  servientrega_cancel_guide: {
    /** Guide number, 10 digits */
    NumGui: string;
  };
  /** Creates a boleto. The value is in reais. */
  sicredi_create_boleto: {
    /** Default: the account's own. */
    codigoBeneficiario?: string | undefined;
    tipoCobranca?: "NORMAL" | "HIBRIDO" | undefined;
    /** Default: DUPLICATA_MERCANTIL_INDICACAO. */
    especieDocumento?: string | undefined;
    /** Your own id, at most 10 characters. */
    seuNumero: string;
    /** A second id of yours, at most 25 characters. Drawn when left out. */
    idTituloEmpresa?: string | undefined;
    /** Reais, such as 159.9. */
    valor: number;
    /** YYYY-MM-DD. */
    dataVencimento: string;
    pagador?:
      | {
          documento?: string | undefined;
          tipoPessoa?: "PESSOA_FISICA" | "PESSOA_JURIDICA" | undefined;
          nome?: string | undefined;
          email?: string | undefined;
          telefone?: string | undefined;
          endereco?: string | undefined;
          cidade?: string | undefined;
          uf?: string | undefined;
          /** Digits. */
          cep?: string | undefined;
        }
      | undefined;
    /** Lines on the boleto; in the sandbox the first is the whole of your own id, if it is longer. */
    informativos?: readonly string[] | undefined;
    mensagens?: readonly string[] | undefined;
  };
  /** Reads one boleto. */
  sicredi_get_boleto: {
    nossoNumero: string;
    codigoBeneficiario?: string | undefined;
  };
  /** Lists the boletos that were paid on one day, oldest first. */
  sicredi_list_boletos: {
    codigoBeneficiario?: string | undefined;
    /** DD/MM/YYYY. */
    dia: string;
  };
  /** Takes back (baixa) a boleto that is not yet paid. */
  sicredi_cancel_boleto: {
    nossoNumero: string;
  };
  /** Creates an immediate Pix charge (cob) for a payer to scan. */
  sicredi_create_pix_charge: {
    /** Yours: 26 to 35 letters and digits. Drawn when left out. */
    txid?: string | undefined;
    calendario: {
      /** Seconds. Default: 86400. */
      expiracao?: number | undefined;
    };
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor: {
      /** Reais with two decimals, such as 159.90. */
      original: string;
    };
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
  };
  /** Reads one Pix charge and what was paid on it. */
  sicredi_get_pix_charge: {
    txid: string;
    revisao?: number | undefined;
  };
  /** Changes an unpaid Pix charge, or withdraws it with status REMOVIDA_PELO_USUARIO_RECEBEDOR. */
  sicredi_update_pix_charge: {
    /** 26 to 35 letters and digits. */
    txid: string;
    calendario?:
      | {
          /** Seconds. Default: 86400. */
          expiracao?: number | undefined;
        }
      | undefined;
    devedor?:
      | {
          cpf?: string | undefined;
          cnpj?: string | undefined;
          nome?: string | undefined;
        }
      | undefined;
    valor?:
      | {
          /** Reais with two decimals, such as 159.90. */
          original: string;
        }
      | undefined;
    /** The receiver's Pix key. Default: the account's own. */
    chave?: string | undefined;
    /** Shown to the payer. */
    solicitacaoPagador?: string | undefined;
    /** `referencia` is your own id of the order. */
    infoAdicionais?:
      | readonly {
          nome?: string | undefined;
          valor?: string | undefined;
        }[]
      | undefined;
    status?: "REMOVIDA_PELO_USUARIO_RECEBEDOR" | undefined;
  };
  /** Lists Pix that were received between two times, oldest first. */
  sicredi_list_pix_received: {
    /** ISO 8601. */
    inicio: string;
    /** ISO 8601. */
    fim: string;
    txid?: string | undefined;
    txIdPresente?: boolean | undefined;
    devolucaoPresente?: boolean | undefined;
    cpf?: string | undefined;
    cnpj?: string | undefined;
    /** From 0. */
    "paginacao.paginaAtual"?: number | undefined;
    /** Default: 100. */
    "paginacao.itensPorPagina"?: number | undefined;
  };
  /** Gives a received Pix back, whole or in part. */
  sicredi_refund_pix: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    /** Yours: 1 to 35 letters and digits. Drawn when left out. */
    id?: string | undefined;
    /** Reais with two decimals, such as 159.90. */
    valor: string;
    natureza?: "ORIGINAL" | "RETIRADA" | undefined;
    /** Shown to the payer. */
    descricao?: string | undefined;
  };
  /** Reads one return of a received Pix: in process, returned or not carried out. */
  sicredi_get_pix_refund: {
    /** The end-to-end id of the Pix that was received. */
    e2eId: string;
    id: string;
  };
  /** Says where the bank sends its webhooks about the Pix that a key receives. */
  sicredi_create_webhook: {
    webhookUrl: string;
    /** The receiver's Pix key. */
    chave?: string | undefined;
  };
  /** Reads the account's balance in reais. */
  sicredi_get_balance: Readonly<Record<string, unknown>>;
  /** Reads what came in and went out. */
  sicredi_get_statement: {
    /** YYYY-MM-DD. */
    dataInicio?: string | undefined;
    /** YYYY-MM-DD. */
    dataFim?: string | undefined;
  };
  /** Asks the carriers for rates. They come one by one: read the quotation until is_completed. */
  skydropx_get_rates: {
    quotation: {
      order_id?: string | undefined;
      address_from: {
        /** ISO 3166-1 alpha-2. */
        country_code: string;
        postal_code: string;
        /** State. */
        area_level1: string;
        /** City or municipality. */
        area_level2: string;
        /** Colonia. */
        area_level3: string;
      };
      address_to: {
        /** ISO 3166-1 alpha-2. */
        country_code: string;
        postal_code: string;
        /** State. */
        area_level1: string;
        /** City or municipality. */
        area_level2: string;
        /** Colonia. */
        area_level3: string;
      };
      parcels: readonly {
        /** kg */
        weight: number;
        /** cm */
        length: number;
        /** cm */
        width: number;
        /** cm */
        height: number;
      }[];
      /** All carriers where it is left out. */
      requested_carriers?: readonly string[] | undefined;
    };
  };
  /** Gets a quotation with its rates. */
  skydropx_get_quotation: {
    id: string;
  };
  /** Buys one of a quotation's rates. The label follows: read the shipment until it is there. */
  skydropx_create_shipment: {
    shipment: {
      rate_id: string;
      printing_format?: "standard" | "thermal" | undefined;
      address_from?:
        | {
            /** Street and number. */
            street1: string;
            name: string;
            company: string;
            phone: string;
            email: string;
            /** How the address is found. */
            reference: string;
          }
        | undefined;
      address_to: {
        /** Street and number. */
        street1: string;
        name: string;
        company: string;
        phone: string;
        email: string;
        /** How the address is found. */
        reference?: string | undefined;
      };
      packages: readonly {
        /** Its place among the quotation's parcels, from 1. */
        package_number?: string | undefined;
        package_protected?: boolean | undefined;
        /** Pesos. */
        declared_value?: number | undefined;
        /** SAT's product code for the carta porte. */
        consignment_note?: string | undefined;
        /** SAT's packaging code, such as 4G. */
        package_type?: string | undefined;
      }[];
    };
  };
  /** Skydropx Pro has no such call: the label comes with the shipment, which skydropx_get_shipment shows. */
  skydropx_create_label: {
    rate_id: string;
  };
  /** Gets a shipment with its packages and their labels. */
  skydropx_get_shipment: {
    id: string;
  };
  /** Lists the shipments, ten a page, newest first. */
  skydropx_list_shipments: {
    page?: number | undefined;
  };
  /** Gets the movements of a parcel by its tracking number. */
  skydropx_track_shipment: {
    tracking_number: string;
    carrier_name: string;
  };
  /** Lists the carriers and their services. */
  skydropx_list_carriers: Readonly<Record<string, unknown>>;
  /** Cancels a shipment whose label was not used. */
  skydropx_cancel_shipment: {
    /** Its id or its tracking number. */
    shipment_id: string;
    reason?: string | undefined;
  };
  /** Reads the workspace's balance in centavos. */
  stark_bank_get_balance: Readonly<Record<string, unknown>>;
  /** Reads the workspace's transactions between two dates, newest first; what went out is negative. */
  stark_bank_get_statement: {
    /** YYYY-MM-DD. */
    after?: string | undefined;
    /** YYYY-MM-DD. */
    before?: string | undefined;
    /** At most 100. */
    limit?: number | undefined;
    cursor?: string | undefined;
    tags?: readonly string[] | undefined;
    externalIds?: readonly string[] | undefined;
    ids?: readonly string[] | undefined;
  };
  /** Transfers money by Pix or TED to accounts in other banks. */
  stark_bank_create_transfer: {
    transfers: readonly {
      /** Centavos. */
      amount: number;
      name: string;
      taxId: string;
      /** ISPB for Pix, three digits for TED. */
      bankCode: string;
      branchCode: string;
      /** With check digit after a hyphen. */
      accountNumber: string;
      accountType?: "checking" | "payment" | "salary" | "savings" | undefined;
      /** Yours: a second transfer with it is refused. */
      externalId?: string | undefined;
      description?: string | undefined;
      /** ISO 8601. */
      scheduled?: string | undefined;
      tags?: readonly string[] | undefined;
    }[];
  };
  /** Reads the state of one transfer. */
  stark_bank_get_transfer: {
    /** 16 digits. */
    id: string;
  };
  /** Lists transfers, newest first. */
  stark_bank_list_transfers: {
    /** YYYY-MM-DD. */
    after?: string | undefined;
    /** YYYY-MM-DD. */
    before?: string | undefined;
    /** At most 100. */
    limit?: number | undefined;
    cursor?: string | undefined;
    status?: "created" | "processing" | "success" | "failed" | "canceled" | undefined;
    taxId?: string | undefined;
    transactionIds?: readonly string[] | undefined;
    sort?: string | undefined;
    ids?: readonly string[] | undefined;
    tags?: readonly string[] | undefined;
  };
  /** Issues boletos that are paid into the workspace. */
  stark_bank_create_boleto: {
    boletos: readonly {
      name: string;
      /** CPF or CNPJ, with or without punctuation. */
      taxId: string;
      /** Percent. Default: 2. */
      fine?: number | undefined;
      /** Percent a month. Default: 1. */
      interest?: number | undefined;
      tags?: readonly string[] | undefined;
      /** Centavos, at least 200. */
      amount: number;
      /** YYYY-MM-DD. Default: in two days. */
      due?: string | undefined;
      descriptions?:
        | readonly {
            text: string;
            amount?: number | undefined;
          }[]
        | undefined;
      discounts?:
        | readonly {
            percentage: number;
            /** YYYY-MM-DD. */
            date: string;
          }[]
        | undefined;
      receiverName?: string | undefined;
      receiverTaxId?: string | undefined;
      streetLine1: string;
      streetLine2: string;
      district: string;
      city: string;
      /** Two letters. */
      stateCode: string;
      /** 01310-100 */
      zipCode: string;
      /** Days after due until it cannot be paid. */
      overdueLimit?: number | undefined;
    }[];
  };
  /** Issues dynamic Pix QR codes with due date, fine and interest. */
  stark_bank_create_invoice: {
    invoices: readonly {
      name: string;
      /** CPF or CNPJ, with or without punctuation. */
      taxId: string;
      /** Percent. Default: 2. */
      fine?: number | undefined;
      /** Percent a month. Default: 1. */
      interest?: number | undefined;
      tags?: readonly string[] | undefined;
      /** Centavos. */
      amount: number;
      /** ISO 8601. Default: in two days. */
      due?: string | undefined;
      /** Seconds after due. Default: 59 days. */
      expiration?: number | undefined;
      descriptions?:
        | readonly {
            key: string;
            value?: string | undefined;
          }[]
        | undefined;
      discounts?:
        | readonly {
            percentage: number;
            due: string;
          }[]
        | undefined;
      /** Shown to the payer. */
      displayDescription?: string | undefined;
    }[];
  };
  /** Reads one Pix invoice and whether it was paid. */
  stark_bank_get_invoice: {
    /** 16 digits. */
    id: string;
  };
  /** Cancels an unpaid Pix invoice, changes it, or gives a paid one back in part or whole by a lower amount. */
  stark_bank_update_invoice: {
    /** 16 digits. */
    id: string;
    status?: "canceled" | undefined;
    /** Centavos. Of a paid invoice: what is kept of it, 0 for nothing. */
    amount?: number | undefined;
    /** ISO 8601. */
    due?: string | undefined;
    /** Seconds after due. */
    expiration?: number | undefined;
  };
  /** Lists what happened to Pix invoices, newest first. */
  stark_bank_list_invoice_logs: {
    invoiceIds?: readonly string[] | undefined;
    types?: readonly string[] | undefined;
    /** YYYY-MM-DD. */
    after?: string | undefined;
    /** YYYY-MM-DD. */
    before?: string | undefined;
    /** At most 100. */
    limit?: number | undefined;
    cursor?: string | undefined;
  };
  /** Reads who paid a Pix invoice. */
  stark_bank_get_invoice_payment: {
    /** 16 digits. */
    id: string;
  };
  /** Pays Pix QR codes out of the workspace. */
  stark_bank_create_brcode_payment: {
    payments: readonly {
      /** The Pix copia e cola. */
      brcode: string;
      /** The receiver's CPF or CNPJ. */
      taxId: string;
      /** At least 10 characters. */
      description: string;
      /** Centavos, if the code leaves it open. */
      amount?: number | undefined;
      /** ISO 8601. */
      scheduled?: string | undefined;
      tags?: readonly string[] | undefined;
    }[];
  };
  /** Reads one deposit that another bank's account made into the workspace. */
  stark_bank_get_deposit: {
    /** 16 digits. */
    id: string;
  };
  /** Creates a payment intent by card, Pix, boleto or OXXO; with confirm it starts at once. Minor units. */
  stripe_create_payment_intent: {
    /** Minor units: at least 50 in brl and usd, 1000 in mxn. */
    amount: number;
    /** Lower case: brl, mxn or usd. */
    currency: string;
    confirm?: boolean | undefined;
    capture_method?: "automatic" | "automatic_async" | "manual" | undefined;
    /** A card token such as tok_visa. */
    payment_method?: string | undefined;
    allowed_payment_method_types?: readonly ("card" | "pix" | "boleto" | "oxxo")[] | undefined;
    /** Its name in older versions of the API. */
    payment_method_types?: readonly ("card" | "pix" | "boleto" | "oxxo")[] | undefined;
    payment_method_data?:
      | {
          type?: "card" | "pix" | "boleto" | "oxxo" | undefined;
          card?:
            | {
                /** A card token such as tok_visa. */
                token?: string | undefined;
              }
            | undefined;
          boleto?:
            | {
                /** CPF or CNPJ of the payer. */
                tax_id?: string | undefined;
              }
            | undefined;
          pix?: Readonly<Record<string, unknown>> | undefined;
          oxxo?: Readonly<Record<string, unknown>> | undefined;
          billing_details?:
            | {
                name?: string | undefined;
                email?: string | undefined;
                phone?: string | undefined;
                address?:
                  | {
                      city?: string | undefined;
                      /** Two letters. */
                      country?: string | undefined;
                      line1?: string | undefined;
                      line2?: string | undefined;
                      postal_code?: string | undefined;
                      state?: string | undefined;
                    }
                  | undefined;
                tax_id?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    payment_method_options?:
      | {
          card?:
            | {
                installments?:
                  | {
                      enabled?: boolean | undefined;
                      plan?:
                        | {
                            type?: "fixed_count" | undefined;
                            interval?: "month" | undefined;
                            count?: number | undefined;
                          }
                        | undefined;
                    }
                  | undefined;
              }
            | undefined;
          pix?:
            | {
                /** 10 to 1209600. */
                expires_after_seconds?: number | undefined;
              }
            | undefined;
          boleto?:
            | {
                /** 0 to 60. */
                expires_after_days?: number | undefined;
              }
            | undefined;
          oxxo?:
            | {
                /** 1 to 7. */
                expires_after_days?: number | undefined;
              }
            | undefined;
        }
      | undefined;
    automatic_payment_methods?:
      | {
          enabled?: boolean | undefined;
          allow_redirects?: "always" | "never" | undefined;
        }
      | undefined;
    /** Customer id, cus_…. */
    customer?: string | undefined;
    description?: string | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    receipt_email?: string | undefined;
    return_url?: string | undefined;
    off_session?: boolean | undefined;
    setup_future_usage?: "off_session" | "on_session" | undefined;
    statement_descriptor?: string | undefined;
    statement_descriptor_suffix?: string | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Reads one payment intent; expand latest_charge to see card and refunds. */
  stripe_get_payment_intent: {
    id: string;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Starts a payment intent that was created without confirm. */
  stripe_confirm_payment_intent: {
    id: string;
    payment_method?: string | undefined;
    payment_method_data?:
      | {
          type?: "card" | "pix" | "boleto" | "oxxo" | undefined;
          card?:
            | {
                /** A card token such as tok_visa. */
                token?: string | undefined;
              }
            | undefined;
          boleto?:
            | {
                /** CPF or CNPJ of the payer. */
                tax_id?: string | undefined;
              }
            | undefined;
          pix?: Readonly<Record<string, unknown>> | undefined;
          oxxo?: Readonly<Record<string, unknown>> | undefined;
          billing_details?:
            | {
                name?: string | undefined;
                email?: string | undefined;
                phone?: string | undefined;
                address?:
                  | {
                      city?: string | undefined;
                      /** Two letters. */
                      country?: string | undefined;
                      line1?: string | undefined;
                      line2?: string | undefined;
                      postal_code?: string | undefined;
                      state?: string | undefined;
                    }
                  | undefined;
                tax_id?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    payment_method_options?:
      | {
          card?:
            | {
                installments?:
                  | {
                      enabled?: boolean | undefined;
                      plan?:
                        | {
                            type?: "fixed_count" | undefined;
                            interval?: "month" | undefined;
                            count?: number | undefined;
                          }
                        | undefined;
                    }
                  | undefined;
              }
            | undefined;
          pix?:
            | {
                /** 10 to 1209600. */
                expires_after_seconds?: number | undefined;
              }
            | undefined;
          boleto?:
            | {
                /** 0 to 60. */
                expires_after_days?: number | undefined;
              }
            | undefined;
          oxxo?:
            | {
                /** 1 to 7. */
                expires_after_days?: number | undefined;
              }
            | undefined;
        }
      | undefined;
    return_url?: string | undefined;
    off_session?: boolean | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Cancels a payment intent that is not yet paid. */
  stripe_cancel_payment_intent: {
    id: string;
    cancellation_reason?: "duplicate" | "fraudulent" | "requested_by_customer" | "abandoned" | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Takes what a payment intent of manual capture holds, whole or in part; the rest is released. */
  stripe_capture_payment_intent: {
    id: string;
    /** Minor units. Default: all that is held. */
    amount_to_capture?: number | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Lists payment intents, newest first. */
  stripe_list_payment_intents: {
    customer?: string | undefined;
    created?:
      | {
          gt?: number | undefined;
          gte?: number | undefined;
          lt?: number | undefined;
          lte?: number | undefined;
        }
      | undefined;
    /** 1 to 100. */
    limit?: number | undefined;
    /** Id of the last object of the page before. */
    starting_after?: string | undefined;
    ending_before?: string | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Gives a payment back, whole or in part. */
  stripe_create_refund: {
    /** Payment intent id, pi_…; or give charge. */
    payment_intent?: string | undefined;
    /** Charge id, ch_…. */
    charge?: string | undefined;
    /** Minor units. Default: all that is left. */
    amount?: number | undefined;
    reason?: "duplicate" | "fraudulent" | "requested_by_customer" | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Creates a customer. */
  stripe_create_customer: {
    name?: string | undefined;
    email?: string | undefined;
    phone?: string | undefined;
    description?: string | undefined;
    address?:
      | {
          city?: string | undefined;
          /** Two letters. */
          country?: string | undefined;
          line1?: string | undefined;
          line2?: string | undefined;
          postal_code?: string | undefined;
          state?: string | undefined;
        }
      | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Lists customers, newest first. */
  stripe_list_customers: {
    email?: string | undefined;
    /** 1 to 100. */
    limit?: number | undefined;
    /** Id of the last object of the page before. */
    starting_after?: string | undefined;
    ending_before?: string | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Creates a hosted payment page. Minor units. */
  stripe_create_checkout_session: {
    mode?: "payment" | "setup" | "subscription" | undefined;
    line_items: readonly {
      price?: string | undefined;
      price_data?:
        | {
            /** Lower case. */
            currency?: string | undefined;
            /** Minor units. */
            unit_amount?: number | undefined;
            product?: string | undefined;
            product_data?:
              | {
                  name?: string | undefined;
                  description?: string | undefined;
                  images?: readonly string[] | undefined;
                  metadata?: Readonly<Record<string, unknown>> | undefined;
                }
              | undefined;
            recurring?:
              | {
                  interval?: "day" | "week" | "month" | "year" | undefined;
                  interval_count?: number | undefined;
                }
              | undefined;
          }
        | undefined;
      quantity?: number | undefined;
    }[];
    allowed_payment_method_types?: readonly ("card" | "pix" | "boleto" | "oxxo")[] | undefined;
    /** Its name in older versions of the API. */
    payment_method_types?: readonly ("card" | "pix" | "boleto" | "oxxo")[] | undefined;
    success_url?: string | undefined;
    cancel_url?: string | undefined;
    customer?: string | undefined;
    customer_email?: string | undefined;
    /** Your own id of the order. */
    client_reference_id?: string | undefined;
    payment_intent_data?:
      | {
          description?: string | undefined;
          metadata?: Readonly<Record<string, unknown>> | undefined;
        }
      | undefined;
    /** Seconds since the epoch, from half an hour to a day ahead. */
    expires_at?: number | undefined;
    locale?: string | undefined;
    ui_mode?: string | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Reads one hosted payment page. */
  stripe_get_checkout_session: {
    id: string;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Lists hosted payment pages, newest first. */
  stripe_list_checkout_sessions: {
    status?: "open" | "complete" | "expired" | undefined;
    payment_intent?: string | undefined;
    customer?: string | undefined;
    created?:
      | {
          gt?: number | undefined;
          gte?: number | undefined;
          lt?: number | undefined;
          lte?: number | undefined;
        }
      | undefined;
    /** 1 to 100. */
    limit?: number | undefined;
    /** Id of the last object of the page before. */
    starting_after?: string | undefined;
    ending_before?: string | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Creates a link that can be paid many times. */
  stripe_create_payment_link: {
    line_items: readonly {
      price?: string | undefined;
      quantity?: number | undefined;
    }[];
    after_completion?:
      | {
          type?: "hosted_confirmation" | "redirect" | undefined;
          redirect?:
            | {
                url?: string | undefined;
              }
            | undefined;
        }
      | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Subscribes a customer to one or more prices. */
  stripe_create_subscription: {
    /** Customer id, cus_…. */
    customer: string;
    items: readonly {
      /** Price id, price_…. */
      price: string;
      quantity?: number | undefined;
    }[];
    payment_behavior?:
      | "allow_incomplete"
      | "default_incomplete"
      | "error_if_incomplete"
      | "pending_if_incomplete"
      | undefined;
    default_payment_method?: string | undefined;
    trial_period_days?: number | undefined;
    collection_method?: "charge_automatically" | "send_invoice" | undefined;
    days_until_due?: number | undefined;
    description?: string | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Ends a subscription at once. */
  stripe_cancel_subscription: {
    id: string;
    invoice_now?: boolean | undefined;
    prorate?: boolean | undefined;
  };
  /** Creates a product. */
  stripe_create_product: {
    name: string;
    description?: string | undefined;
    active?: boolean | undefined;
    images?: readonly string[] | undefined;
    url?: string | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Creates a price of a product, once or recurring. Minor units. */
  stripe_create_price: {
    /** Product id, prod_…; or give product_data. */
    product?: string | undefined;
    product_data?:
      | {
          name?: string | undefined;
          metadata?: Readonly<Record<string, unknown>> | undefined;
        }
      | undefined;
    /** Lower case. */
    currency: string;
    /** Minor units. */
    unit_amount?: number | undefined;
    nickname?: string | undefined;
    lookup_key?: string | undefined;
    recurring?:
      | {
          interval?: "day" | "week" | "month" | "year" | undefined;
          interval_count?: number | undefined;
        }
      | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Lists prices, newest first. */
  stripe_list_prices: {
    product?: string | undefined;
    active?: boolean | undefined;
    /** 1 to 100. */
    limit?: number | undefined;
    /** Id of the last object of the page before. */
    starting_after?: string | undefined;
    ending_before?: string | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Creates a draft invoice for a customer. */
  stripe_create_invoice: {
    /** Customer id, cus_…. */
    customer: string;
    collection_method?: "charge_automatically" | "send_invoice" | undefined;
    days_until_due?: number | undefined;
    auto_advance?: boolean | undefined;
    /** Lower case. */
    currency?: string | undefined;
    description?: string | undefined;
    metadata?: Readonly<Record<string, unknown>> | undefined;
  };
  /** Finalizes a draft invoice. */
  stripe_finalize_invoice: {
    id: string;
    auto_advance?: boolean | undefined;
  };
  /** Reads the account's balance by currency, in minor units. */
  stripe_get_balance: Readonly<Record<string, unknown>>;
  /** Lists disputes. */
  stripe_list_disputes: {
    charge?: string | undefined;
    payment_intent?: string | undefined;
    /** 1 to 100. */
    limit?: number | undefined;
    /** Id of the last object of the page before. */
    starting_after?: string | undefined;
    ending_before?: string | undefined;
    /** Fields to show in full, such as latest_charge.refunds. */
    expand?: readonly string[] | undefined;
  };
  /** Sends a message to a WhatsApp contact inside a conversation. */
  take_blip_send_message: {
    /** The message's id, given by the sender */
    id?: string | undefined;
    /** Number and WhatsApp's gateway: 5511999999999@wa.gw.msging.net */
    to: string;
    /** text/plain */
    type: string;
    content: string;
  };
  /** Sends an approved template (active notification) to a WhatsApp number. */
  take_blip_send_notification: {
    /** The message's id, given by the sender */
    id?: string | undefined;
    /** Number and WhatsApp's gateway: 5511999999999@wa.gw.msging.net */
    to: string;
    /** application/json */
    type?: string | undefined;
    content: {
      /** template */
      type?: string | undefined;
      template: {
        name: string;
        language?:
          | {
              code?: string | undefined;
            }
          | undefined;
        components?:
          | readonly {
              type?: string | undefined;
              parameters?: readonly Readonly<Record<string, unknown>>[] | undefined;
            }[]
          | undefined;
      };
    };
  };
  /** Creates or changes a contact. */
  take_blip_create_contact: {
    /** Number and WhatsApp's gateway: 5511999999999@wa.gw.msging.net */
    identity: string;
    name?: string | undefined;
    phoneNumber?: string | undefined;
    email?: string | undefined;
    taxDocument?: string | undefined;
  };
  /** Lists the bot's contacts. */
  take_blip_get_contacts: {
    skip?: number | undefined;
    take?: number | undefined;
  };
  /** Lists conversations with their last message. */
  take_blip_get_threads: {
    skip?: number | undefined;
    take?: number | undefined;
  };
  /** Adds a contact: a customer, supplier or carrier (contato.incluir). */
  tiny_create_contact: {
    contato: {
      /** Place in the batch. */
      sequencia?: number | undefined;
      /** Your own id of the contact. */
      codigo?: string | undefined;
      nome: string;
      tipo_pessoa?: "F" | "J" | "E" | undefined;
      cpf_cnpj?: string | undefined;
      ie?: string | undefined;
      endereco?: string | undefined;
      numero?: string | undefined;
      bairro?: string | undefined;
      cep?: string | undefined;
      cidade?: string | undefined;
      uf?: string | undefined;
      fone?: string | undefined;
      email?: string | undefined;
      situacao: "A" | "I" | "S";
      obs?: string | undefined;
    };
  };
  /** Searches contacts by name, code or document (contatos.pesquisa). */
  tiny_list_contacts: {
    pesquisa: string;
    cpf_cnpj?: string | undefined;
    situacao?: string | undefined;
    /** From 1, 100 to a page. */
    pagina?: number | undefined;
  };
  /** Reads one product with its price and fiscal data (produto.obter). */
  tiny_get_product: {
    id: string;
  };
  /** Searches products by name, code or GTIN (produtos.pesquisa). */
  tiny_list_products: {
    pesquisa: string;
    gtin?: string | undefined;
    situacao?: "A" | "I" | "E" | undefined;
    /** From 1, 100 to a page. */
    pagina?: number | undefined;
  };
  /** Adds a sales order with its customer and items (pedido.incluir). */
  tiny_create_order: {
    pedido: {
      /** DD/MM/AAAA. */
      data_pedido?: string | undefined;
      /** Your own id of the order. */
      numero_pedido_ecommerce?: string | undefined;
      cliente: {
        /** Your own id of the contact. */
        codigo?: string | undefined;
        nome: string;
        tipo_pessoa?: "F" | "J" | "E" | undefined;
        cpf_cnpj?: string | undefined;
        ie?: string | undefined;
        endereco?: string | undefined;
        numero?: string | undefined;
        bairro?: string | undefined;
        cep?: string | undefined;
        cidade?: string | undefined;
        uf?: string | undefined;
        fone?: string | undefined;
        email?: string | undefined;
      };
      itens: readonly {
        item?:
          | {
              /** SKU. */
              codigo?: string | undefined;
              descricao: string;
              /** Such as UN. */
              unidade?: string | undefined;
              quantidade: number;
              /** Reais. */
              valor_unitario: number;
            }
          | undefined;
      }[];
      /** Such as pix, boleto, credito. */
      forma_pagamento?: string | undefined;
      /** Reais. */
      valor_frete?: number | undefined;
      /** Reais. */
      valor_desconto?: number | undefined;
      /** Such as aberto, aprovado, faturado. */
      situacao?: string | undefined;
    };
  };
  /** Reads one sales order with its items (pedido.obter). */
  tiny_get_order: {
    id: string;
  };
  /** Searches sales orders by number, customer, state or date (pedidos.pesquisa). */
  tiny_list_orders: {
    numero?: string | undefined;
    numeroEcommerce?: string | undefined;
    cliente?: string | undefined;
    cpf_cnpj?: string | undefined;
    situacao?: string | undefined;
    /** DD/MM/AAAA. */
    dataInicial?: string | undefined;
    /** DD/MM/AAAA. */
    dataFinal?: string | undefined;
    /** From 1, 100 to a page. */
    pagina?: number | undefined;
  };
  /** Reads one product's stock in each warehouse (produto.obter.estoque). */
  tiny_get_stock: {
    id: string;
  };
  /** Adds a customer to table SA1. */
  totvs_create_customer: {
    /** Six characters. Default: the next. */
    A1_COD?: string | undefined;
    /** Two characters. Default: 01. */
    A1_LOJA?: string | undefined;
    /** At most 40 characters. */
    A1_NOME: string;
    /** Trade name, at most 20 characters. */
    A1_NREDUZ: string;
    A1_PESSOA?: "F" | "J" | undefined;
    A1_TIPO: "F" | "L" | "R" | "S" | "X";
    /** CPF or CNPJ, digits. */
    A1_CGC?: string | undefined;
    A1_INSCR?: string | undefined;
    A1_END: string;
    A1_BAIRRO?: string | undefined;
    /** IBGE, five digits. */
    A1_COD_MUN?: string | undefined;
    /** Two letters. */
    A1_EST: string;
    A1_CEP?: string | undefined;
    A1_EMAIL?: string | undefined;
  };
  /** Lists customers of table SA1, by name or document. */
  totvs_list_customers: {
    /** From 1. */
    page?: number | undefined;
    /** Default: 20. */
    pageSize?: number | undefined;
    /** Branch of the company. */
    filial?: string | undefined;
    A1_NOME?: string | undefined;
    A1_CGC?: string | undefined;
  };
  /** Lists products of table SB1, by code, description or group. */
  totvs_list_products: {
    /** From 1. */
    page?: number | undefined;
    /** Default: 20. */
    pageSize?: number | undefined;
    /** Branch of the company. */
    filial?: string | undefined;
    B1_COD?: string | undefined;
    B1_DESC?: string | undefined;
    B1_GRUPO?: string | undefined;
  };
  /** Adds a sales order: its head in table SC5, its items in SC6 (MATA410). */
  totvs_create_order: {
    C5_TIPO: "N" | "C" | "I" | "P" | "D" | "B";
    /** A1_COD of the customer. */
    C5_CLIENTE: string;
    /** A1_LOJA of the customer. */
    C5_LOJACLI: string;
    C5_TIPOCLI?: "F" | "L" | "R" | "S" | "X" | undefined;
    /** Code of the payment terms, such as 001. */
    C5_CONDPAG: string;
    /** AAAAMMDD. */
    C5_EMISSAO?: string | undefined;
    /** Reais. */
    C5_FRETE?: number | undefined;
    itens: readonly {
      /** 01, 02, … */
      C6_ITEM?: string | undefined;
      /** B1_COD of the product. */
      C6_PRODUTO: string;
      C6_QTDVEN: number;
      /** Reais. */
      C6_PRCVEN: number;
      /** Kind of output, such as 501. */
      C6_TES: string;
      /** Warehouse. */
      C6_LOCAL?: string | undefined;
    }[];
  };
  /** Reads one sales order with its items. */
  totvs_get_order: {
    filial?: string | undefined;
    /** Six characters. */
    C5_NUM: string;
  };
  /** Lists sales orders, by customer or date of issue. */
  totvs_list_orders: {
    /** From 1. */
    page?: number | undefined;
    /** Default: 20. */
    pageSize?: number | undefined;
    /** Branch of the company. */
    filial?: string | undefined;
    C5_CLIENTE?: string | undefined;
    /** AAAAMMDD. */
    emissaoDe?: string | undefined;
    /** AAAAMMDD. */
    emissaoAte?: string | undefined;
  };
  /** Reads one product's stock by warehouse from table SB2. */
  totvs_get_stock: {
    filial?: string | undefined;
    /** B1_COD of the product. */
    B2_COD: string;
    B2_LOCAL?: string | undefined;
  };
  /** Starts a Webpay Plus transaction: post token_ws to the url. The amount is in whole pesos (CLP). */
  transbank_create_transaction: {
    /** Your own id of the order, at most 26 characters. */
    buy_order: string;
    /** At most 61 characters. */
    session_id: string;
    /** Pesos. */
    amount: number;
    /** Where the payer comes back to. Default: a page of the sandbox. */
    return_url?: string | undefined;
  };
  /** Reads a Webpay transaction by its token. */
  transbank_get_transaction: {
    token: string;
  };
  /** Confirms a Webpay transaction when its payer is back; in the sandbox the payer pays at that moment. */
  transbank_commit_transaction: {
    token: string;
  };
  /** Reverses or nullifies a transaction, whole or in part. Amount 0 closes a Webpay form that nobody has paid yet. */
  transbank_refund_transaction: {
    token: string;
    /** Pesos. */
    amount: number;
  };
  /** Captures an authorised transaction of deferred capture. */
  transbank_capture_transaction: {
    token: string;
    buy_order?: string | undefined;
    authorization_code?: string | undefined;
    /** Pesos. */
    capture_amount: number;
  };
  /** Starts the registration of a card for Oneclick. */
  transbank_create_inscription: {
    username: string;
    email: string;
    response_url?: string | undefined;
  };
  /** Removes a card from Oneclick. */
  transbank_delete_inscription: {
    tbk_user: string;
    username: string;
  };
  /** Reads a Oneclick transaction by its buy_order. */
  transbank_get_oneclick: {
    /** The parent's, at most 26 characters. */
    buy_order: string;
  };
  /** Reverses or nullifies a Oneclick transaction, whole or in part. */
  transbank_refund_oneclick: {
    /** The parent's. */
    buy_order: string;
    /** The shop inside the mall. */
    commerce_code: string;
    /** The shop's own. */
    detail_buy_order: string;
    /** Pesos. */
    amount: number;
  };
  /** Charges a registered card (Oneclick Mall). Amounts are in whole pesos (CLP). */
  transbank_authorize_oneclick: {
    username?: string | undefined;
    /** The registered card. */
    tbk_user?: string | undefined;
    /** Unique, at most 26 characters. */
    buy_order: string;
    /** One. VD makes the sandbox's card a debit card; at Transbank the card itself decides. */
    details: readonly {
      commerce_code?: string | undefined;
      /** Your own id of the order, at most 26 characters. */
      buy_order?: string | undefined;
      /** Pesos. */
      amount: number;
      installments_number?: number | undefined;
      payment_type_code?: "VN" | "VD" | undefined;
    }[];
  };
  /** Sends an SMS. */
  twilio_send_sms: {
    /** E.164 */
    To: string;
    /** The account's default sender when left out */
    From?: string | undefined;
    /** A pool of senders in the place of From */
    MessagingServiceSid?: string | undefined;
    /** At most 1,600 characters */
    Body: string;
    /** Address that is told what becomes of the message */
    StatusCallback?: string | undefined;
  };
  /** Sends a WhatsApp message. */
  twilio_send_whatsapp: {
    /** whatsapp: and E.164 */
    To: string;
    /** The account's default sender when left out */
    From?: string | undefined;
    /** A pool of senders in the place of From */
    MessagingServiceSid?: string | undefined;
    /** At most 1,600 characters */
    Body?: string | undefined;
    MediaUrl?: readonly string[] | undefined;
    /** A template, HX and 32 hexadecimal digits */
    ContentSid?: string | undefined;
    /** JSON */
    ContentVariables?: string | undefined;
    /** Address that is told what becomes of the message */
    StatusCallback?: string | undefined;
  };
  /** Gets a message with its status. */
  twilio_get_message: {
    Sid: string;
  };
  /** Lists messages, newest first. */
  twilio_list_messages: {
    To?: string | undefined;
    From?: string | undefined;
    /** YYYY-MM-DD */
    DateSent?: string | undefined;
    PageSize?: number | undefined;
  };
  /** Sends a one-time code (Verify). */
  twilio_create_verification: {
    /** E.164 */
    To: string;
    Channel: "sms" | "call" | "whatsapp" | "email";
  };
  /** Checks a one-time code (Verify). */
  twilio_check_verification: {
    To: string;
    Code: string;
  };
  /** Checks whether a number exists and in which country (Lookup). */
  twilio_lookup_number: {
    /** E.164 */
    PhoneNumber: string;
    Fields?: string | undefined;
  };
  /** Opens a stablecoin wallet for a customer on one chain. */
  unblockpay_create_wallet: {
    /** Whoever this is for; made and checked beforehand. */
    customer_id: string;
    name: string;
    blockchain: "solana" | "polygon" | "ethereum" | "base" | "tron";
  };
  /** Reads one wallet and its address. */
  unblockpay_get_wallet: {
    /** Whoever this is for; made and checked beforehand. */
    customer_id: string;
    wallet_id: string;
  };
  /** Turns reais or pesos that come in by Pix or SPEI into stablecoins in a wallet. */
  unblockpay_create_onramp: {
    /** In the sender's currency. */
    amount: number;
    /** Of unblockpay_get_exchange_rate, at most five minutes old. */
    quote_id: string;
    /** Whoever this is for; made and checked beforehand. */
    customer_id: string;
    sender: {
      currency: "BRL" | "MXN" | "USD";
      payment_rail: "pix" | "spei" | "wire" | "ach";
      name?: string | undefined;
      /** CPF, CNPJ or RFC. */
      document?: string | undefined;
    };
    receiver: {
      currency: "USDC" | "USDT";
      payment_rail: "solana" | "polygon" | "ethereum" | "base" | "tron";
      /** Of a wallet elsewhere. */
      address?: string | undefined;
      /** Of a wallet at UnblockPay, instead of address. */
      wallet_id?: string | undefined;
    };
    partner_fee_id?: string | undefined;
  };
  /** Turns stablecoins of a wallet into reais or pesos on a bank account that was registered before. */
  unblockpay_create_offramp: {
    /** In the sender's coin. */
    amount: number;
    /** Of unblockpay_get_exchange_rate, at most five minutes old. */
    quote_id: string;
    /** Whoever this is for; made and checked beforehand. */
    customer_id: string;
    sender: {
      currency: "USDC" | "USDT";
      payment_rail: "solana" | "polygon" | "ethereum" | "base" | "tron";
      /** Of a wallet elsewhere. */
      address?: string | undefined;
      /** Of a wallet at UnblockPay, instead of address. */
      wallet_id?: string | undefined;
    };
    receiver: {
      currency: "BRL" | "MXN" | "USD";
      payment_rail: "pix" | "spei" | "wire" | "ach";
      external_account_id: string;
    };
    partner_fee_id?: string | undefined;
  };
  /** Reads one onramp or offramp and its state. */
  unblockpay_get_transaction: {
    transaction_id: string;
  };
  /** Quotes what one stablecoin costs or brings in reais, pesos or dollars, for five minutes. */
  unblockpay_get_exchange_rate: {
    /** Such as USDC/BRL. */
    symbol: string;
    /** Left out for an offramp. */
    type?: "on_ramp" | undefined;
  };
  /** Sends stablecoins from a wallet to another address. Its call is not documented where we have looked. */
  unblockpay_create_transfer: {
    /** In the coin. */
    amount: number;
    sender: {
      currency: "USDC" | "USDT";
      payment_rail: "solana" | "polygon" | "ethereum" | "base" | "tron";
      /** Of a wallet elsewhere. */
      address?: string | undefined;
      /** Of a wallet at UnblockPay, instead of address. */
      wallet_id?: string | undefined;
    };
    receiver: {
      currency: "USDC" | "USDT";
      payment_rail: "solana" | "polygon" | "ethereum" | "base" | "tron";
      /** Of a wallet elsewhere. */
      address?: string | undefined;
      /** Of a wallet at UnblockPay, instead of address. */
      wallet_id?: string | undefined;
    };
  };
  /** Sends a text to a WhatsApp number. */
  whatsapp_cloud_send_text: {
    /** Digits with country code: 5511999999999 */
    to: string;
    text: {
      body: string;
      preview_url?: boolean | undefined;
    };
  };
  /** Sends an approved template with its variables by position; starts a conversation. */
  whatsapp_cloud_send_template: {
    /** Digits with country code: 5511999999999 */
    to: string;
    template: {
      name: string;
      language: {
        policy?: "deterministic" | undefined;
        /** pt_BR */
        code: string;
      };
      components?:
        | readonly {
            type: "header" | "body" | "button";
            parameters?:
              | readonly {
                  /** text */
                  type?: string | undefined;
                  text?: string | undefined;
                }[]
              | undefined;
          }[]
        | undefined;
    };
  };
  /** Sends a picture, document, audio, video or sticker by its link or id, in the field of its type. */
  whatsapp_cloud_send_media: {
    /** Digits with country code: 5511999999999 */
    to: string;
    type: "image" | "document" | "audio" | "video" | "sticker";
    image?:
      | {
          link?: string | undefined;
          id?: string | undefined;
          caption?: string | undefined;
        }
      | undefined;
    document?:
      | {
          link?: string | undefined;
          id?: string | undefined;
          caption?: string | undefined;
          filename?: string | undefined;
        }
      | undefined;
    audio?:
      | {
          link?: string | undefined;
          id?: string | undefined;
        }
      | undefined;
    video?:
      | {
          link?: string | undefined;
          id?: string | undefined;
          caption?: string | undefined;
        }
      | undefined;
    sticker?:
      | {
          link?: string | undefined;
          id?: string | undefined;
        }
      | undefined;
  };
  /** Lists the message templates with their state and body. */
  whatsapp_cloud_list_templates: {
    name?: string | undefined;
    status?: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED" | undefined;
    limit?: number | undefined;
    after?: string | undefined;
  };
  /** Submits a message template for review; until it is approved it cannot be sent. */
  whatsapp_cloud_create_template: {
    name: string;
    /** pt_BR */
    language: string;
    category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
    components: readonly {
      type: "HEADER" | "BODY" | "FOOTER";
      text?: string | undefined;
    }[];
  };
  /** Gets what has become of a message: when it was sent, delivered, read, or why it failed. */
  whatsapp_cloud_get_message_status: {
    /** wamid */
    message_id: string;
    fields?: string | undefined;
    limit?: number | undefined;
  };
  /** Creates a transaction by card, PSE, Nequi, Daviplata or Bancolombia, which is PENDING at first. Amounts are in centavos of COP. */
  wompi_create_transaction: {
    /** From wompi_get_merchant, presigned_acceptance: the payer accepts Wompi's terms. */
    acceptance_token: string;
    /** From wompi_get_merchant, presigned_personal_data_auth. */
    accept_personal_auth?: string | undefined;
    /** Centavos. */
    amount_in_cents: number;
    currency: "COP";
    /** SHA-256 of reference, amount, currency, expiration_time and the integrity secret. Default: the connection signs. */
    signature?: string | undefined;
    customer_email: string;
    /** Your own id of the order; Wompi takes each once. */
    reference: string;
    /** ISO 8601. */
    expiration_time?: string | undefined;
    redirect_url?: string | undefined;
    /** Of the payer's device. */
    ip?: string | undefined;
    customer_data?:
      | {
          full_name?: string | undefined;
          phone_number?: string | undefined;
          legal_id?: string | undefined;
          /** CC, NIT, CE, PP, TI, DNI, RG, OTHER. */
          legal_id_type?: string | undefined;
        }
      | undefined;
    /** From wompi_create_payment_source, in place of payment_method. */
    payment_source_id?: number | undefined;
    payment_method?:
      | {
          type?:
            | "CARD"
            | "PSE"
            | "NEQUI"
            | "DAVIPLATA"
            | "BANCOLOMBIA_TRANSFER"
            | "BANCOLOMBIA_QR"
            | "BANCOLOMBIA_COLLECT"
            | "BANCOLOMBIA_BNPL"
            | "SU_PLUS"
            | "PCOL"
            | undefined;
          /** Card. */
          installments?: number | undefined;
          /** Card token. */
          token?: string | undefined;
          /** Nequi and Daviplata. */
          phone_number?: string | undefined;
          /** PSE: 0 person, 1 company. BANCOLOMBIA_TRANSFER: PERSON. */
          user_type?: number | string | undefined;
          /** PSE: CC, NIT. */
          user_legal_id_type?: string | undefined;
          user_legal_id?: string | undefined;
          /** PSE: the payer's bank, from wompi_list_pse_banks. */
          financial_institution_code?: string | undefined;
          payment_description?: string | undefined;
          /** BANCOLOMBIA_TRANSFER: where the payer goes on. */
          ecommerce_url?: string | undefined;
        }
      | undefined;
  };
  /** Reads one transaction. */
  wompi_get_transaction: {
    transaction_id: string;
  };
  /** Lists transactions, newest first. */
  wompi_list_transactions: {
    /** Whole. */
    reference?: string | undefined;
    id?: string | undefined;
    status?: "PENDING" | "APPROVED" | "DECLINED" | "ERROR" | "VOIDED" | undefined;
    payment_method_type?: string | undefined;
    customer_email?: string | undefined;
    /** YYYY-MM-DD. */
    from_date?: string | undefined;
    /** YYYY-MM-DD. */
    until_date?: string | undefined;
    order_by?: "created_at" | undefined;
    order?: "ASC" | "DESC" | undefined;
    page?: number | undefined;
    page_size?: number | undefined;
  };
  /** Voids an approved card transaction. Other methods are not given back by the API. */
  wompi_void_transaction: {
    transaction_id: string;
    /** Centavos. Default: all of it. */
    amount_in_cents?: number | undefined;
  };
  /** Creates a hosted payment page. Amounts are in centavos of COP. */
  wompi_create_payment_link: {
    name: string;
    description: string;
    single_use: boolean;
    collect_shipping: boolean;
    currency?: "COP" | undefined;
    /** Centavos. */
    amount_in_cents?: number | undefined;
    /** ISO 8601. */
    expires_at?: string | undefined;
    redirect_url?: string | undefined;
    image_url?: string | undefined;
    /** Your own id. */
    sku?: string | undefined;
    /** The sandbox's alone, default: all. A page of the live Wompi offers what the account has. */
    payment_methods?: readonly ("CARD" | "PSE" | "NEQUI")[] | undefined;
  };
  /** Reads one hosted payment page. */
  wompi_get_payment_link: {
    payment_link_id: string;
  };
  /** Makes a card token. Card numbers belong in Wompi's own form. */
  wompi_tokenize_card: {
    card_holder?: string | undefined;
    exp_month?: string | undefined;
    exp_year?: string | undefined;
  };
  /** Stores a card or Nequi account for later payments. */
  wompi_create_payment_source: {
    type: "CARD" | "NEQUI";
    token: string;
    customer_email: string;
    /** From wompi_get_merchant, presigned_acceptance: the payer accepts Wompi's terms. */
    acceptance_token: string;
    /** From wompi_get_merchant, presigned_personal_data_auth. */
    accept_personal_auth?: string | undefined;
  };
  /** Lists the banks that PSE can send the payer to. */
  wompi_list_pse_banks: Readonly<Record<string, unknown>>;
  /** Reads the merchant's own account, with the tokens by which a payer accepts Wompi's terms. */
  wompi_get_merchant: Readonly<Record<string, unknown>>;
  /** Sends a text to a WhatsApp number. */
  z_api_send_text: {
    /** Digits with country code, without the plus: 5511999999999 */
    phone: string;
    message: string;
    /** Seconds, 1 to 15 */
    delayMessage?: number | undefined;
  };
  /** Sends a picture by its address or as base64, with a caption. */
  z_api_send_image: {
    /** Digits with country code, without the plus: 5511999999999 */
    phone: string;
    /** Address or base64 */
    image: string;
    caption?: string | undefined;
  };
  /** Sends a file, such as the PDF of an invoice or boleto. */
  z_api_send_document: {
    /** Digits with country code, without the plus: 5511999999999 */
    phone: string;
    /** Address or base64 */
    document: string;
    /** Such as pdf */
    extension: string;
    fileName?: string | undefined;
  };
  /** Sends a text with buttons to choose from. */
  z_api_send_button_list: {
    /** Digits with country code, without the plus: 5511999999999 */
    phone: string;
    message: string;
    buttonList: {
      buttons: readonly {
        id?: string | undefined;
        label: string;
      }[];
    };
  };
  /** Sends a place on the map. */
  z_api_send_location: {
    /** Digits with country code, without the plus: 5511999999999 */
    phone: string;
    title?: string | undefined;
    address?: string | undefined;
    latitude: string;
    longitude: string;
  };
  /** Z-API has no such call: what becomes of a message is told by its webhooks alone. */
  z_api_get_message_status: {
    messageId: string;
  };
  /** Checks whether a number has WhatsApp. */
  z_api_check_number: {
    /** Digits with country code, without the plus: 5511999999999 */
    phone: string;
  };
  /** Lists the contacts of the connected phone. */
  z_api_get_contacts: {
    page?: number | undefined;
    pageSize?: number | undefined;
  };
  /** Checks whether the instance is connected to a phone. */
  z_api_get_status: Readonly<Record<string, unknown>>;
  /** Sends an SMS. */
  zenvia_send_sms: {
    /** The account's default sender when left out */
    from?: string | undefined;
    /** Digits */
    to: string;
    /** An id of the caller's own, that comes back in every status */
    externalId?: string | undefined;
    contents: readonly {
      type: string;
      text?: string | undefined;
    }[];
  };
  /** Sends a WhatsApp message inside a conversation. */
  zenvia_send_whatsapp: {
    /** The account's default sender when left out */
    from?: string | undefined;
    /** Digits */
    to: string;
    /** An id of the caller's own, that comes back in every status */
    externalId?: string | undefined;
    contents: readonly {
      type: string;
      text?: string | undefined;
      fileUrl?: string | undefined;
    }[];
  };
  /** Sends an e-mail. */
  zenvia_send_email: {
    /** The account's default sender when left out */
    from?: string | undefined;
    /** E-mail */
    to: string;
    /** An id of the caller's own, that comes back in every status */
    externalId?: string | undefined;
    contents: readonly {
      type: string;
      subject?: string | undefined;
      text?: string | undefined;
      html?: string | undefined;
    }[];
  };
  /** Sends an approved template by WhatsApp or e-mail, its fields named by position. */
  zenvia_send_template: {
    channel: "whatsapp" | "email";
    /** The account's default sender when left out */
    from?: string | undefined;
    to: string;
    /** An id of the caller's own, that comes back in every status */
    externalId?: string | undefined;
    contents: readonly {
      /** template */
      type?: string | undefined;
      templateId: string;
      fields?: Readonly<Record<string, unknown>> | undefined;
    }[];
  };
  /** Zenvia has no such call: what becomes of a message is told by its events alone. */
  zenvia_get_message_status: {
    /** UUID */
    messageId: string;
  };
  /** Zenvia has no such call: its panel lists the channels. */
  zenvia_list_channels: Readonly<Record<string, unknown>>;
  /** Creates a transaction by Pix, boleto or credit card. Amounts are in cents. */
  zoop_create_transaction: {
    /** Cents. */
    amount: number;
    currency?: "BRL" | undefined;
    description?: string | undefined;
    /** Your own id of the order. */
    reference_id?: string | undefined;
    /** Seller id. Default: the connection's. */
    on_behalf_of?: string | undefined;
    /** Buyer id. */
    customer?: string | undefined;
    payment_type: "pix" | "boleto" | "credit";
    /** Card token. */
    token?: string | undefined;
    /** Card only: false holds the amount until it is captured. */
    capture?: boolean | undefined;
    installment_plan?:
      | {
          mode?: "interest_free" | undefined;
          number_installments?: number | undefined;
        }
      | undefined;
    statement_descriptor?: string | undefined;
    payment_method?:
      | {
          /** Due date of a boleto, YYYY-MM-DD. */
          expiration_date?: string | undefined;
          /** The last day on which it can be paid, YYYY-MM-DD. */
          payment_limit_date?: string | undefined;
          billing_instructions?:
            | {
                late_fee?:
                  | {
                      mode?: "FIXED" | "PERCENTAGE" | undefined;
                      amount?: number | undefined;
                      percentage?: number | undefined;
                    }
                  | undefined;
                interest?:
                  | {
                      mode?: "MONTHLY_PERCENTAGE" | undefined;
                      percentage?: number | undefined;
                    }
                  | undefined;
                discount?:
                  | readonly {
                      mode?: "FIXED" | "PERCENTAGE" | undefined;
                      amount?: number | undefined;
                      percentage?: number | undefined;
                      limit_date?: string | undefined;
                    }[]
                  | undefined;
              }
            | undefined;
          body_instructions?: readonly string[] | undefined;
        }
      | undefined;
    /** ISO 8601. */
    pix_expiration_date_time?: string | undefined;
  };
  /** Reads one transaction of any payment type. */
  zoop_get_transaction: {
    transaction_id: string;
  };
  /** Lists transactions, newest first. */
  zoop_list_transactions: {
    /** At most 100. */
    limit?: number | undefined;
    offset?: number | undefined;
    status?: string | undefined;
    /** time-descending. */
    sort?: string | undefined;
  };
  /** Takes what a transaction that was not captured holds, whole or in part; the rest is released. */
  zoop_capture_transaction: {
    transaction_id: string;
    on_behalf_of?: string | undefined;
    /** Cents. */
    amount: number;
  };
  /** Voids a transaction (estorno): a card that was charged in whole or in part, everything else as a whole. Releases a card that is only authorised. */
  zoop_refund_transaction: {
    transaction_id: string;
    on_behalf_of?: string | undefined;
    /** Cents. */
    amount: number;
  };
  /** Creates a Pix transaction with its QR code. Amounts are in cents. */
  zoop_create_pix_payment: {
    /** Cents. */
    amount: number;
    currency?: "BRL" | undefined;
    description?: string | undefined;
    /** Your own id of the order. */
    reference_id?: string | undefined;
    /** Seller id. Default: the connection's. */
    on_behalf_of?: string | undefined;
    /** Buyer id. */
    customer?: string | undefined;
    /** ISO 8601. */
    pix_expiration_date_time?: string | undefined;
  };
  /** Reads one Pix transaction with its QR code. */
  zoop_get_pix_payment: {
    transaction_id: string;
  };
  /** Creates a buyer. */
  zoop_create_buyer: {
    first_name: string;
    last_name?: string | undefined;
    /** CPF or CNPJ. */
    taxpayer_id?: string | undefined;
    email?: string | undefined;
  };
  /** Creates a seller of the marketplace. */
  zoop_create_seller: {
    taxpayer_id: string;
    first_name?: string | undefined;
    email?: string | undefined;
  };
  /** Reads one seller. */
  zoop_get_seller: {
    seller_id: string;
  };
  /** Lists sellers. */
  zoop_list_sellers: {
    limit?: number | undefined;
    offset?: number | undefined;
  };
  /** Divides a transaction among sellers. */
  zoop_create_split_rule: {
    transaction_id: string;
    recipient: string;
    /** Cents. */
    amount?: number | undefined;
    percentage?: number | undefined;
  };
  /** Makes a card token. Card numbers belong in Zoop's own form. */
  zoop_create_card_token: {
    holder_name?: string | undefined;
    expiration_month?: string | undefined;
    expiration_year?: string | undefined;
  };
  /** Transfers a seller's balance to a bank account. */
  zoop_create_transfer: {
    bank_account_id: string;
    /** Cents. */
    amount: number;
  };
  /** Reads the seller's balance in cents. */
  zoop_get_balance: {
    /** Default: the connection's. */
    seller_id?: string | undefined;
  };
  /** Lists what a seller will receive. */
  zoop_get_receivables: {
    /** Default: the connection's. */
    seller_id?: string | undefined;
    limit?: number | undefined;
    offset?: number | undefined;
  };
}
