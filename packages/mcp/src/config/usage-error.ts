/** Something that the person at the terminal can fix; reported in one line. */
export class UsageError extends Error {}
