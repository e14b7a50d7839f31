import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { mostCounted, useWaitingApprovals } from "../../waiting/use-waiting-approvals.ts";

const most = mostCounted;

/** What waits for a person: approvals, calls whose outcome nobody knows, and failures. */
export function Attention({ since }: { since: string | undefined }) {
  const { codespar } = useApi();
  const { t } = useText();
  const { approvals, isKnown } = useWaitingApprovals();
  const unknown = useQuery({
    queryKey: ["attention", "unknown"],
    queryFn: ({ signal }) => codespar.toolCalls.list({ status: "unknown", limit: most }, { signal }),
    meta: { live: true },
  });
  const failed = useQuery({
    queryKey: ["attention", "failed", since],
    queryFn: ({ signal }) => codespar.toolCalls.list({ status: "failed", since, limit: most }, { signal }),
    enabled: since !== undefined,
    meta: { live: true },
  });
  const tiles = [
    {
      title: t("attention.approvals"),
      href: "/approvals",
      count: isKnown ? approvals.length : undefined,
      level: "warn",
    },
    {
      title: t("attention.unknown"),
      href: "/calls?status=unknown",
      count: unknown.data?.data.length,
      level: "bad",
    },
    {
      title: t("attention.failed"),
      href: "/calls?status=failed",
      count: failed.data?.data.length,
      level: "bad",
    },
  ];
  return (
    <ul className="tiles" aria-label={t("attention")}>
      {tiles.map(({ title, href, count, level }) => {
        return (
          <li key={href} className={count === undefined || count === 0 ? "tile" : `tile ${level}`}>
            <Link href={href}>
              <span className="figure">
                {count === undefined ? "…" : count === most ? `${most}+` : count}
              </span>
              <span>{title}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
