import { useText } from "../../i18n/use-text.ts";

/** Calls by tool, most first, each with its share as a bar. */
export function ToolBreakdown({ breakdown }: { breakdown: Readonly<Record<string, number>> }) {
  const { t, format } = useText();
  const rows = Object.entries(breakdown).sort(([, a], [, b]) => b - a);
  const most = rows[0]?.[1] ?? 0;
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  if (rows.length === 0) return <p className="muted">{t("usage.none")}</p>;
  return (
    <table className="breakdown">
      <thead>
        <tr>
          <th scope="col">{t("tool")}</th>
          <th scope="col" className="number">
            {t("calls")}
          </th>
          <th scope="col" className="number">
            {t("share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([tool, count]) => (
          <tr key={tool}>
            <th scope="row">
              <span className="mono">{tool}</span>
              <span className="bar" aria-hidden="true" style={{ inlineSize: `${(count / most) * 100}%` }} />
            </th>
            <td className="number">{format.number(count)}</td>
            <td className="number">{format.percent((count / all) * 100)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
