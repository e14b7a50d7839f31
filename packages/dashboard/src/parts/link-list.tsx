import type { MessageKey } from "../i18n/messages.ts";
import { useText } from "../i18n/use-text.ts";
import { findLinks } from "./find-links.ts";
import { SafeLink } from "./safe-link.tsx";

const names: Readonly<Record<string, MessageKey>> = {
  url: "link.page",
  label: "link.label",
  redirect: "link.page",
  qr_code: "link.qr",
  tracking: "link.tracking",
};

/** The addresses that a result carries, as buttons. */
export function LinkList({ value }: { value: unknown }) {
  const { t } = useText();
  const links = findLinks(value);
  if (links.length === 0) return null;
  return (
    <ul className="links" aria-label={t("links")}>
      {links.map(({ name, url }) => {
        const kind = name.replace(/_url$/, "");
        const key = names[kind];
        return (
          <li key={url}>
            <SafeLink href={url} className="button">
              {key === undefined ? nameOf(kind) : t(key)} <span aria-hidden="true">↗</span>
            </SafeLink>
          </li>
        );
      })}
    </ul>
  );
}

/** `pdf` and `xml` are known by their letters. */
function nameOf(kind: string): string {
  return kind.length <= 4 ? kind.toUpperCase() : kind.replaceAll("_", " ");
}
