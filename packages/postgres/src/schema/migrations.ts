import { documentAge } from "./document-age.ts";
import { jobFunctions } from "./job-functions.ts";
import { keyFunctions } from "./key-functions.ts";
import { openingFunctions } from "./opening-functions.ts";
import { operationFunctions } from "./operation-functions.ts";
import { partitionFunctions } from "./partition-functions.ts";
import { rateFunctions } from "./rate-functions.ts";
import { recordFunctions } from "./record-functions.ts";
import { keyPartitions, tables } from "./tables.ts";
import { togetherFunctions } from "./together-functions.ts";

/** A step forwards. What the version before reads and calls stays, so that both can run while processes are replaced. */
export interface Migration {
  version: number;
  /** The oldest version of the software's schema that can run on the result. */
  readableFrom: number;
  sql: string;
}

/** In order. One that was released is never changed. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    readableFrom: 1,
    sql: [
      tables,
      keyPartitions,
      operationFunctions,
      jobFunctions,
      keyFunctions,
      recordFunctions,
      partitionFunctions,
      togetherFunctions,
    ].join("\n"),
  },
  { version: 2, readableFrom: 1, sql: openingFunctions },
  { version: 3, readableFrom: 1, sql: documentAge },
  { version: 4, readableFrom: 1, sql: rateFunctions },
];

/** The schema that this version of the software writes. */
export const schemaVersion = migrations.at(-1)?.version ?? 0;
