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

/** What every store must do by itself. */
export const storeCases: readonly StoreCase[] = [
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
