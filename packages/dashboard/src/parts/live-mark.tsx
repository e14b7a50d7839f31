import { useSyncExternalStore } from "react";
import { useLive } from "../api/use-live.ts";
import { useText } from "../i18n/use-text.ts";

/** Says whether the page hears of events as they happen. */
export function LiveMark() {
  const live = useLive();
  const { t } = useText();
  const isConnected = useSyncExternalStore(live.watch, live.isConnected);
  return (
    <span className={isConnected ? "live is-live" : "live"} role="status">
      <span className="only-wide">{isConnected ? t("live") : t("live.not")}</span>
    </span>
  );
}
