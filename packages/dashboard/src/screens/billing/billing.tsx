import type { BillingInvoice } from "@codespar/contract";
import { plans } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Meter } from "../../parts/meter.tsx";
import { Problem } from "../../parts/problem.tsx";
import { SafeLink } from "../../parts/safe-link.tsx";
import { StatusBadge } from "../../parts/status-badge.tsx";
import { Switch } from "../../parts/switch.tsx";
import { PlanChoice } from "./plan-choice.tsx";

/** The plan, what it has used, what others would cost, and CodeSpar's own invoices. */
export function BillingScreen() {
  const { codespar, clientFor } = useApi();
  const { t, format } = useText();
  const billing = useQuery({
    queryKey: ["billing"],
    queryFn: ({ signal }) => codespar.billing.get({ signal }),
    meta: { live: true },
  });
  const invoices = useQuery({
    queryKey: ["invoices"],
    queryFn: async ({ signal }): Promise<BillingInvoice[]> =>
      (await codespar.billing.invoices({ limit: 24 }, { signal })).data,
    meta: { live: true },
  });
  const { data } = billing;
  if (billing.error !== null) {
    return <Problem error={billing.error} onRetry={() => void billing.refetch()} />;
  }
  const used = data === undefined || data.quota === null ? null : (data.used / data.quota) * 100;

  return (
    <div className="screen">
      <h1>{t("billing")}</h1>
      {data === undefined ? (
        <p className="muted">{t("loading")}</p>
      ) : (
        <>
          <section className="panel" aria-labelledby="plan-title">
            <h2 id="plan-title">
              {plans[data.plan].name} <StatusBadge status={data.status} />
            </h2>
            <Facts
              rows={[
                [
                  t("billing.price"),
                  data.price_cents === null
                    ? t("billing.contract")
                    : `${format.money(data.price_cents, "USD")} ${t("billing.month")}`,
                ],
                [
                  t("billing.period"),
                  `${format.day(data.current_period.start)} – ${format.day(data.current_period.end)}`,
                ],
                [
                  t("billing.card"),
                  data.payment_method === null
                    ? t("billing.nocard")
                    : `${cardBrand(data.payment_method.brand)} …${data.payment_method.last4}, ${data.payment_method.exp_month}/${data.payment_method.exp_year}`,
                ],
                [
                  t("billing.pending"),
                  data.pending_plan === null || data.pending_plan_at === null
                    ? null
                    : t("billing.pending.at", {
                        plan: plans[data.pending_plan].name,
                        time: format.day(data.pending_plan_at),
                      }),
                ],
              ]}
            />
            {used === null ? null : (
              <>
                <p className="usage-figures">
                  <strong className="figure">{format.number(data.used)}</strong>{" "}
                  {t("usage.of", { quota: format.number(data.quota ?? 0) })}
                  <span className="percent">{format.percent(used)}</span>
                </p>
                <Meter
                  value={used}
                  label={t("usage.meter", {
                    used: format.number(data.used),
                    quota: format.number(data.quota ?? 0),
                    percent: format.percent(used),
                  })}
                />
              </>
            )}
            <div className="actions">
              {plans[data.plan].overage_cents_per_1000 === null ? null : (
                <Switch
                  isOn={data.overage_enabled}
                  onChange={async (isOn) => {
                    const client = await clientFor("billing:write", t("billing.overage.why"));
                    await client?.billing.update({ overage_enabled: isOn });
                  }}
                >
                  {t("billing.overage")}
                </Switch>
              )}
              <ActionButton
                onRun={async () => {
                  const client = await clientFor("billing:write", t("billing.portal.why"));
                  const portal = await client?.billing.portal();
                  if (portal !== undefined) window.open(portal.portal_url, "_blank", "noopener,noreferrer");
                }}
              >
                {t("billing.portal")}
              </ActionButton>
            </div>
            {plans[data.plan].overage_cents_per_1000 === null ? null : (
              <p className="muted">
                {t("billing.overage.price", {
                  price: format.money(plans[data.plan].overage_cents_per_1000 ?? 0, "USD"),
                })}
              </p>
            )}
          </section>
          <PlanChoice billing={data} />
        </>
      )}
      <section className="panel" aria-labelledby="invoices-title">
        <h2 id="invoices-title">{t("billing.invoices")}</h2>
        {invoices.data?.length === 0 ? <p className="muted">{t("billing.invoices.empty")}</p> : null}
        {invoices.data === undefined || invoices.data.length === 0 ? null : (
          <div className="table-scroll">
            <table className="wide stacks">
              <thead>
                <tr>
                  <th scope="col">{t("billing.number")}</th>
                  <th scope="col">{t("created")}</th>
                  <th scope="col">{t("status")}</th>
                  <th scope="col">{t("billing.lines")}</th>
                  <th scope="col" className="number">
                    {t("amount")}
                  </th>
                  <th scope="col">PDF</th>
                </tr>
              </thead>
              <tbody>
                {invoices.data.map((invoice) => (
                  <tr key={invoice.id}>
                    <th scope="row">{invoice.number}</th>
                    <td data-name={t("created")}>
                      <span>{format.day(invoice.created_at)}</span>
                    </td>
                    <td data-name={t("status")}>
                      <StatusBadge status={invoice.status} />
                    </td>
                    <td data-name={t("billing.lines")}>
                      <ul>
                        {invoice.lines.map(({ description, amount_cents }) => (
                          <li key={description}>
                            {description} · {format.money(amount_cents, invoice.currency)}
                          </li>
                        ))}
                      </ul>
                    </td>
                    <td className="number" data-name={t("amount")}>
                      <span>{format.money(invoice.total_cents, invoice.currency)}</span>
                    </td>
                    <td data-name="PDF">
                      {invoice.pdf_url === null ? (
                        "–"
                      ) : (
                        <SafeLink href={invoice.pdf_url}>
                          {t("billing.download")}
                          <span className="hidden"> {invoice.number}</span>
                        </SafeLink>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  );
}

function cardBrand(brand: string): string {
  return brand.charAt(0).toUpperCase() + brand.slice(1);
}
