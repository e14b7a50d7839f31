import type { CentralBuckets } from "@codespar/backend";
import type { Database } from "../database/database.ts";
import { readNumber } from "../database/read-row.ts";
import { toText } from "../database/to-text.ts";

/** Rate limits of all processes on one database. */
export function rateBuckets(database: Database): CentralBuckets {
  return {
    async draw(bucket, limitPerMinute, wanted) {
      const [row] = await database.query("SELECT * FROM codespar.draw_rate_1($1, $2, $3)", [
        toText(bucket),
        limitPerMinute,
        wanted,
      ]);
      if (row === undefined) throw new Error("No bucket was drawn from.");
      return { granted: readNumber(row, "granted"), units: readNumber(row, "units") };
    },
  };
}
