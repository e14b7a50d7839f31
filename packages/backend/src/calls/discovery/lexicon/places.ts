import type { Lexicon } from "./lexicon.ts";

/** Countries, by the code that a server has them under. */
export const places: Lexicon = {
  "country:BR": "brasil*, brazil*, reais, brl",
  "country:MX": "mexic*, mxn",
  "country:AR": "argentin*",
  "country:CO": "colombi*",
  "country:CL": "chile, chilen*, clp",
};
