import { useText } from "../i18n/use-text.ts";
import { findLinks } from "./find-links.ts";
import { SafeLink } from "./safe-link.tsx";

/** The addresses that a result carries. */
export function LinkList({ value }: { value: unknown }) {
  const { t } = useText();
  const links = findLinks(value);
  if (links.length === 0) return null;
  return (
    <ul className="links" aria-label={t("links")}>
      {links.map(({ name, url }) => (
        <li key={url}>
          <SafeLink href={url}>{name.replace(/_url$/, "").replaceAll("_", " ")}</SafeLink>
        </li>
      ))}
    </ul>
  );
}
