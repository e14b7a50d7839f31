import type { ApiKey, Organisation } from "../../store/store.ts";
import type { RequestLimit } from "../rate-limit/request-limit.ts";

/** Who calls: the key, the organisation that it acts for, and the request's place in their limit. */
export interface Caller {
  key: ApiKey;
  organisation: Organisation;
  /** What this request takes of the caller's rate limit. */
  limit: RequestLimit;
}
