/** This package's version, as clients see it. A test holds it to package.json. */
export const version = "0.0.0";
