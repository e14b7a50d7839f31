import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Switch } from "../../parts/switch.tsx";
import { areNotificationsThere, canNotify, switchNotifications } from "../../waiting/notifications.ts";

/** Whether the browser tells of calls that begin to wait while the page is behind others. */
export function NotifySwitch() {
  const { t } = useText();
  const [isOn, setIsOn] = useState(canNotify);
  if (!areNotificationsThere()) return null;
  return (
    <Switch
      isOn={isOn}
      onChange={async (wanted) => {
        const result = await switchNotifications(wanted);
        setIsOn(result);
        if (wanted && !result) throw new Error(t("approvals.notify.blocked"));
      }}
    >
      {t("approvals.notify")}
    </Switch>
  );
}
