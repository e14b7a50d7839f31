import { stylesheet as common } from "../link-pages/stylesheet.ts";

export const stylesheet = `${common}
.amount { font-size: min(2.25rem, 7.2vw); line-height: 1.15; font-weight: 700; margin: 0 0 0.25rem; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.tool, pre { font-family: ui-monospace, monospace; }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: 0.25rem 0.9rem; margin: 0 0 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
pre { background: var(--page); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem; margin: 0 0 1rem; font-size: 0.85rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 18rem; overflow-y: auto; }
.choice { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
button.deny { background: var(--card); color: var(--bad); border: 1px solid currentColor; }
textarea { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: 0.5rem; padding: 0.6rem 0.75rem; margin-bottom: 1rem; }
textarea:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** Puts the link's token, which only the fragment has, into the form, takes it out of the address, and sends the form. */
export const script = `
const form = document.forms[0];
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
if (form !== undefined && form.elements.token.value === "") {
  form.elements.token.value = token;
  form.submit();
}
`;
