import { type ReactNode, useEffect, useId, useRef } from "react";
import { Link } from "wouter";
import { useText } from "../i18n/use-text.ts";

export interface DetailProps {
  title: ReactNode;
  /** The list's own address. */
  backTo: string;
  children: ReactNode;
}

/** What is opened from a list. It takes the focus, and gives it back to the list by its link. */
export function Detail({ title, backTo, children }: DetailProps) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="detail" aria-labelledby={id}>
      <header className="detail-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Link href={backTo} className="button quiet">
          {t("close")}
        </Link>
      </header>
      {children}
    </section>
  );
}
