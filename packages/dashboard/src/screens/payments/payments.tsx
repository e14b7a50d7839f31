import { useSearchParams } from "wouter";
import { useText } from "../../i18n/use-text.ts";
import { Tabs } from "../../parts/tabs.tsx";
import { MadeScreen } from "../made/made-screen.tsx";
import { CheckoutDetail } from "./checkout-detail.tsx";
import { describePage, describePayment, movesMoney } from "./describe-payment.ts";
import { PaymentDetail } from "./payment-detail.tsx";

/** Payments, and the pages on which customers choose how to pay. */
export function Payments() {
  const { t } = useText();
  const [search] = useSearchParams();
  const isPages = search.get("list") === "checkouts";
  const choice = (
    <Tabs
      label={t("payments")}
      tabs={[
        { href: "/payments", name: t("payments.direct"), isCurrent: !isPages },
        { href: "/payments?list=checkouts", name: t("payments.pages"), isCurrent: isPages },
      ]}
    />
  );
  return isPages ? (
    <MadeScreen
      key="checkouts"
      title={t("payments")}
      choice={choice}
      path="/payments"
      tool="codespar_checkout"
      isMaker={movesMoney}
      hasAmount
      types={[
        "checkout.completed",
        "payment.confirmed",
        "payment.failed",
        "payment.expired",
        "payment.refunded",
        "payment.disputed",
      ]}
      example={`await session.execute({ name: "codespar_checkout", arguments: { amount: 12980, currency: "BRL", payment_methods: ["pix"] } })`}
      kind="checkout"
      describe={describePage}
      renderDetail={(id, backTo) => <CheckoutDetail key={id} id={id} backTo={backTo} />}
    />
  ) : (
    <MadeScreen
      key="payments"
      title={t("payments")}
      choice={choice}
      path="/payments"
      tool="codespar_pay"
      isMaker={movesMoney}
      hasAmount
      types={[
        "payment.confirmed",
        "payment.failed",
        "payment.expired",
        "payment.refunded",
        "payment.disputed",
      ]}
      example={`await session.execute({ name: "codespar_pay", arguments: { method: "pix", amount: 5000, currency: "BRL" } })`}
      kind="charge"
      describe={describePayment}
      renderDetail={(id, backTo) => <PaymentDetail key={id} id={id} backTo={backTo} />}
    />
  );
}
