/** What every CodeSpar error carries, from whatever copy of the SDK. */
export const brand = Symbol.for("codespar.error");
