// SAT (RFC) and RENAPO (CURP) replace these when they fall out of a name, so no real number begins with them.
const RUDE_IN_RFC: ReadonlySet<string> = new Set(
  (
    "BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO KACA KACO KAGA KAGO " +
    "KAKA KOGE KOJO KULO MAME MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE PUTA PUTO QULO RATA RUIN"
  ).split(" "),
);
const RUDE_IN_CURP_ONLY: ReadonlySet<string> = new Set(
  (
    "BACA BAKA COGI COLA FALO GETA GUEI JETA KAKO KOGI KOJA KOJE KOJI KOLA LILO LOCA LOCO LOKA LOKO MIAR MOKO " +
    "MULO NACA NACO PIPI PITO POPO ROBA ROBE ROBO SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY"
  ).split(" "),
);

/** Letters that end none of the rude words; generators take the fourth initial from here. */
export const SAFE_FINAL_INITIALS = "BCDFGHJKLMPQTVWXZ";

/** Tells whether four initials are on SAT's list of inconvenient words. */
export function isRudeInRfc(initials: string): boolean {
  return RUDE_IN_RFC.has(initials);
}

/** Tells whether four initials are on RENAPO's list, which is the longer one. */
export function isRudeInCurp(initials: string): boolean {
  return RUDE_IN_RFC.has(initials) || RUDE_IN_CURP_ONLY.has(initials);
}
