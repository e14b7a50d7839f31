import type { PlanId, Scope } from "@codespar/contract";
import type { BackendContext } from "../../context.ts";
import type { PayingCustomer } from "../../ports/payment-gateway.ts";
import type { ApiKey, Organisation } from "../../store/store.ts";
import { startSubscription } from "../billing/subscription.ts";
import { keyPrefix } from "../keys/key-prefix.ts";
import { newKey } from "../keys/new-key.ts";
import { rotateKey } from "../keys/rotate-key.ts";

export interface CreateOrganisationOptions {
  /** @default "hobby" */
  plan?: PlanId | undefined;
  /** The text of its first API key. @default generated */
  apiKey?: string | undefined;
  keyName?: string | undefined;
  /** Who pays for a plan that is not free. @default nobody yet */
  customer?: PayingCustomer | undefined;
  /** Whether its calls reach the providers' live environment; it never changes. @default the backend's */
  livemode?: boolean | undefined;
}

export interface CreateOrganisationKeyOptions {
  /** @default "API key" */
  name?: string | undefined;
  /** @default all */
  scopes?: readonly Scope[] | undefined;
}

export interface CreatedOrganisation {
  organisation: Organisation;
  /** Its first API key, whole; it is never shown again. */
  apiKey: string;
  key: ApiKey;
}

export interface Organisations {
  /** Makes an organisation with its first API key. */
  create(options?: CreateOrganisationOptions): Promise<CreatedOrganisation>;
  /** Makes a further key, whatever the plan allows; the text is shown once. Undefined when there is no such organisation. */
  createKey(
    organisation: string,
    options?: CreateOrganisationKeyOptions,
  ): Promise<{ id: string; key: string } | undefined>;
  /**
   * Ends the use of all its keys with the very next request, or takes that back. What it has begun is ended, so that no outcome stays
   * unknown, and its events are delivered. False when there is no such organisation.
   */
  setSuspended(organisation: string, isSuspended: boolean): Promise<boolean>;
}

export function organisations(context: BackendContext): Organisations {
  const { store, ids, clock } = context;
  return {
    async create({ plan = "hobby", apiKey, keyName, customer, livemode = context.livemode } = {}) {
      const organisation: Organisation = {
        id: ids.next("org"),
        plan,
        overageEnabled: false,
        livemode,
        createdAt: clock.now(),
      };
      await store.createOrganisation(organisation);
      const { text, key } = newKey(context, {
        organisation: organisation.id,
        prefix: keyPrefix(organisation),
        name: keyName,
        scopes: null,
        text: apiKey,
      });
      await store.createApiKey(key);
      await startSubscription(context, organisation, customer);
      return { organisation, apiKey: text, key };
    },
    async createKey(id, { name, scopes = null } = {}) {
      const organisation = await store.readOrganisation(id);
      if (organisation === undefined) return undefined;
      const prefix = keyPrefix(organisation);
      const { text, key } = newKey(context, { organisation: id, prefix, name, scopes });
      await store.createApiKey(key);
      return { id: key.id, key: text };
    },
    async setSuspended(id, isSuspended) {
      if ((await store.readOrganisation(id)) === undefined) return false;
      await store.updateOrganisation(id, { suspendedAt: isSuspended ? clock.now() : null });
      return true;
    },
  };
}

export interface CreateServiceKeyOptions {
  /** @default "Service key" */
  name?: string | undefined;
  /** @default all */
  scopes?: readonly Scope[] | undefined;
}

export interface ServiceKeys {
  /** Makes a key that acts for whatever organisation `x-codespar-org` names. It is shown once. */
  create(options?: CreateServiceKeyOptions): Promise<{ id: string; key: string }>;
  /**
   * A new text for a service key, shown once; the one before works for `gracePeriodSeconds` more, 24 hours by default,
   * so that nothing goes down. Undefined when there is none of this id that works.
   */
  rotate(
    id: string,
    options?: { gracePeriodSeconds?: number },
  ): Promise<{ id: string; key: string } | undefined>;
  /** Ends a service key at once, the text that was rotated away included. False when there is none of this id that works. */
  revoke(id: string): Promise<boolean>;
}

export function serviceKeys(context: BackendContext): ServiceKeys {
  const { store, clock } = context;

  /** Writes what a working key becomes; retried on a version conflict. */
  async function change<Changed extends { key: ApiKey }>(id: string, become: (before: ApiKey) => Changed) {
    for (;;) {
      const { rows } = await store.listApiKeys(null, { limit: 1, cursor: `${id}0` });
      const [before] = rows;
      if (before?.id !== id || before.revokedAt !== null) return undefined;
      const changed = become(before);
      if (await store.updateApiKey(changed.key, before.hash)) return changed;
    }
  }

  return {
    async create({ name = "Service key", scopes } = {}) {
      const options = { organisation: null, prefix: "cssk_internal_", name, scopes: scopes ?? null } as const;
      const { text, key } = newKey(context, options);
      await store.createApiKey(key);
      return { id: key.id, key: text };
    },
    async rotate(id, { gracePeriodSeconds } = {}) {
      const rotated = await change(id, (before) => rotateKey(context, before, gracePeriodSeconds));
      return rotated === undefined ? undefined : { id, key: rotated.text };
    },
    async revoke(id) {
      return (await change(id, (key) => ({ key: { ...key, revokedAt: clock.now() } }))) !== undefined;
    },
  };
}
