/** Prefix of every id that CodeSpar hands out; what follows is time-ordered, so ids sort by creation. */
export type IdPrefix = "ses" | "tc" | "org" | "key" | "trg" | "evt" | "dlv" | "conn" | "req" | "apr" | "fp";

/** An id such as `ses_01jd…`: a prefix, 48 bits of milliseconds and 80 random bits. */
export type Id<Prefix extends IdPrefix = IdPrefix> = `${Prefix}_${string}`;
