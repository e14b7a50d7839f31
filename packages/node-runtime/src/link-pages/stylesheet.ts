/** The stylesheet of pages that a link opens: calm, from 360 px, light and dark by the system. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --text: #16181d; --quiet: #5b6270; --line: #c9ced8; --page: #f4f5f7; --card: #fff; --accent: #0b5cd6;
  --accent-text: #fff; --bad: #a3161f; --bad-page: #fdecec; --live: #7a4a00; --live-page: #fff3dc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8eaee; --quiet: #a3abba; --line: #434a57; --page: #14161a; --card: #1d2026; --accent: #7fb0ff;
    --accent-text: #10131a; --bad: #ffb3b3; --bad-page: #3a1d20; --live: #ffd894; --live-page: #3a2d14;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
@media (min-width: 40rem) { main { padding-top: 4rem; } }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1.25rem; }
@media (min-width: 40rem) { .card { padding: 2rem; } }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; overflow-wrap: anywhere; }
p { margin: 0 0 1rem; }
.card > :last-child { margin-bottom: 0; }
.quiet { color: var(--quiet); font-size: 0.9rem; margin-top: 1rem; }
.environment { display: inline-block; border-radius: 0.8rem; padding: 0.1rem 0.7rem; font-size: 0.85rem; border: 1px solid var(--line); }
.environment.live { color: var(--live); background: var(--live-page); border-color: currentColor; }
.alert { color: var(--bad); background: var(--bad-page); border-radius: 0.5rem; padding: 0.75rem 1rem; overflow-wrap: anywhere; }
label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
label small { font-weight: 400; color: var(--quiet); }
input {
  width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet);
  border-radius: 0.5rem; padding: 0.6rem 0.75rem; margin-bottom: 1rem;
}
button {
  width: 100%; font: inherit; font-weight: 600; color: var(--accent-text); background: var(--accent); border: 0;
  border-radius: 0.5rem; padding: 0.75rem 1rem; cursor: pointer; min-height: 2.75rem;
}
input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.or { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
h2 { font-size: 1rem; margin: 0 0 0.75rem; }
`;
