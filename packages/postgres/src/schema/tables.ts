/**
 * The tables. What is at work lies in `operations_open`, which stays small; what has ended lies in `operations_log`,
 * which is only ever added to and dropped from, a day at a time (see `days.ts`). Text that users choose is escaped (see `to-text.ts`), JSON is text:
 * `jsonb` would refuse escaped NULs and put members in another order. Ids sort by their bytes, as cursors expect.
 */
export const tables = `
CREATE TABLE codespar.operations_open (
  id text COLLATE "C" PRIMARY KEY,
  organisation text COLLATE "C" NOT NULL,
  session_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint text NOT NULL,
  verb text NOT NULL,
  tool text NOT NULL,
  server text NOT NULL,
  metadata text NOT NULL,
  user_id text,
  amount bigint,
  currency text,
  created_at bigint NOT NULL,
  period text NOT NULL,
  arguments text,
  state text NOT NULL,
  provider text,
  account text,
  dispatched text,
  attempts text[] NOT NULL,
  error text,
  charged boolean NOT NULL,
  completed_at bigint,
  lease integer NOT NULL,
  lease_until bigint NOT NULL,
  answer_status integer,
  answer_body text,
  -- the last attempt's, so that ending it needs no look into JSON
  last_provider text,
  last_outcome text,
  last_at text,
  -- where it is counted: the stripe of the usage, and the policies' counters with what was added to them
  stripe smallint NOT NULL,
  counters text[] NOT NULL,
  adds bigint[] NOT NULL,
  are_amounts boolean[] NOT NULL,
  stream_length integer NOT NULL DEFAULT 0
) WITH (fillfactor = 80);
CREATE INDEX operations_open_due ON codespar.operations_open (lease_until);
CREATE INDEX operations_open_by_organisation ON codespar.operations_open (organisation, id);

CREATE TABLE codespar.operations_log (
  id text COLLATE "C" PRIMARY KEY,
  organisation text COLLATE "C" NOT NULL,
  session_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint text NOT NULL,
  verb text NOT NULL,
  tool text NOT NULL,
  server text NOT NULL,
  metadata text NOT NULL,
  user_id text,
  amount bigint,
  currency text,
  created_at bigint NOT NULL,
  period text NOT NULL,
  state text NOT NULL,
  provider text,
  account text,
  attempts text[] NOT NULL,
  error text,
  charged boolean NOT NULL,
  completed_at bigint,
  lease integer NOT NULL,
  lease_until bigint NOT NULL
) PARTITION BY RANGE (id);
CREATE TABLE codespar.operations_log_rest PARTITION OF codespar.operations_log DEFAULT;
CREATE INDEX operations_log_by_organisation ON codespar.operations_log (organisation, id);
CREATE INDEX operations_log_by_key ON codespar.operations_log (organisation, key, id);
CREATE INDEX operations_log_by_age ON codespar.operations_log USING brin (created_at);

-- what is erased a day after the end, apart from the row that stays
CREATE TABLE codespar.operation_payloads (
  id text COLLATE "C" PRIMARY KEY,
  organisation text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  completed_at bigint NOT NULL,
  arguments text,
  answer_status integer,
  answer_body text
);
CREATE INDEX operation_payloads_by_end ON codespar.operation_payloads (completed_at);

CREATE TABLE codespar.operation_keys (
  organisation text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  operation text COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation, key)
) PARTITION BY HASH (organisation);

CREATE TABLE codespar.streams (
  operation text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  row text NOT NULL,
  PRIMARY KEY (operation, number)
);

CREATE TABLE codespar.provider_documents (
  organisation text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  row text NOT NULL,
  PRIMARY KEY (organisation, kind, id)
);

-- what a stripe may still take is its allowance less what it has used and reserved; all allowances make the quota
CREATE TABLE codespar.usage_stripes (
  organisation text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  stripe smallint NOT NULL,
  used bigint NOT NULL,
  reserved bigint NOT NULL,
  quota bigint,
  allowance bigint NOT NULL,
  PRIMARY KEY (organisation, period, stripe)
) WITH (fillfactor = 50);
CREATE TABLE codespar.usage_periods (
  organisation text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  PRIMARY KEY (organisation, period)
);
-- charges that are not rolled up yet, and those that are
CREATE TABLE codespar.usage_deltas (
  organisation text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  tool text NOT NULL,
  day integer NOT NULL,
  calls integer NOT NULL
);
CREATE INDEX usage_deltas_by_organisation ON codespar.usage_deltas (organisation, period);
CREATE TABLE codespar.usage_rollups (
  organisation text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  tool text COLLATE "C" NOT NULL,
  day integer NOT NULL,
  calls bigint NOT NULL,
  PRIMARY KEY (organisation, period, tool, day)
);

CREATE TABLE codespar.counters (
  name text COLLATE "C" PRIMARY KEY,
  value bigint NOT NULL,
  expires_at bigint
) WITH (fillfactor = 50);
CREATE INDEX counters_by_expiry ON codespar.counters (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE codespar.organisations (
  id text COLLATE "C" PRIMARY KEY,
  plan text NOT NULL,
  overage_enabled boolean NOT NULL,
  row text NOT NULL
);

CREATE TABLE codespar.api_keys (
  id text COLLATE "C" PRIMARY KEY,
  organisation text COLLATE "C",
  hash text COLLATE "C" NOT NULL,
  previous_hash text COLLATE "C",
  revoked_at bigint,
  last_used_at bigint,
  row text NOT NULL
);
CREATE INDEX api_keys_by_hash ON codespar.api_keys (hash);
CREATE INDEX api_keys_by_previous_hash ON codespar.api_keys (previous_hash) WHERE previous_hash IS NOT NULL;
CREATE INDEX api_keys_by_organisation ON codespar.api_keys (organisation, id);

CREATE TABLE codespar.sessions (
  id text COLLATE "C" PRIMARY KEY,
  organisation text COLLATE "C" NOT NULL,
  created_at bigint NOT NULL,
  tool_calls bigint NOT NULL,
  expires_at bigint NOT NULL,
  closed_at bigint,
  row text NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX sessions_by_age ON codespar.sessions USING brin (created_at);
CREATE INDEX sessions_by_organisation ON codespar.sessions (organisation, id);
-- calls begun in a session, a row for each of several connections, so that they need not wait for one another
CREATE TABLE codespar.session_calls (
  session_id text COLLATE "C" NOT NULL,
  stripe smallint NOT NULL,
  calls bigint NOT NULL,
  PRIMARY KEY (session_id, stripe)
) WITH (fillfactor = 50);

CREATE TABLE codespar.records (
  kind text COLLATE "C" NOT NULL,
  organisation text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C",
  in_group text COLLATE "C",
  version integer NOT NULL,
  row text NOT NULL,
  -- members that have changed since the row was written whole, as JSON
  patch text,
  -- for approvals: the arguments, which are erased before the record
  arguments text,
  -- for kinds whose records go some time after they were made: when that was, and whether it waits for something
  created_at bigint,
  is_pending boolean NOT NULL DEFAULT false,
  PRIMARY KEY (kind, organisation, id)
);
CREATE UNIQUE INDEX records_by_name ON codespar.records (kind, organisation, name) WHERE name IS NOT NULL;
CREATE INDEX records_by_group ON codespar.records (kind, organisation, in_group, id);
CREATE INDEX records_with_arguments ON codespar.records (created_at) WHERE arguments IS NOT NULL;
CREATE INDEX records_by_age ON codespar.records (created_at) WHERE created_at IS NOT NULL;

CREATE TABLE codespar.events (
  id text COLLATE "C" PRIMARY KEY,
  organisation text COLLATE "C" NOT NULL,
  type text NOT NULL,
  created_at bigint NOT NULL,
  session_id text,
  tool_call_id text,
  metadata text NOT NULL,
  data text
) PARTITION BY RANGE (id);
CREATE TABLE codespar.events_rest PARTITION OF codespar.events DEFAULT;
CREATE INDEX events_by_organisation ON codespar.events (organisation, id);
CREATE INDEX events_with_data ON codespar.events (created_at) WHERE data IS NOT NULL;
CREATE INDEX events_by_age ON codespar.events USING brin (created_at);

CREATE TABLE codespar.jobs (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  kind text COLLATE "C" NOT NULL,
  in_group text COLLATE "C" NOT NULL,
  has_group boolean NOT NULL,
  due_at bigint NOT NULL,
  is_leased boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL,
  payload text NOT NULL
);
CREATE INDEX jobs_by_kind ON codespar.jobs (kind, due_at, number);
CREATE INDEX jobs_by_group ON codespar.jobs (kind, in_group, due_at, number);
CREATE INDEX jobs_leased ON codespar.jobs (kind, in_group, due_at) WHERE is_leased;
CREATE INDEX jobs_by_time ON codespar.jobs (due_at);
-- locked while the jobs of a kind are shared out fairly
CREATE TABLE codespar.job_kinds (kind text COLLATE "C" PRIMARY KEY);

CREATE TABLE codespar.provider_health (provider text COLLATE "C" PRIMARY KEY, row text NOT NULL);
CREATE TABLE codespar.numbers (series text COLLATE "C" PRIMARY KEY, value bigint NOT NULL);
`;

/** Keys spread over tables by their organisation. */
export const keyPartitions = Array.from(
  { length: 16 },
  (_, index) =>
    `CREATE TABLE codespar.operation_keys_${index} PARTITION OF codespar.operation_keys
     FOR VALUES WITH (MODULUS 16, REMAINDER ${index});`,
).join("\n");
