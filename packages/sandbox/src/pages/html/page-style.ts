/** The pages' style sheet: system fonts, one accent, light and dark by the system, from 320 pixels on. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #f3f4f2; --card: #fff; --ink: #1b211f; --quiet: #55605c; --line: #d8ddda;
  --accent: #0b6b57; --on-accent: #fff; --tint: #e4f1ed;
  --good: #0b6b57; --bad: #a3211b; --bad-tint: #fbe9e7; --warn-tint: #fdf3d7; --warn: #6b4a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #111514; --card: #1b2120; --ink: #e9eeec; --quiet: #a5b1ad; --line: #38413e;
    --accent: #6fd8bd; --on-accent: #06231c; --tint: #1d322c;
    --good: #6fd8bd; --bad: #ff9d94; --bad-tint: #3a1f1d; --warn-tint: #3a3016; --warn: #f3d68b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.ribbon { margin: 0; padding: .5rem 1rem; background: var(--warn-tint); color: var(--warn); font-size: .875rem; text-align: center; }
main { max-width: 27rem; margin: 0 auto; padding: 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin: 0 0 1rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.0625rem; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; }
.quiet { color: var(--quiet); font-size: .9375rem; }
.amount { font-size: 2rem; line-height: 1.2; font-weight: 650; margin: .25rem 0; font-variant-numeric: tabular-nums; }
.text { overflow-wrap: anywhere; }
a { color: var(--accent); }
dl { margin: 0; display: grid; gap: .5rem; }
dl div { display: flex; justify-content: space-between; gap: 0 1rem; flex-wrap: wrap; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
form { margin: 0; }
.card > * + form, .card > * + .button, .card > * + dl, .card > * + .stack, .card > * + h2, .card > * + p { margin-top: 1rem; }
.stack { display: grid; gap: .625rem; }
button, .button {
  display: block; width: 100%; min-height: 2.875rem; padding: .625rem 1rem; font: inherit; font-weight: 600; text-align: center;
  border-radius: 8px; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none;
}
button.plain, .button.plain { background: transparent; color: var(--accent); }
button.link { border: 0; background: transparent; color: var(--accent); text-decoration: underline; font-weight: 400; }
.choice { text-align: left; background: transparent; color: var(--ink); border-color: var(--line); display: flex; justify-content: space-between; align-items: center; }
.choice::after { content: "›"; font-size: 1.25rem; color: var(--quiet); }
.choice:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
input, select, textarea {
  width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; font-variant-numeric: tabular-nums;
  color: var(--ink); background: var(--paper); border: 1px solid #7f8a86; border-radius: 8px;
}
textarea { font: .875rem/1.4 ui-monospace, monospace; resize: none; overflow-wrap: anywhere; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.error { color: var(--bad); font-size: .9375rem; margin: .25rem 0 0; }
.alert { background: var(--bad-tint); color: var(--bad); border-radius: 8px; padding: .75rem 1rem; margin: 0 0 1rem; }
.done { color: var(--good); }
.failed { color: var(--bad); }
.qr { display: block; width: 15rem; max-width: 100%; height: auto; aspect-ratio: 1; margin: 0 auto 1rem; background: #fff; border-radius: 8px; }
.bars { display: block; max-width: 100%; height: auto; margin: 0 auto 1rem; background: #fff; padding: .5rem; border-radius: 8px; }
.copy { display: grid; gap: .5rem; }
ul.cards { list-style: none; margin: 0; padding: 0; }
ul.cards li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .375rem 0; border-top: 1px solid var(--line); }
code { font: .9375rem/1.6 ui-monospace, monospace; white-space: nowrap; }
ol.way { list-style: none; margin: 0; padding: 0; }
ol.way li { padding: 0 0 1rem 1.25rem; border-left: 2px solid var(--line); position: relative; }
ol.way li::before { content: ""; position: absolute; left: -6px; top: .4rem; width: 10px; height: 10px; border-radius: 50%; background: var(--accent); }
ol.way li:last-child { border-left-color: transparent; padding-bottom: 0; }
@media (max-width: 359px) { .two { grid-template-columns: 1fr; } }
@media print { .ribbon, form { display: none; } body { background: #fff; } }
`;
