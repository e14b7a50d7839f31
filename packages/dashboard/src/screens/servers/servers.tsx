import { countries, type Server, serverCategories } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useId, useMemo } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Problem } from "../../parts/problem.tsx";
import { Split } from "../../parts/split.tsx";
import { VirtualList } from "../../parts/virtual-list.tsx";
import { ServerDetail } from "./server-detail.tsx";

/** The catalogue: what each provider can do, and where. */
export function Servers() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const { id } = useParams<{ id?: string }>();
  const [search, setSearch] = useSearchParams();
  const [textId, categoryId, countryId] = [useId(), useId(), useId()];
  const { data, error, refetch } = useQuery({
    queryKey: ["servers"],
    queryFn: async ({ signal }): Promise<Server[]> => (await codespar.servers.list({}, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const text = search.get("text") ?? "";
  const category = serverCategories.find((each) => each === search.get("category"));
  const country = countries.find((each) => each === search.get("country"));
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return (data ?? []).filter(
      (server) =>
        (category === undefined || server.categories.includes(category)) &&
        (country === undefined || server.countries.includes(country)) &&
        [server.id, server.name, ...server.capabilities, ...server.tools].some((each) =>
          each.toLowerCase().includes(wanted),
        ),
    );
  }, [data, text, category, country]);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const suffix = search.size === 0 ? "" : `?${search}`;

  return (
    <Split
      list={
        <>
          <h1>{t("servers")}</h1>
          <search className="filters">
            <div>
              <label htmlFor={textId}>{t("search")}</label>
              <input
                id={textId}
                type="search"
                value={text}
                placeholder={t("servers.search")}
                onChange={({ target }) => set("text", target.value)}
              />
            </div>
            <div>
              <label htmlFor={categoryId}>{t("servers.category")}</label>
              <select
                id={categoryId}
                value={category ?? ""}
                onChange={({ target }) => set("category", target.value)}
              >
                <option value="">{t("any")}</option>
                {serverCategories.map((each) => (
                  <option key={each} value={each}>
                    {t(`category.${each}`)}
                  </option>
                ))}
              </select>
            </div>
            <div>
              <label htmlFor={countryId}>{t("servers.country")}</label>
              <select
                id={countryId}
                value={country ?? ""}
                onChange={({ target }) => set("country", target.value)}
              >
                <option value="">{t("any")}</option>
                {countries.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </div>
          </search>
          {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
          {data !== undefined && rows.length === 0 ? (
            <Empty title={t("servers.none")} />
          ) : (
            <VirtualList
              label={t("servers")}
              className="servers"
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                t("name"),
                t("servers.category"),
                t("servers.country"),
                t("servers.can"),
                { name: t("servers.tools"), className: "number" },
              ]}
              rowHeight={40}
              hasMore={data === undefined}
              onEnd={nothing}
              isSelected={(row) => row.id === id}
              renderRow={(row) => (
                <>
                  <div role="cell" className="c-name">
                    <Link
                      href={`/servers/${row.id}${suffix}`}
                      className="row-link"
                      aria-current={row.id === id ? "true" : undefined}
                    >
                      {row.name}
                    </Link>
                  </div>
                  <div role="cell" className="c-category">
                    {t(`category.${row.category}`)}
                  </div>
                  <div role="cell" className="c-country">
                    {row.countries.join(" ")}
                  </div>
                  <div role="cell" className="c-can">
                    {row.capabilities.join(", ")}
                  </div>
                  <div role="cell" className="number">
                    {format.number(row.tools_count)}
                  </div>
                </>
              )}
            />
          )}
        </>
      }
      detail={id === undefined ? undefined : <ServerDetail key={id} id={id} backTo={`/servers${suffix}`} />}
    />
  );
}

function nothing(): void {
  // the catalogue comes whole
}
