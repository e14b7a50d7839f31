import { Link } from "wouter";

export interface Tab {
  href: string;
  name: string;
  isCurrent: boolean;
}

/** A choice between lists: links, so that each has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, name, isCurrent }) => (
        <Link key={href} href={href} aria-current={isCurrent ? "true" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
