import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { easterDay } from "../bank-calendars/easter.ts";
import { juneSolstice } from "../bank-calendars/june-solstice.ts";
import { COUNTRY_CODES } from "../country.ts";
import { addDays, formatEpochDay, parseEpochDay } from "../dates/dates-and-zones.ts";
import {
  addBankDays,
  bankDateAfter,
  bankHolidays,
  boletoPayableUntil,
  isBankDay,
  nextBankDay,
} from "./bank-days.ts";

const anyCountry = fc.constantFrom(...COUNTRY_CODES);
const anyDate = fc
  .integer({ min: parseEpochDay("2018-01-01") ?? 0, max: parseEpochDay("2060-12-31") ?? 0 })
  .map(formatEpochDay);
const readDates = (year: number, country: (typeof COUNTRY_CODES)[number]) =>
  bankHolidays(year, country).map(({ date }) => date.slice(5));

describe("bankHolidays", () => {
  // FEBRABAN and ANBIMA
  it("is the calendar of the banks of Brazil", () => {
    expect(readDates(2023, "BR").join(" ")).toBe(
      "01-01 02-20 02-21 04-07 04-21 05-01 06-08 09-07 10-12 11-02 11-15 12-25",
    );
    expect(readDates(2026, "BR").join(" ")).toBe(
      "01-01 02-16 02-17 04-03 04-21 05-01 06-04 09-07 10-12 11-02 11-15 11-20 12-25",
    );
  });

  // CNBV, "días del año en que las entidades financieras deberán cerrar sus puertas"
  it("is the calendar of the banks of Mexico, with its Mondays and the change of president", () => {
    expect(readDates(2024, "MX").join(" ")).toBe(
      "01-01 02-05 03-18 03-28 03-29 05-01 09-16 10-01 11-02 11-18 12-12 12-25",
    );
    expect(readDates(2026, "MX").join(" ")).toBe(
      "01-01 02-02 03-16 04-02 04-03 05-01 09-16 11-02 11-16 12-12 12-25",
    );
    expect(readDates(2030, "MX")).toContain("10-01");
  });

  it("moves holidays of Argentina to a Monday and keeps the decreed ones", () => {
    expect(readDates(2025, "AR").join(" ")).toBe(
      "01-01 03-03 03-04 03-24 04-02 04-17 04-18 05-01 05-02 05-25 06-16 06-20 07-09 08-15 08-17 10-10 10-12 11-06 11-21 11-24 12-08 12-25",
    );
    expect(readDates(2024, "AR")).toEqual(expect.arrayContaining(["06-17", "08-17", "10-12", "11-18"]));
    expect(readDates(2022, "AR")).toEqual(expect.arrayContaining(["06-17", "06-20", "08-15", "10-10"]));
    expect(readDates(2026, "AR")).toEqual(expect.arrayContaining(["06-15", "08-17", "10-12", "11-23"]));
  });

  it("moves holidays of Colombia to the Monday after (Ley 51 de 1983)", () => {
    expect(readDates(2025, "CO").join(" ")).toBe(
      "01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25",
    );
    expect(readDates(2026, "CO").join(" ")).toBe(
      "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25",
    );
  });

  it("is the calendar of the banks of Chile, with solstice, moved days and 31 December", () => {
    expect(readDates(2023, "CL").join(" ")).toBe(
      "01-01 01-02 04-07 04-08 05-01 05-21 06-21 06-26 07-16 08-15 09-18 09-19 10-09 10-27 11-01 12-08 12-25 12-31",
    );
    expect(readDates(2024, "CL").join(" ")).toBe(
      "01-01 03-29 03-30 05-01 05-21 06-20 06-29 07-16 08-15 09-18 09-19 09-20 10-12 10-31 11-01 12-08 12-25 12-31",
    );
    expect(readDates(2018, "CL")).toEqual(expect.arrayContaining(["07-02", "09-17", "10-15", "11-02"]));
    expect(readDates(2021, "CL")).toEqual(expect.arrayContaining(["06-21", "09-17"]));
    expect(readDates(2025, "CL")).toContain("06-20");
    expect(readDates(2026, "CL")).toContain("06-21");
  });

  it("is the calendar of Peru", () => {
    expect(readDates(2026, "PE").join(" ")).toBe(
      "01-01 04-02 04-03 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
    );
  });

  it("names each day and has them in order, for every year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2018, max: 2100 }), anyCountry, (year, country) => {
        const holidays = bankHolidays(year, country);
        const dates = holidays.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const { date, name } of holidays) {
          expect(date.startsWith(`${year}-`)).toBe(true);
          expect(name).not.toBe("");
          expect(isBankDay(date, country)).toBe(false);
        }
      }),
    );
    expect(bankHolidays(2026, "BR")[0]).toEqual({ date: "2026-01-01", name: "Confraternização Universal" });
    expect(() => bankHolidays(2026.5, "BR")).toThrow(RangeError);
  });

  it("puts every holiday that Colombia moves on a Monday", () => {
    const fixed = new Set(["01-01", "05-01", "07-20", "08-07", "12-08", "12-25"]);
    for (let year = 2018; year <= 2060; year++) {
      const easter = easterDay(year);
      const holy = [formatEpochDay(easter - 3).slice(5), formatEpochDay(easter - 2).slice(5)];
      for (const { date } of bankHolidays(year, "CO")) {
        if (fixed.has(date.slice(5)) || holy.includes(date.slice(5))) continue;
        expect(new Date(date).getUTCDay(), date).toBe(1);
      }
    }
  });
});

