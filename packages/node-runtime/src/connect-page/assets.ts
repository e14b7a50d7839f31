/**
 * Hands the link's token, which only the fragment has, to the gateway, takes it out of the address and goes on to the form.
 * A reload has no token any more, and goes on with the session that the browser has.
 */
export const script = `
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
async function open() {
  if (token !== "") {
    await fetch("/connect/open", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
  }
  location.replace("/connect/form");
}
void open();
`;
