/** There is nothing better than `fetch` here. */
export const platformTransport = undefined;
