import type { DailyUsage } from "@codespar/contract";
import { useEffect, useMemo, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useText } from "../../i18n/use-text.ts";
import { daysOf } from "./days-of.ts";

const height = 180;

/** Calls a day as bars; the same figures as a table for whoever cannot see them. */
export function DailyChart({
  daily,
  start,
  end,
}: {
  daily: readonly DailyUsage[];
  start: string;
  end: string;
}) {
  const { t, format } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const days = useMemo(() => daysOf(daily, start, end), [daily, start, end]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const style = getComputedStyle(element);
    const [accent, muted, line] = ["--accent", "--muted", "--line"].map((name) =>
      style.getPropertyValue(name),
    );
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height,
        legend: { show: false },
        cursor: { show: false },
        padding: [8, 0, 0, 0],
        scales: {
          x: { time: false, range: (_, min, max) => [min - 0.6, max + 0.6] },
          y: { range: (_, __, max) => [0, Math.max(4, max * 1.05)] },
        },
        axes: [
          { stroke: muted ?? "", grid: { show: false }, ticks: { show: false }, size: 28 },
          {
            stroke: muted ?? "",
            grid: { stroke: line ?? "", width: 1 },
            ticks: { show: false },
            size: 52,
            values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? format.number(tick) : "")),
          },
        ],
        series: [
          {},
          {
            fill: accent ?? "",
            width: 0,
            points: { show: false },
            ...(uPlot.paths.bars === undefined ? {} : { paths: uPlot.paths.bars({ size: [0.7, 40] }) }),
          },
        ],
      },
      [days.map(({ day }) => day), days.map(({ count }) => count)],
      element,
    );
    const resizer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    resizer.observe(element);
    return () => {
      resizer.disconnect();
      chart.destroy();
    };
  }, [days, format]);

  return (
    <>
      <div className="chart" ref={frame} aria-hidden="true" />
      <details>
        <summary>{t("usage.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col" className="number">
                {t("calls")}
              </th>
            </tr>
          </thead>
          <tbody>
            {daily.map(({ date, count }) => (
              <tr key={date}>
                <th scope="row">{format.date(`${date}T12:00:00`)}</th>
                <td className="number">{format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
