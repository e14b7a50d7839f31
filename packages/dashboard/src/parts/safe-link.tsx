import type { ReactNode } from "react";

/** Whether a text is an address that a page may lead to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

/** A link to what a provider or a customer wrote: only over HTTP, told nothing of where it was, and in a page of its own. */
export function SafeLink({
  href,
  className,
  children,
}: {
  href: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  if (!isWebAddress(href)) return <span className="mono">{href}</span>;
  return (
    <a href={href} className={className} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
