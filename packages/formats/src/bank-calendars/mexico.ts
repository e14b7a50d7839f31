import type { BankCalendar } from "./holiday.ts";

/** Days on which CNBV has the banks close (DOF, each year): the Ley Federal del Trabajo's (art. 74), and the banks' own. */
export const MEXICO_BANK_CALENDAR: BankCalendar = {
  rules: [
    { name: "Año Nuevo", month: 1, day: 1 },
    { name: "Día de la Constitución", month: 2, monday: 1 },
    { name: "Natalicio de Benito Juárez", month: 3, monday: 3 },
    { name: "Jueves Santo", easter: -3 },
    { name: "Viernes Santo", easter: -2 },
    { name: "Día del Trabajo", month: 5, day: 1 },
    { name: "Día de la Independencia", month: 9, day: 16 },
    { name: "Transmisión del Poder Ejecutivo", month: 10, day: 1, from: 2024, everyYears: 6 },
    { name: "Día de Muertos", month: 11, day: 2 },
    { name: "Día de la Revolución", month: 11, monday: 3 },
    { name: "Transmisión del Poder Ejecutivo", month: 12, day: 1, from: 2018, until: 2018 },
    { name: "Día del Empleado Bancario", month: 12, day: 12 },
    { name: "Navidad", month: 12, day: 25 },
  ],
};
