import { readableJson } from "@codespar/contract";
import { useId } from "react";
import { CopyButton } from "./copy-button.tsx";

/** Text in a fixed width with its title, scrolled inside its own frame, and copied as it is. */
export function CodeBlock({ title, text }: { title: string; text: string }) {
  const id = useId();
  return (
    <section className="code" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <CopyButton text={text} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <pre role="group" tabIndex={0} aria-labelledby={id}>
        <code>{text}</code>
      </pre>
    </section>
  );
}

/** JSON as people read it. */
export function JsonBlock({ title, value }: { title: string; value: unknown }) {
  return <CodeBlock title={title} text={readableJson(value)} />;
}
