import { useQueries } from "@tanstack/react-query";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { monthsBefore } from "./months-before.ts";

/** The calls of the six months before this one. */
export function Months({ before }: { before: string }) {
  const { codespar } = useApi();
  const { t, format } = useText();
  const periods = monthsBefore(before, 6);
  const months = useQueries({
    queries: periods.map((period) => ({
      queryKey: ["usage", period],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        codespar.usage.get({ period, tool_calls: false }, { signal }),
      // a month that is over does not change
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return (
    <section className="panel" aria-labelledby="months-title">
      <h2 id="months-title">{t("usage.months")}</h2>
      <table className="months">
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col" className="number">
              {t("calls")}
            </th>
            <th scope="col" className="number">
              {t("share.quota")}
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period, index) => {
            const data = months[index]?.data;
            return (
              <tr key={period}>
                <th scope="row">{format.month(period)}</th>
                <td className="number">{data === undefined ? "…" : format.number(data.used)}</td>
                <td className="number">
                  {data?.percentage === undefined || data.percentage === null
                    ? "–"
                    : format.percent(data.percentage)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
