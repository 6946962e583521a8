// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/schemasteps.h"

namespace Costglass {

namespace {

// Days are Julian day numbers, instants Unix seconds, money nano-units. Dimension ids point at dimension_value;
// id 0 stands for "the vendor gave none". charge and usage hold what the newest snapshot of a window says.
constexpr const char *ledgerSchema = R"sql(
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    vendor TEXT NOT NULL,
    label TEXT NOT NULL,
    base_url TEXT NOT NULL,
    settings TEXT NOT NULL,
    secret_place TEXT NOT NULL,
    paused INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX account_label ON account (label) WHERE removed = 0;

CREATE TABLE dimension_value (
    id INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE name (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    of INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (of, id, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    feed INTEGER NOT NULL,
    day_from INTEGER NOT NULL,
    day_to INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    complete_to INTEGER,
    hash TEXT NOT NULL,
    same_as INTEGER REFERENCES snapshot ON DELETE CASCADE,
    requests INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    delta_nanos INTEGER,
    delta_currency TEXT
) STRICT;
CREATE INDEX snapshot_window ON snapshot (account, feed, day_from, day_to);
CREATE INDEX snapshot_taken ON snapshot (taken_at);
CREATE INDEX snapshot_same ON snapshot (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE snapshot_reply (
    snapshot INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
    position INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (snapshot, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE charge (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    feed INTEGER NOT NULL,
    day INTEGER NOT NULL,
    charge_period_start INTEGER NOT NULL,
    charge_period_end INTEGER NOT NULL,
    service INTEGER NOT NULL, model INTEGER NOT NULL, project INTEGER NOT NULL, key INTEGER NOT NULL,
    user INTEGER NOT NULL, region INTEGER NOT NULL, tier INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    charge_category INTEGER NOT NULL,
    charge_description INTEGER NOT NULL,
    sku_meter INTEGER NOT NULL,
    consumed_unit INTEGER NOT NULL,
    billing_currency TEXT NOT NULL,
    billed_cost INTEGER NOT NULL,
    list_cost INTEGER,
    consumed_quantity TEXT,
    snapshot INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE
) STRICT;
CREATE INDEX charge_day ON charge (day, account, feed);
CREATE INDEX charge_snapshot ON charge (snapshot);

CREATE TABLE usage (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    feed INTEGER NOT NULL,
    day INTEGER NOT NULL,
    charge_period_start INTEGER NOT NULL,
    charge_period_end INTEGER NOT NULL,
    service INTEGER NOT NULL, model INTEGER NOT NULL, project INTEGER NOT NULL, key INTEGER NOT NULL,
    user INTEGER NOT NULL, region INTEGER NOT NULL, tier INTEGER NOT NULL,
    consumed_unit INTEGER NOT NULL,
    input INTEGER, cache_read INTEGER,
    cache_write_5m INTEGER, cache_write_30m INTEGER, cache_write_1h INTEGER, cache_write_12h INTEGER,
    output INTEGER, requests INTEGER, quantity INTEGER,
    snapshot INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE
) STRICT;
CREATE INDEX usage_day ON usage (day, account, feed);

-- One row per day and value of one dimension (dim 0 = none): what charts ask for. kind -1 is use without money.
CREATE TABLE rollup_day (
    dim INTEGER NOT NULL,
    day INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    feed INTEGER NOT NULL,
    value INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    currency TEXT NOT NULL,
    cost INTEGER,
    input INTEGER, cache_read INTEGER, cache_write INTEGER, output INTEGER, requests INTEGER,
    PRIMARY KEY (dim, day, account, feed, value, kind, currency)
) STRICT, WITHOUT ROWID;
-- Questions about money alone read no rows of use, and nothing but this index.
CREATE INDEX rollup_money ON rollup_day (dim, day, kind, currency, account, value, cost) WHERE kind >= 0;

CREATE TABLE restatement (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    day INTEGER NOT NULL,
    currency TEXT NOT NULL,
    before_nanos INTEGER NOT NULL,
    after_nanos INTEGER NOT NULL,
    noticed_at INTEGER NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE
) STRICT;
CREATE INDEX restatement_day ON restatement (account, day);

CREATE TABLE feed_state (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    feed INTEGER NOT NULL,
    last_tried_at INTEGER NOT NULL,
    last_good_at INTEGER NOT NULL,
    complete_to INTEGER,
    error_kind TEXT, error_detail TEXT, error_remedy TEXT, error_retry_after INTEGER,
    PRIMARY KEY (account, feed)
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char *budgetSchema = R"sql(
CREATE TABLE budget (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: alerts outlive their budget
    name TEXT NOT NULL UNIQUE,
    amount_nanos INTEGER NOT NULL,
    currency TEXT NOT NULL,
    period TEXT NOT NULL,
    scope TEXT NOT NULL,
    thresholds TEXT NOT NULL,
    fail_at INTEGER
) STRICT;

CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    budget INTEGER NOT NULL,
    budget_name TEXT NOT NULL,
    period_start INTEGER NOT NULL,
    threshold INTEGER NOT NULL,
    spent_nanos INTEGER NOT NULL,
    amount_nanos INTEGER NOT NULL,
    currency TEXT NOT NULL,
    cause_model TEXT, cause_key TEXT, cause_day INTEGER, cause_nanos INTEGER,
    raised_at INTEGER NOT NULL,
    shown_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (budget, period_start, threshold, amount_nanos)
) STRICT;
)sql";

// What requests cost is told and capped by month ("2026-11"); they are counted before they are sent.
constexpr const char *paidRequestSchema = R"sql(
CREATE TABLE paid_request (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    month TEXT NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;
)sql";

// SQLite cannot change a UNIQUE constraint, so alerts move to a new table. Budgets of before count from now on: late data
// of a month that ended before them are no news.
constexpr const char *alertKindSchema = R"sql(
ALTER TABLE budget ADD COLUMN forecast_thresholds TEXT NOT NULL DEFAULT '';
ALTER TABLE budget ADD COLUMN week_start INTEGER NOT NULL DEFAULT 1;
ALTER TABLE budget ADD COLUMN saved_at INTEGER NOT NULL DEFAULT 0;
UPDATE budget SET saved_at = CAST(strftime('%s', 'now') AS INTEGER);

CREATE TABLE new_alert (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT 'actual',
    budget INTEGER NOT NULL,
    budget_name TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    period_start INTEGER NOT NULL,
    period_end INTEGER,
    threshold INTEGER NOT NULL,
    spent_nanos INTEGER NOT NULL,
    amount_nanos INTEGER NOT NULL,
    currency TEXT NOT NULL,
    forecast_nanos INTEGER,
    cause_model TEXT, cause_key TEXT, cause_day INTEGER, cause_nanos INTEGER,
    detail TEXT,
    raised_at INTEGER NOT NULL,
    shown_at INTEGER NOT NULL DEFAULT 0,
    resolved_at INTEGER NOT NULL DEFAULT 0,
    snoozed_until INTEGER NOT NULL DEFAULT 0,
    expected INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, budget, subject, period_start, threshold, amount_nanos)
) STRICT;
INSERT INTO new_alert (id, budget, budget_name, period_start, threshold, spent_nanos, amount_nanos, currency,
    cause_model, cause_key, cause_day, cause_nanos, raised_at, shown_at)
    SELECT id, budget, budget_name, period_start, threshold, spent_nanos, amount_nanos, currency,
    cause_model, cause_key, cause_day, cause_nanos, raised_at, shown_at FROM alert;
DROP TABLE alert;
ALTER TABLE new_alert RENAME TO alert;
)sql";

// A webhook's address is a secret and so not here.
constexpr const char *webhookSchema = R"sql(
CREATE TABLE webhook (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    secret_place TEXT NOT NULL
) STRICT;

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
    webhook INTEGER NOT NULL REFERENCES webhook ON DELETE CASCADE,
    tries INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    delivered_at INTEGER NOT NULL DEFAULT 0,
    given_up_at INTEGER NOT NULL DEFAULT 0,
    problem TEXT,
    UNIQUE (alert, webhook)
) STRICT;
CREATE INDEX delivery_webhook ON delivery (webhook);
)sql";

constexpr const char *balanceSchema = R"sql(
CREATE TABLE balance (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    of INTEGER NOT NULL,
    unit TEXT NOT NULL, -- empty = money
    currency TEXT NOT NULL,
    amount_nanos INTEGER NOT NULL,
    decimals INTEGER NOT NULL,
    period_start INTEGER NOT NULL,
    period_end INTEGER NOT NULL,
    PRIMARY KEY (account, name, of, unit, currency, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_at ON balance (account, at);
)sql";

// Tools' logs. Entries are LogEntry records, sorted, in parts by the first bits of their id; a bucket's cost is in 10⁻¹²
// units, and stale buckets are not in charge and usage yet.
constexpr const char *logSchema = R"sql(
CREATE TABLE log_file (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    path TEXT NOT NULL,
    inode INTEGER NOT NULL,
    size INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    read_to INTEGER NOT NULL,
    tail_hash INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (account, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_entries (
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    part INTEGER NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (account, part)
) STRICT;

CREATE TABLE log_bucket (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    day INTEGER NOT NULL,
    model INTEGER NOT NULL, project INTEGER NOT NULL, tier INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    stale INTEGER NOT NULL DEFAULT 1,
    requests INTEGER NOT NULL DEFAULT 0,
    input INTEGER NOT NULL DEFAULT 0, cache_read INTEGER NOT NULL DEFAULT 0,
    cache_write_5m INTEGER NOT NULL DEFAULT 0, cache_write_1h INTEGER NOT NULL DEFAULT 0,
    output INTEGER NOT NULL DEFAULT 0, web_searches INTEGER NOT NULL DEFAULT 0,
    unpriced INTEGER NOT NULL DEFAULT 0,
    cost INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account, day, model, project, tier)
) STRICT;
)sql";

// What a person pays by hand; an account of the vendor has the charges that follow from it. Terms hold from their day on.
constexpr const char *planSchema = R"sql(
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    name TEXT NOT NULL UNIQUE,
    period TEXT NOT NULL,
    category TEXT NOT NULL,
    start_day INTEGER NOT NULL,
    end_day INTEGER,
    included TEXT NOT NULL, -- a quota a line
    invoice TEXT NOT NULL,
    document TEXT NOT NULL,
    charged INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_account ON plan (account);

CREATE TABLE plan_terms (
    plan INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE,
    from_day INTEGER NOT NULL,
    currency TEXT NOT NULL,
    price_nanos INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    tax_nanos INTEGER NOT NULL,
    PRIMARY KEY (plan, from_day)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace

const std::array<const char *, SchemaVersion> &schemaSteps()
{
    static constexpr std::array<const char *, SchemaVersion> steps{
        ledgerSchema,  budgetSchema,  paidRequestSchema, alertKindSchema,
        webhookSchema, balanceSchema, logSchema,         planSchema};
    return steps;
}

} // namespace Costglass
