import { plans } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Meter } from "../../parts/meter.tsx";
import { Problem } from "../../parts/problem.tsx";
import { Attention } from "./attention.tsx";
import { Months } from "./months.tsx";
import { ToolBreakdown } from "./tool-breakdown.tsx";

const DailyChart = lazy(async () => ({ default: (await import("./daily-chart.tsx")).DailyChart }));

/** What needs a person, then what the month has used of its quota. */
export function Overview() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const usage = useQuery({
    queryKey: ["usage", "now"],
    queryFn: ({ signal }) => codespar.usage.get({ tool_calls: false }, { signal }),
    meta: { live: true },
  });
  const billing = useQuery({
    queryKey: ["billing"],
    queryFn: ({ signal }) => codespar.billing.get({ signal }),
  });

  if (usage.error !== null) return <Problem error={usage.error} onRetry={() => void usage.refetch()} />;
  const { data } = usage;
  return (
    <div className="screen">
      <h1>{t("overview")}</h1>
      <Attention since={data?.period.start} />
      <section className="panel usage" aria-labelledby="usage-title">
        <h2 id="usage-title">
          {data === undefined ? t("usage.month") : format.month(data.period.start.slice(0, 7))}
          {billing.data === undefined ? null : (
            <span className="badge plain">{plans[billing.data.plan].name}</span>
          )}
        </h2>
        {data === undefined ? (
          <>
            <p className="muted usage-figures">{t("loading")}</p>
            <div className="meter" aria-hidden="true" />
          </>
        ) : (
          <>
            <p className="usage-figures">
              <strong className="figure">{format.number(data.used)}</strong>{" "}
              {data.quota === null
                ? t("usage.unlimited")
                : t("usage.of", { quota: format.number(data.quota) })}
              {data.percentage === null ? null : (
                <span className="percent">{format.percent(data.percentage)}</span>
              )}
            </p>
            {data.percentage === null ? null : (
              <Meter
                value={data.percentage}
                label={t("usage.meter", {
                  used: format.number(data.used),
                  quota: format.number(data.quota ?? 0),
                  percent: format.percent(data.percentage),
                })}
              />
            )}
          </>
        )}
      </section>
      {data !== undefined && data.used === 0 ? (
        <Empty title={t("usage.empty")}>
          <p>{t("usage.empty.next")}</p>
          <pre>{`await session.execute({ name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } })`}</pre>
        </Empty>
      ) : null}
      {data === undefined ? null : (
        // only once it is known what stands above, so that nothing moves
        <>
          <div className="columns">
            <section className="panel" aria-labelledby="tools-title">
              <h2 id="tools-title">{t("usage.tools")}</h2>
              <ToolBreakdown breakdown={data.breakdown} />
            </section>
            <section className="panel" aria-labelledby="days-title">
              <h2 id="days-title">{t("usage.days")}</h2>
              <Suspense fallback={<div className="chart" />}>
                <DailyChart daily={data.daily} start={data.period.start} end={data.period.end} />
              </Suspense>
            </section>
          </div>
          <Months before={data.period.start.slice(0, 7)} />
        </>
      )}
    </div>
  );
}
