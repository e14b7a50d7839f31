import type { ApiKey, Organisation } from "../../store/store.ts";

/** Who calls: the key and the organisation that it acts for. */
export interface Caller {
  key: ApiKey;
  organisation: Organisation;
}
