const money = new Map<string, Intl.NumberFormat>();

/** Minor units of reais as people write them: `R$ 129,80`. */
export function formatAmount(amount: number, currency: string): string {
  const format = money.get(currency) ?? new Intl.NumberFormat("pt-BR", { style: "currency", currency });
  money.set(currency, format);
  return format.format(amount / 100).replaceAll("\u00a0", " ");
}

const clock = new Intl.DateTimeFormat("pt-BR", { timeStyle: "medium", timeZone: "America/Sao_Paulo" });

/** The time of day in São Paulo. */
export function formatTime(at: string | number): string {
  return clock.format(new Date(at));
}
