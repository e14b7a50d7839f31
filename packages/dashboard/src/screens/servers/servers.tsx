import { countries, type Server, serverCategories } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { Empty } from "../../parts/empty.tsx";
import { Filters, SelectFilter, TextFilter } from "../../parts/filters.tsx";
import { ListScreen } from "../../parts/list-screen.tsx";
import { ServerDetail } from "./server-detail.tsx";

/** The catalogue: what each provider can do, and where. */
export function Servers() {
  const { codespar } = useApi();
  const { t, format } = useText();
  const [search, setSearch] = useSearchParams();
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

  return (
    <ListScreen
      title={t("servers")}
      path="/servers"
      list={{
        rows,
        hasMore: data === undefined && error === null,
        error: error ?? undefined,
        refresh: async () => void (await refetch()),
        loadMore: async () => {
          // the catalogue comes whole
        },
      }}
      filters={
        <Filters>
          <TextFilter
            label={t("search")}
            value={text}
            placeholder={t("servers.search")}
            onChange={(value) => set("text", value)}
          />
          <SelectFilter
            label={t("servers.category")}
            value={category ?? ""}
            options={serverCategories.map((each) => [each, t(`category.${each}`)])}
            onChange={(value) => set("category", value)}
          />
          <SelectFilter
            label={t("servers.country")}
            value={country ?? ""}
            options={countries.map((each) => [each, format.country(each)])}
            onChange={(value) => set("country", value)}
          />
        </Filters>
      }
      empty={<Empty title={t("servers.none")} />}
      columns={[
        { name: t("name"), width: "minmax(130px, 1fr)", place: "title", cell: (row) => row.name },
        {
          name: t("servers.category"),
          width: "110px",
          place: "end",
          cell: (row) => t(`category.${row.category}`),
        },
        {
          name: t("servers.country"),
          // all five of them
          width: "130px",
          place: "corner",
          cell: (row) => row.countries.join(" "),
        },
        {
          name: t("servers.can"),
          width: "minmax(140px, 2fr)",
          place: "under",
          cell: (row) => row.capabilities.join(", "),
        },
        {
          name: t("servers.tools"),
          width: "100px",
          className: "number",
          cell: (row) => format.number(row.tools_count),
        },
      ]}
      renderDetail={(id, backTo) => <ServerDetail key={id} id={id} backTo={backTo} />}
    />
  );
}
