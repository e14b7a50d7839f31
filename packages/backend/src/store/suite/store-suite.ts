import { approvalCases } from "./approval-cases.ts";
import { fiscalProfileCases } from "./fiscal-profile-cases.ts";
import { jobCases } from "./job-cases.ts";
import { keyCases } from "./key-cases.ts";
import { leaseCases } from "./lease-cases.ts";
import { ledgerCases } from "./ledger-cases.ts";
import { listCases } from "./list-cases.ts";
import { openCases } from "./open-cases.ts";
import { recordCases } from "./record-cases.ts";
import { retentionCases } from "./retention-cases.ts";
import { settleCases } from "./settle-cases.ts";
import type { StoreCase } from "./store-case.ts";
import { streamCases } from "./stream-cases.ts";
import { togetherCases } from "./together-cases.ts";

export type { StoreCase } from "./store-case.ts";

/** What every store must do. Run each case with a function that makes an empty store. */
export const storeSuite: readonly StoreCase[] = [
  ...keyCases,
  ...leaseCases,
  ...settleCases,
  ...ledgerCases,
  ...approvalCases,
  ...streamCases,
  ...listCases,
  ...retentionCases,
  ...recordCases,
  ...fiscalProfileCases,
  ...jobCases,
  ...togetherCases,
  ...openCases,
];
