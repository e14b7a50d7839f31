import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Problem } from "../../parts/problem.tsx";

/** This month's calls by tenant, most first. */
export function Tenants() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ["usage", "tenants"],
    queryFn: ({ signal }) => codespar.usage.get({ group_by: "tenant_id", tool_calls: false }, { signal }),
    meta: { live: true },
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  const groups = data?.groups ?? [];
  if (data !== undefined && groups.length === 0) return <Empty title={t("tenants.empty")} />;
  return (
    <section className="panel">
      <h2>{data === undefined ? t("usage.month") : format.month(data.period.start.slice(0, 7))}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("tenant")}</th>
            <th scope="col" className="number">
              {t("calls")}
            </th>
            <th scope="col" className="number">
              {t("share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ value, count }) => (
            <tr key={value ?? ""}>
              <th scope="row">
                {value === null ? (
                  <span className="muted">{t("tenants.none")}</span>
                ) : (
                  <Link href={`/calls?tenant=${encodeURIComponent(value)}`}>{value}</Link>
                )}
              </th>
              <td className="number">{format.number(count)}</td>
              <td className="number">{format.percent((count / Math.max(1, data?.used ?? 1)) * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