describe("bank days", () => {
  it("lets a boleto due on a Saturday or in carnival be paid on the next bank day (Lei 7.089/1983)", () => {
    expect(nextBankDay("2026-11-21", "BR")).toBe("2026-11-23");
    expect(nextBankDay("2026-02-14", "BR")).toBe("2026-02-18");
    expect(nextBankDay("2026-11-23", "BR")).toBe("2026-11-23");
    expect(isBankDay("2026-11-20", "BR")).toBe(false);
    expect(isBankDay("2023-11-20", "BR")).toBe(true);
    expect(() => isBankDay("2026-02-30", "BR")).toThrow(RangeError);
  });

  it("keeps a boleto payable until the evening of that day in São Paulo", () => {
    expect(boletoPayableUntil("2026-11-21")).toBe(Date.parse("2026-11-23T23:59:59-03:00"));
    expect(boletoPayableUntil("2026-12-10")).toBe(Date.parse("2026-12-10T23:59:59-03:00"));
    expect(() => boletoPayableUntil("soon")).toThrow(RangeError);
  });

  it("counts from the day it is in the country", () => {
    const fridayEvening = Date.parse("2026-11-27T23:30:00-03:00");
    expect(bankDateAfter(fridayEvening, 1, "BR")).toBe("2026-11-30");
    expect(bankDateAfter(fridayEvening + 3_600_000, 1, "BR")).toBe("2026-11-30");
    expect(bankDateAfter(fridayEvening, 0, "CO")).toBe("2026-11-27");
  });

  it("counts bank days forwards and backwards", () => {
    expect(addBankDays("2026-12-23", 2, "BR")).toBe("2026-12-28");
    expect(addBankDays("2026-12-28", -2, "BR")).toBe("2026-12-23");
    expect(addBankDays("2026-12-26", 0, "BR")).toBe("2026-12-28");
    expect(addBankDays("2026-12-31", 1, "CL")).toBe("2027-01-04");
    expect(() => addBankDays("2026-12-23", 1.5, "BR")).toThrow(RangeError);
  });

  it("always lands on a bank day and comes back", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), anyCountry, (date, days, country) => {
        const start = nextBankDay(date, country);
        const end = addBankDays(start, days, country);
        expect(isBankDay(end, country)).toBe(true);
        expect(addBankDays(end, -days, country)).toBe(start);
        let open = 0;
        for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
          if (isBankDay(day, country)) open++;
        }
        expect(open).toBe(days);
      }),
    );
  });
});

describe("what the calendars are computed from", () => {
  it.each([
    [2000, "2000-04-23"],
    [2018, "2018-04-01"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
    [2285, "2285-03-22"],
  ])("has Easter of %i on %s", (year, date) => {
    expect(formatEpochDay(easterDay(year))).toBe(date);
  });

  // Astronomical Applications Department, U.S. Naval Observatory
  it.each([
    [2020, "2020-06-20T21:44Z"],
    [2021, "2021-06-21T03:32Z"],
    [2022, "2022-06-21T09:14Z"],
    [2023, "2023-06-21T14:58Z"],
    [2024, "2024-06-20T20:51Z"],
    [2025, "2025-06-21T02:42Z"],
    [2026, "2026-06-21T08:24Z"],
  ])("has the June solstice of %i to five minutes", (year, instant) => {
    expect(Math.abs(juneSolstice(year) - Date.parse(instant))).toBeLessThan(300_000);
  });
});
