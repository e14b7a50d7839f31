import type { BankCalendar } from "./holiday.ts";

/** Decreto Legislativo 713 (art. 6) as amended by Leyes 31381, 31530, 31788 and 31822. */
export const PERU_BANK_CALENDAR: BankCalendar = {
  rules: [
    { name: "Año Nuevo", month: 1, day: 1 },
    { name: "Jueves Santo", easter: -3 },
    { name: "Viernes Santo", easter: -2 },
    { name: "Día del Trabajo", month: 5, day: 1 },
    { name: "Batalla de Arica y Día de la Bandera", month: 6, day: 7, from: 2024 },
    { name: "San Pedro y San Pablo", month: 6, day: 29 },
    { name: "Día de la Fuerza Aérea del Perú", month: 7, day: 23, from: 2023 },
    { name: "Fiestas Patrias", month: 7, day: 28 },
    { name: "Fiestas Patrias", month: 7, day: 29 },
    { name: "Batalla de Junín", month: 8, day: 6, from: 2022 },
    { name: "Santa Rosa de Lima", month: 8, day: 30 },
    { name: "Combate de Angamos", month: 10, day: 8 },
    { name: "Todos los Santos", month: 11, day: 1 },
    { name: "Inmaculada Concepción", month: 12, day: 8 },
    { name: "Batalla de Ayacucho", month: 12, day: 9, from: 2022 },
    { name: "Navidad", month: 12, day: 25 },
  ],
};
