import { useApi } from "../../api/use-api.ts";
import { useText } from "../../i18n/use-text.ts";
import { ClockPanel } from "./clock-panel.tsx";
import { FaultPanel } from "./fault-panel.tsx";
import { MagicPanel } from "./magic-panel.tsx";
import { RequestPanel } from "./request-panel.tsx";
import { ResetPanel } from "./reset-panel.tsx";

/** What a test does with the sandbox: its clock, its faults, its magic inputs; and what reached it. */
export function SandboxScreen() {
  const { control } = useApi();
  const { t } = useText();
  if (control === undefined) return null;
  return (
    <div className="screen">
      <h1>{t("sandbox")}</h1>
      <div className="columns">
        <ClockPanel control={control} />
        <FaultPanel control={control} />
      </div>
      <RequestPanel control={control} />
      <div className="columns">
        <MagicPanel />
        <ResetPanel control={control} />
      </div>
    </div>
  );
}
