import type { Translator } from "@codespar/backend/ports";
import type { Currency, Customer, PaymentMethod } from "@codespar/contract";
import type { SimulatedServer } from "../simulation/provider-definition.ts";

export interface PaymentQuirks {
  /** How to pay is shown only while it can be paid. */
  dropsInstructions?: boolean | undefined;
  /** Times are dates. */
  datesOnly?: boolean | undefined;
  /** A card's authorisation code is not shown. */
  hidesAuthorization?: boolean | undefined;
  /** What is held is captured as a whole. */
  capturesWhole?: boolean | undefined;
  /** What returned money is known by at the Banco Central is not shown. */
  hidesReturnIds?: boolean | undefined;
  /** Methods whose payments nobody gives back by the API. */
  keeps?: readonly PaymentMethod[] | undefined;
  /** Methods whose payments are given back as a whole. */
  refundsWhole?: readonly PaymentMethod[] | undefined;
  /** Methods whose payments cannot be closed by the API while they wait for their payer. */
  waitsOn?: readonly PaymentMethod[] | undefined;
  /** What was given back is one sum, whose parts and times are not shown. */
  sumsRefunds?: boolean | undefined;
}

export interface PaymentsUnderTest {
  server: SimulatedServer;
  translator: Translator;
  /** Every pair that the routing names for the server. */
  methods: readonly (readonly [PaymentMethod, Currency])[];
  /** Who pays, where the provider wants to know. */
  customer?: Customer | undefined;
  /** What the real provider does not show, so that its simulation does not either. */
  quirks?: PaymentQuirks | undefined;
}
