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
  {
    path: "/sessions",
    title: "sessions",
    group: "group.activity",
    component: lazy(async () => ({ default: (await import("./sessions/sessions.tsx")).Sessions })),
  },
  {
    path: "/approvals",
    title: "approvals",
    group: "group.activity",
    component: lazy(async () => ({ default: (await import("./approvals/approvals.tsx")).Approvals })),
  },
  {
    path: "/payments",
    title: "payments",
    group: "group.made",
    component: lazy(async () => ({ default: (await import("./payments/payments.tsx")).Payments })),
  },
  {
    path: "/documents",
    title: "documents",
    group: "group.made",
    component: lazy(async () => ({ default: (await import("./documents/documents.tsx")).Documents })),
  },
  {
    path: "/parcels",
    title: "parcels",
    group: "group.made",
    component: lazy(async () => ({ default: (await import("./parcels/parcels.tsx")).Parcels })),
  },
  {
    path: "/messages",
    title: "messages",
    group: "group.made",
    component: lazy(async () => ({ default: (await import("./messages/messages.tsx")).Messages })),
  },
  {
    path: "/events",
    title: "events",
    group: "group.told",
    component: lazy(async () => ({ default: (await import("./events/events.tsx")).Events })),
  },
  {
    path: "/webhooks",
    title: "webhooks",
    group: "group.told",
    component: lazy(async () => ({ default: (await import("./webhooks/webhooks.tsx")).Webhooks })),
  },
  {
    path: "/servers",
    title: "servers",
    group: "group.setup",
    component: lazy(async () => ({ default: (await import("./servers/servers.tsx")).Servers })),
  },
  {
    path: "/connections",
    title: "connections",
    group: "group.setup",
    component: lazy(async () => ({ default: (await import("./connections/connections.tsx")).Connections })),
  },
  {
    path: "/keys",
    title: "keys",
    group: "group.setup",
    component: lazy(async () => ({ default: (await import("./keys/keys.tsx")).Keys })),
  },
  {
    path: "/billing",
    title: "billing",
    group: "group.setup",
    component: lazy(async () => ({ default: (await import("./billing/billing.tsx")).BillingScreen })),
  },
  {
    path: "/sandbox",
    title: "sandbox",
    group: "group.setup",
    sandboxOnly: true,
    component: lazy(async () => ({ default: (await import("./sandbox/sandbox.tsx")).SandboxScreen })),
  },
];
