const storageKey = "codespar.notify";

/** Whether this browser can tell of something while the page is behind others; it asks for a safe origin. */
export function areNotificationsThere(): boolean {
  return "Notification" in globalThis && globalThis.isSecureContext;
}

/** Whether the person has asked for it, here and in the browser. */
export function canNotify(): boolean {
  if (!areNotificationsThere() || Notification.permission !== "granted") return false;
  try {
    return localStorage.getItem(storageKey) === "on";
  } catch {
    return false;
  }
}

/** Asks the browser where that has not happened. Resolves to whether it is on by then. */
export async function switchNotifications(isOn: boolean): Promise<boolean> {
  if (isOn && (await Notification.requestPermission()) !== "granted") return false;
  try {
    localStorage.setItem(storageKey, isOn ? "on" : "off");
  } catch {
    return false;
  }
  return isOn;
}
