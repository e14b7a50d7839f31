/**
 * What the field's words mean: a concept, and the terms for it in Portuguese, Spanish and English, without accents,
 * with commas between them.
 * - `cobr*` every word that begins so
 * - `~guia` a word that means it less often than it means something else
 * - `link pagamento` a phrase, written without its stop words
 */
export type Lexicon = Readonly<Record<string, string>>;
