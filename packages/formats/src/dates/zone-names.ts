// The zone in which each country's providers write local times. Constants, so that what needs one does not bundle all rows.
export const BOGOTA = "America/Bogota";
export const BUENOS_AIRES = "America/Argentina/Buenos_Aires";
export const LIMA = "America/Lima";
export const MEXICO_CITY = "America/Mexico_City";
export const SANTIAGO = "America/Santiago";
export const SAO_PAULO = "America/Sao_Paulo";
