export const CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
export const VOWELS = "AEIOU";

/** Letters that end none of the words which SAT (RFC) and RENAPO (CURP) replace when a name gives them. */
export const SAFE_FINAL_INITIALS = "BCDFGHJKLMPQTVWXZ";
