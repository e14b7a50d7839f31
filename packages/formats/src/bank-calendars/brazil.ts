import type { BankCalendar } from "./holiday.ts";

/** FEBRABAN's and ANBIMA's calendar: the national holidays (Lei 662/1949, 6.802/1980, 14.759/2023), carnival, Corpus Christi. */
export const BRAZIL_BANK_CALENDAR: BankCalendar = {
  rules: [
    { name: "Confraternização Universal", month: 1, day: 1 },
    { name: "Carnaval", easter: -48 },
    { name: "Carnaval", easter: -47 },
    { name: "Sexta-feira Santa", easter: -2 },
    { name: "Tiradentes", month: 4, day: 21 },
    { name: "Dia do Trabalho", month: 5, day: 1 },
    { name: "Corpus Christi", easter: 60 },
    { name: "Independência do Brasil", month: 9, day: 7 },
    { name: "Nossa Senhora Aparecida", month: 10, day: 12 },
    { name: "Finados", month: 11, day: 2 },
    { name: "Proclamação da República", month: 11, day: 15 },
    { name: "Dia da Consciência Negra", month: 11, day: 20, from: 2024 },
    { name: "Natal", month: 12, day: 25 },
  ],
};
