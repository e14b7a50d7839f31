import { calendarDateAt, requireEpochDay } from "../dates/dates-and-zones.ts";
import { SANTIAGO } from "../dates/zone-names.ts";
import { type BankCalendar, FRIDAY, MONDAY, toFriday, toMondayOfWeek } from "./holiday.ts";
import { juneSolstice } from "./june-solstice.ts";

/** Leyes 2.977, 19.668, 20.215, 20.299, 20.983 and 21.357; 31 December is the banks' own. */
export const CHILE_BANK_CALENDAR: BankCalendar = {
  rules: [
    { name: "Año Nuevo", month: 1, day: 1 },
    { name: "Feriado Adicional", month: 1, day: 2, onWeekdays: [MONDAY] },
    { name: "Viernes Santo", easter: -2 },
    { name: "Sábado Santo", easter: -1 },
    { name: "Día Nacional del Trabajo", month: 5, day: 1 },
    { name: "Día de las Glorias Navales", month: 5, day: 21 },
    {
      name: "Día Nacional de los Pueblos Indígenas",
      getDay: (year) => requireEpochDay(calendarDateAt(juneSolstice(year), SANTIAGO)),
      from: 2022,
    },
    { name: "San Pedro y San Pablo", month: 6, day: 29, moved: toMondayOfWeek },
    { name: "Día de la Virgen del Carmen", month: 7, day: 16 },
    { name: "Asunción de la Virgen", month: 8, day: 15 },
    { name: "Fiestas Patrias", month: 9, day: 17, onWeekdays: [MONDAY, FRIDAY] },
    { name: "Independencia Nacional", month: 9, day: 18 },
    { name: "Día de las Glorias del Ejército", month: 9, day: 19 },
    { name: "Fiestas Patrias", month: 9, day: 20, onWeekdays: [FRIDAY] },
    { name: "Encuentro de Dos Mundos", month: 10, day: 12, moved: toMondayOfWeek },
    { name: "Día Nacional de las Iglesias Evangélicas", month: 10, day: 31, moved: toFriday },
    { name: "Día de Todos los Santos", month: 11, day: 1 },
    { name: "Inmaculada Concepción", month: 12, day: 8 },
    { name: "Navidad", month: 12, day: 25 },
    { name: "Feriado Bancario", month: 12, day: 31 },
  ],
  // In 2021 the law itself named the day.
  once: {
    "2021-06-21": "Día Nacional de los Pueblos Indígenas",
    "2022-09-16": "Feriado de Fiestas Patrias",
  },
};
