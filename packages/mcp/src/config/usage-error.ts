/** Something that the person at the terminal can mend; told in one line. */
export class UsageError extends Error {}
