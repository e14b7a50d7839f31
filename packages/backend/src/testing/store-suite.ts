import type { StoreCase } from "../store/suite/store-case.ts";
import { storeCases } from "../store/suite/store-cases.ts";
import { ruleCases } from "./rule-cases.ts";

export type { StoreCase };

/** What every store must do, by itself and under a backend. Run each case with a function that makes an empty store. */
export const storeSuite: readonly StoreCase[] = [...storeCases, ...ruleCases];
