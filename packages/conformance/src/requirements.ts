/**
 * What every implementation of the API does, over every transport, in plain sentences. A case cites what it verifies;
 * a sentence that no case cites fails the run. Ids are `<area>.<name>`.
 */
export const requirements = {
  sessions: {
    create: "A session is made over servers, a preset, or both, and shows each server's name and status.",
    get: "A session can be picked up by its id, with the metadata and user it was made with.",
    list: "Sessions are listed newest first, by status, and in pages.",
    close: "A closed session takes no more calls; closing it twice is fine.",
    expiry: "A session expires after 30 minutes without use, and every use moves that moment.",
    counter: "A session shows how many tool calls were made in it.",
  },
  tools: {
    list: "A session lists the six meta-tools first, then the native tools of its servers.",
    filter: "Tools can be narrowed down by server, kind and words.",
    schemas: "Each tool comes with a description, an input schema, its server, its kind and its risk.",
  },
  connections: {
    list: "A session lists its servers with category, countries, authentication, status and number of tools.",
  },
  execute: {
    result: "A result names tool, server, provider, time and duration, and has either data or an error.",
    native: "A native tool of an attached server is called by its name, in its provider's own terms.",
    not_simulated:
      "A native tool without a simulation returns success false, code not_simulated, and costs nothing.",
    refusal: "A business refusal is a result with success false, not an error.",
  },
  send: {
    queued: "send returns 202 at once; the call is done afterwards and can be waited for.",
    accept: "send streams only when text/event-stream is accepted and application/json is not.",
    checks: "Authentication, validation and quota of a send come before its response.",
  },
  stream: {
    events: "A stream begins with started, numbers its events from 1 and ends with completed or failed.",
    refusal: "A business refusal ends a stream as completed, with success false in the result.",
    failure: "A call that no provider took ends a stream as failed, with the error body.",
    progress: "An NF-e streams its stages: validating, signing, transmitting, authorizing.",
    partials: "Shipping quotes stream one carrier at a time.",
    replay: "A call's events can be read again, from Last-Event-ID on, without running the tool again.",
    leaving: "Leaving a stream stops the reading, never the call.",
    unicode: "Texts of any script arrive as they were sent, in bodies and in streams.",
  },
  idempotency: {
    replay: "A repeated key returns the stored result, marked as replayed, not billed and not executed.",
    conflict: "A key with another call is a conflict that reveals nothing about the first.",
    canonical: "The order of argument names is no difference between two calls.",
    verbs: "A new session, send or execute with a used key joins the same operation.",
    tenants: "The same key and call of another tenant or user is another call.",
    waiting: "While the first call runs, a second with its key waits for its response.",
    parallel: "Many calls at once with one key do one thing.",
    forgotten: "A key is free again 24 hours after its first use.",
    failed: "A call that no provider was asked for leaves its key free.",
    outlives: "A stored response is given whatever has become of session or rate limit since.",
    key_form: "A key has 1 to 255 visible ASCII characters.",
  },
  metering: {
    counts: "Every operation that ends 200, 202 or unknown is one call, refusals and discover included.",
    free: "Refused requests, unavailable providers and replays cost nothing, nor does anything but execute and send.",
    given_back: "A queued call is billed at once and given back when every provider was down.",
  },
  quota: {
    warning: "From 90 % of the quota on, every authenticated response carries the warning.",
    exceeded: "Beyond the quota, executions alone are refused, with the six fields of the documentation.",
    parallel: "Parallel calls do not pass the quota.",
    month: "A new month in UTC brings a new quota.",
  },
  rate_limit: {
    headers: "Rate-limited responses carry RateLimit-Limit, -Remaining and -Reset.",
    refused: "Beyond the plan's requests a minute, 429 rate_limited says when to come back.",
  },
  router: {
    preference: "The first attached provider in the order of preference takes the call.",
    forced: "provider forces one attached server.",
    incapable: "When no attached server can do it, the error says which could.",
    unavailable: "When all that can do it are down, 503 names each with why, and nothing was done.",
    breaker: "A provider that fails again and again is passed over for a while, then tried again.",
    document: "What a provider made is read, refunded and cancelled at that provider.",
  },
  fallback: {
    before: "A provider that refuses before processing is replaced by the next, also for money.",
    refusal: "A business refusal is not taken to another provider.",
    after: "After a request that moves money may have arrived, no second provider is asked.",
    found: "A response that was lost is found at the provider afterwards, and the result is the same.",
    never: "When the provider says that nothing happened, nothing is charged and the key is free.",
    unknown: "When the provider cannot tell, 504 outcome_unknown says so, with the key.",
    settled: "An unknown call is settled by repeating it, by reconcile, or by itself as time passes.",
    quote: "A carrier that is down is left out of a quote.",
    visible: "Each attempt is visible in the log and in the stream.",
  },
  errors: {
    body: "Every error has code, message, status, request id and whether to try again, and X-Request-Id says the same id.",
    typed: "The SDK throws a class for each kind of error, with the wire's fields.",
    internal: "An internal error reveals nothing about what happened inside.",
    unknown_path: "A path or method that is not there is 404, with a way out.",
    secrets: "No key appears in any error.",
  },
  bad_input: {
    key_missing: "A missing API key is 401.",
    key_malformed: "A malformed API key is 401.",
    server: "An unknown server is refused with the nearest names.",
    preset: "An unknown preset is refused with the nearest names.",
    no_server: "A session without servers and preset is refused.",
    metadata: "Metadata that is not text, too long or too much is refused by field.",
    amount: "Fractional, negative, zero and overflowing amounts are refused by field.",
    currency: "A currency that the method does not take is refused with those that it does.",
    document: "A CPF with a wrong digit is refused by field.",
    tool: "An unknown tool is refused with the nearest names.",
    arguments: "Arguments of the wrong type, unknown or missing ones, are refused by field.",
    not_json: "A body that is not JSON, or not an object, is refused.",
    huge: "A body of more than a megabyte is refused as too large.",
    nested: "Deep nesting and keys that reach for prototypes are refused.",
    session_expired: "A call in an expired session is refused.",
    session_closed: "A call in a closed session is refused.",
    second_refund: "A second refund is refused, and gives nothing back.",
    not_attached: "A tool or provider of a server that is not attached is refused, with those that are.",
    query: "A query that does not fit is refused by field.",
    numbers: "What JSON would falsify never leaves the SDK.",
  },
  isolation: {
    sessions: "Another organisation's session is as good as not there.",
    calls: "Another organisation's calls, events and usage are not to be seen.",
    keys: "Idempotency keys of two organisations have nothing to do with each other.",
    documents: "What one organisation or tenant paid cannot be read or refunded by another.",
    walk: "No endpoint distinguishes another organisation's id from one that nobody has, shows it, or changes what it names.",
    tenants: "No tool distinguishes another tenant's document from one that nobody has.",
    unknown_keys: "A key that is not known here is refused without saying whether it exists.",
  },
  time: {
    standing: "A sandbox with a date stands still until it is advanced.",
    due: "What falls due happens as the clock moves, in order.",
    seed: "The same seed and the same calls give the same responses.",
    wall: "A call's times are those of the sandbox's clock.",
  },
  transports: {
    abort: "An aborted call rejects with the signal's reason at once, and the call itself goes on.",
    abort_before: "A call whose signal has aborted is not made.",
    abort_stream: "A stream that is read after the abort rejects.",
    timeout: "An attempt that takes too long ends; a call that may have happened is of unknown outcome.",
    in_flight: "A hundred calls in flight get each its own response.",
    with_response: "Status, headers in lower case and request id can be had beside every value.",
  },
  retries: {
    transient: "An unavailable provider is tried again with the same key, and billed once.",
    retry_after: "After a rate limit, the client waits as long as it was told.",
    never: "An exceeded quota is not retried.",
  },
  loop: {
    order:
      "A loop takes an order through discover, checkout, invoice, quote, label and message, one billed call each.",
    resume: "A loop that is run again under its id charges nobody twice.",
  },
  log: {
    row: "Each call is in the log with tool, provider, session, metadata, amount, status, attempts and times.",
    filter: "The log is filtered by session, tool, provider, status, metadata, key and time.",
    pages: "The log is read in pages, newest first.",
    detail: "A call can be read by its id, with its arguments and its result.",
    retention: "After 24 hours the row stays, without result and events.",
  },
  usage: {
    totals: "Usage shows quota, used, remaining, percentage, and calls by tool and day.",
    rows: "Usage lists the billed calls with metadata, whole or in pages.",
    groups: "Usage can be grouped by a metadata key.",
    period: "Usage of another month is asked for by period.",
  },
  search: {
    ids: "A session and a call are found by their id, a call also by its idempotency key and by what it made, by their organisation alone.",
  },
  servers: {
    list: "The 57 servers are listed, and filtered by category, country, authentication and words.",
    get: "One server is read by its id; an unknown one is 404 with the nearest names.",
    attach: "Every server can be attached, and its native tools listed.",
  },
  events: {
    list: "What happened is listed as events, by type, since a time, in pages, with the session's metadata.",
    get: "One event is read by its id.",
    of_call: "What came of one call is listed apart.",
    stream:
      "Events are streamed as they happen, from now on or after the last one that the reader has, to their organisation alone.",
    at_once: "What a call has caused is an event when the call's response is there.",
    real: "Events arise from what really happens: paid, expired, refunded, authorised, delivered, read.",
    types:
      "Every type of event arises from something that really happens, and carries its session's metadata.",
    sandbox: "Nothing looks live: livemode is false.",
  },
  keys: {
    life: "A key is shown once, listed by its last four, rotated with an overlap and revoked at once.",
    scopes: "A key without an endpoint's scope is refused, and told which one it needs.",
    limit: "A plan limits how many keys there are.",
  },
  billing: {
    upgrade: "An upgrade is paid on a page and takes effect at once, with an invoice that adds up.",
    downgrade: "A downgrade waits for the end of the month.",
    portal: "A portal link works once.",
    plan_limit: "What a plan does not have is refused with the plan and where to upgrade.",
  },
  vault: {
    link: "A link can be made with which a person connects a provider; its secret is in the address's fragment alone.",
    life: "Credentials are stored for the organisation or one tenant, shown by their last four, and deleted.",
  },
  fiscal: {
    issuer:
      "A document is issued by the tenant's profile, else the organisation's, else the sandbox's own; its access key names the issuer.",
    rules:
      "Goods are taxed by the profile's rule for their product code, and a receiver's postal code and number suffice.",
    refused:
      "What the profile has no rule for, or the law asks for and is missing, is refused by its name before anything is issued.",
    profiles:
      "A fiscal profile is kept for the organisation and each tenant, changed and deleted; its certificate never comes back.",
  },
  triggers: {
    life: "A trigger is made, read, changed, paused and deleted; its secret is shown once and can be rotated.",
    deliveries: "Deliveries are listed with every attempt, and replayed with the same event.",
  },
  policy: {
    denied:
      "A policy refuses calls beyond its amounts, its number of calls and its tools, and names the rule.",
    pinned: "Pinned arguments are not in the schema, and win.",
  },
  approvals: {
    required: "A call above the policy's amount waits for approval, and does nothing.",
    decided: "An approved call goes through once; a denied one does not.",
  },
  service: {
    document: "The OpenAPI document needs no key.",
    health: "The health check needs no key.",
  },
  discover: {
    find: "discover finds tools by words in three languages, domain and country.",
    attached: "Attached servers rank first, and the order is the same each time.",
  },
  checkout: {
    page: "A checkout returns a page with amount, currency, methods and expiry, and completes when it is paid.",
    items: "A checkout's amount is the sum of its items.",
    get: "A checkout can be read again, with what it was made with and the payment that completed it.",
    list: "Checkouts of one server are listed newest first, by reference and status, in pages.",
  },
  pay: {
    pix: "pix returns a BR Code, and is paid as time passes.",
    boleto: "boleto returns barcode and line.",
    credit_card: "credit_card is paid at once, in parcels that add up.",
    debit_card: "debit_card is paid at once.",
    spei: "spei returns a CLABE.",
    oxxo: "oxxo returns a reference.",
    pse: "pse returns where the payer goes.",
    webpay: "webpay returns token and page.",
    wallet: "wallet is paid as time passes.",
    get: "A payment can be read again.",
    refund: "A payment can be given back in parts and in full, and not twice.",
    cancel: "A payment that nobody made can be cancelled, and is not paid afterwards.",
    expire: "A payment that nobody makes expires.",
    decline: "A declined card is a refusal with the provider's own code.",
    authorize:
      "With capture manual a card's amount is held, and released when it is cancelled or nobody captures it.",
    capture: "What is held is captured once, whole or in part; the rest is released and never given back.",
    list: "Payments of one server are listed newest first, by reference, status and time, in pages.",
    list_own: "A list has no payment of another tenant, and whose list it is has to be sure.",
  },
  invoice: {
    nfe: "nfe is authorised with number, series, access key and protocol.",
    nfce: "nfce is authorised, also without a buyer.",
    nfse: "nfse is authorised.",
    cte: "cte is authorised.",
    mdfe: "mdfe is authorised.",
    sped: "sped returns the month's file.",
    cfdi: "cfdi is stamped: ingreso, egreso and traslado.",
    reject: "A rejected document is a refusal with the authority's code.",
    get: "A document can be read again.",
    cancel: "A document can be cancelled once.",
    correct: "A document can be corrected.",
  },
  ship: {
    quote: "quote asks every attached carrier of the country.",
    label: "label goes to the carrier that the service names, and returns a tracking code.",
    track: "track lists the parcel's events as it moves, newest first.",
    cancel: "A label that was not posted can be cancelled.",
  },
  notify: {
    whatsapp: "whatsapp sends a message, and its status moves on.",
    sms: "sms sends a message.",
    email: "email sends a message.",
  },
  identifiers: {
    br_code: "The BR Code's amount is the amount asked, and its check is right.",
    end_to_end: "The endToEndId's minute is when it was paid; what is pending has none.",
    boleto: "Line and barcode are one boleto: its amount is the amount asked, its factor the due date.",
    access_key: "The access key's month, CNPJ, model, series and number are the fields returned.",
    wamid: "The wamid decodes to the recipient.",
    tracking: "A tracking code is one that its carrier could give.",
    clabe: "A CLABE's check digit is right.",
    unique: "Ids differ from call to call and sort by time.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

type Areas = typeof requirements;

/** `<area>.<name>` of a requirement. */
export type RequirementId = {
  [Area in keyof Areas]: `${Area & string}.${keyof Areas[Area] & string}`;
}[keyof Areas];

/** Every requirement's id. */
export const requirementIds: readonly RequirementId[] = Object.entries(requirements).flatMap(
  ([area, sentences]) =>
    // the ids are made of the very names that the type is made of
    Object.keys(sentences).map((name) => `${area}.${name}` as RequirementId),
);
