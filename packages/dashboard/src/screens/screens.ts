import { type ComponentType, lazy } from "react";
import type { MessageKey } from "../i18n/messages.ts";
import { Overview } from "./overview/overview.tsx";

export interface Screen {
  path: string;
  title: MessageKey;
  /** Screens of one group stand together in the menu. */
  group: MessageKey;
  component: ComponentType;
  /** Only where there is a test control. */
  sandboxOnly?: boolean;
}

/** Every screen but the first is loaded when it is opened. */
export const screens: readonly Screen[] = [
  { path: "/", title: "overview", group: "group.activity", component: Overview },
  {
    path: "/calls",
    title: "calls",
    group: "group.activity",
    component: lazy(async () => ({ default: (await import("./calls/calls.tsx")).Calls })),
  },
];
