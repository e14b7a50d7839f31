import { type BankCalendar, FRIDAY, toNearestMonday } from "./holiday.ts";

/**
 * Ley 27.399, which moves four holidays to a Monday, with the banks' own days: Maundy Thursday and 6 November.
 * Bridge days are a resolution's, each year; the banks keep them (Ley de Contrato de Trabajo, art. 167). Those of 2024 to
 * 2026 are listed (Resolución 164/2025 for 2026), later ones are not known yet.
 */
export const ARGENTINA_BANK_CALENDAR: BankCalendar = {
  rules: [
    { name: "Año Nuevo", month: 1, day: 1 },
    { name: "Carnaval", easter: -48 },
    { name: "Carnaval", easter: -47 },
    { name: "Día Nacional de la Memoria por la Verdad y la Justicia", month: 3, day: 24 },
    { name: "Jueves Santo", easter: -3 },
    { name: "Viernes Santo", easter: -2 },
    { name: "Día del Veterano y de los Caídos en la Guerra de Malvinas", month: 4, day: 2 },
    { name: "Día del Trabajador", month: 5, day: 1 },
    { name: "Día de la Revolución de Mayo", month: 5, day: 25 },
    {
      name: "Paso a la Inmortalidad de Martín Miguel de Güemes",
      month: 6,
      day: 17,
      // A Friday stays: the Monday after is 20 June, which is a holiday already (Decreto 789/2021).
      moved: (weekday) => (weekday === FRIDAY ? 0 : toNearestMonday(weekday)),
    },
    { name: "Paso a la Inmortalidad de Manuel Belgrano", month: 6, day: 20 },
    { name: "Día de la Independencia", month: 7, day: 9 },
    { name: "Paso a la Inmortalidad de José de San Martín", month: 8, day: 17, moved: toNearestMonday },
    { name: "Día del Respeto a la Diversidad Cultural", month: 10, day: 12, moved: toNearestMonday },
    { name: "Día del Bancario", month: 11, day: 6 },
    { name: "Día de la Soberanía Nacional", month: 11, day: 20, moved: toNearestMonday },
    { name: "Inmaculada Concepción de María", month: 12, day: 8 },
    { name: "Navidad", month: 12, day: 25 },
  ],
  once: {
    "2024-04-01": "Día no laborable con fines turísticos",
    "2024-06-21": "Día no laborable con fines turísticos",
    "2024-10-11": "Día no laborable con fines turísticos",
    "2025-05-02": "Día no laborable con fines turísticos",
    "2025-08-15": "Día no laborable con fines turísticos",
    "2025-10-10": "Día del Respeto a la Diversidad Cultural",
    "2025-11-21": "Día no laborable con fines turísticos",
    "2026-03-23": "Día no laborable con fines turísticos",
    "2026-07-10": "Día no laborable con fines turísticos",
    "2026-12-07": "Día no laborable con fines turísticos",
  },
};
