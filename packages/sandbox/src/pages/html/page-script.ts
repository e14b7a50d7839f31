/**
 * The pages' script: buttons that copy, and a look every few seconds at whether something was paid elsewhere. Pages work
 * without it.
 */
export const pageScript = `
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // without https only the old way works
      field.focus();
      field.select();
      document.execCommand("copy");
    }
    const { label, done } = button.dataset;
    button.textContent = done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
const { state } = document.body.dataset;
if (state !== undefined) {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const response = await fetch(location.pathname + "/state");
      const now = await response.json();
      if (now.state !== state) location.reload();
    } catch {
      // the sandbox may be starting again
    }
  }, 2500);
}
`;
