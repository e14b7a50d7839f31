import { type BankCalendar, toNextMonday } from "./holiday.ts";

/** Ley 51 de 1983 ("Ley Emiliani"), which moves most holidays to the Monday that follows; Ley 2578 de 2026. */
export const COLOMBIA_BANK_CALENDAR: BankCalendar = {
  rules: [
    { name: "Año Nuevo", month: 1, day: 1 },
    { name: "Día de los Reyes Magos", month: 1, day: 6, moved: toNextMonday },
    { name: "Día de San José", month: 3, day: 19, moved: toNextMonday },
    { name: "Jueves Santo", easter: -3 },
    { name: "Viernes Santo", easter: -2 },
    { name: "Día del Trabajo", month: 5, day: 1 },
    { name: "Ascensión del Señor", easter: 43 },
    { name: "Corpus Christi", easter: 64 },
    { name: "Sagrado Corazón de Jesús", easter: 71 },
    { name: "San Pedro y San Pablo", month: 6, day: 29, moved: toNextMonday },
    { name: "Nuestra Señora del Rosario de Chiquinquirá", month: 7, day: 9, from: 2026, moved: toNextMonday },
    { name: "Día de la Independencia", month: 7, day: 20 },
    { name: "Batalla de Boyacá", month: 8, day: 7 },
    { name: "Asunción de la Virgen", month: 8, day: 15, moved: toNextMonday },
    { name: "Día de la Raza", month: 10, day: 12, moved: toNextMonday },
    { name: "Todos los Santos", month: 11, day: 1, moved: toNextMonday },
    { name: "Independencia de Cartagena", month: 11, day: 11, moved: toNextMonday },
    { name: "Inmaculada Concepción", month: 12, day: 8 },
    { name: "Navidad", month: 12, day: 25 },
  ],
};
