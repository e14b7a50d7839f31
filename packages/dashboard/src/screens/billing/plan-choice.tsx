import { type Billing, isUpgrade, type PlanId, planIds, plans } from "@codespar/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Problem } from "../../parts/problem.tsx";

/** The other plans, and before one is taken, what that costs now. */
export function PlanChoice({ billing }: { billing: Billing }) {
  const { t, format } = useText();
  const [chosen, setChosen] = useState<PlanId>();
  const others = planIds.filter((id) => id !== billing.plan && id !== "enterprise");
  return (
    <section className="panel" aria-labelledby="plans-title">
      <h2 id="plans-title">{t("billing.plans")}</h2>
      <ul className="cards">
        {others.map((id) => {
          const { name, price_cents, tool_calls, requests_per_minute, api_keys } = plans[id];
          return (
            <li key={id} className="panel">
              <h3>{name}</h3>
              <p className="figure">{format.money(price_cents ?? 0, "USD")}</p>
              <Facts
                rows={[
                  [t("billing.calls"), tool_calls === null ? "∞" : format.number(tool_calls)],
                  [
                    t("billing.rate"),
                    requests_per_minute === null ? "∞" : format.number(requests_per_minute),
                  ],
                  [t("keys"), api_keys === null ? "∞" : format.number(api_keys)],
                ]}
              />
              <div className="actions">
                <button type="button" onClick={() => setChosen(id)}>
                  {isUpgrade(billing.plan, id) ? t("billing.upgrade") : t("billing.downgrade")}
                  <span className="hidden"> {name}</span>
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {billing.pending_plan === null ? null : <KeepPlan plan={billing.plan} />}
      {chosen === undefined ? null : <ChangePlan to={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

/** Takes a change back that waits for the end of the month. */
function KeepPlan({ plan }: { plan: PlanId }) {
  const { clientFor } = useApi();
  const { t } = useText();
  return (
    <div className="actions">
      <ActionButton
        onRun={async () => {
          const client = await clientFor("billing:write", t("billing.keep.why", { plan: plans[plan].name }));
          await client?.billing.update({ plan });
        }}
      >
        {t("billing.keep", { plan: plans[plan].name })}
      </ActionButton>
    </div>
  );
}

/** What another plan costs, and the button that takes it. */
export function ChangePlan({ to, onClose }: { to: PlanId; onClose(): void }) {
  const { codespar, clientFor } = useApi();
  const { t, format } = useText();
  const { data: preview, error } = useQuery({
    queryKey: ["preview", to],
    queryFn: ({ signal }) => codespar.billing.preview({ plan: to }, { signal }),
  });
  const { name } = plans[to];
  return (
    <Dialog title={t("billing.change", { plan: name })} onClose={onClose}>
      {error === null ? null : <Problem error={error} />}
      {preview === undefined ? null : (
        <div className="stack">
          {preview.starts === "now" ? (
            <>
              <Facts
                rows={[
                  [
                    t("billing.charge", { plan: name, days: preview.days_left, of: preview.days }),
                    format.money(preview.charge_cents, "USD"),
                  ],
                  [
                    t("billing.credit", { plan: plans[preview.from].name }),
                    format.money(-preview.credit_cents, "USD"),
                  ],
                ]}
              />
              <p className="decision-amount">
                {t("billing.due", { amount: format.money(preview.due_cents, "USD") })}
              </p>
              <p>{t("billing.due.next")}</p>
            </>
          ) : (
            <p>{t("billing.later", { plan: name })}</p>
          )}
          <div className="actions">
            <ActionButton
              kind="primary"
              onRun={async () => {
                const client = await clientFor("billing:write", t("billing.change.why", { plan: name }));
                if (client === undefined) return;
                if (preview.starts === "now") {
                  const { checkout_url } = await client.billing.checkout({ plan: to });
                  window.open(checkout_url, "_blank", "noopener,noreferrer");
                } else {
                  await client.billing.update({ plan: to });
                }
                onClose();
              }}
            >
              {preview.starts === "now" ? t("billing.pay") : t("billing.confirm")}
            </ActionButton>
          </div>
        </div>
      )}
    </Dialog>
  );
}
