// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ledgerread.h"

#include "base/account.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Costglass {

namespace {

constexpr qsizetype MostWordsKept = 200'000;

constexpr const char *readCharges
    = "SELECT account, day, charge_period_start, charge_period_end, service, model, project, key, user, "
      "region, tier,"
      " kind, charge_category, charge_description, sku_meter, consumed_unit, billing_currency, billed_cost, "
      "list_cost,"
      " consumed_quantity FROM charge WHERE day >= ?1 AND day < ?2 ORDER BY day, account, feed";
constexpr const char *readUsage
    = "SELECT account, day, charge_period_start, charge_period_end, service, model, project, key, user, "
      "region, tier,"
      " consumed_unit, input, cache_read, cache_write_5m, cache_write_30m, cache_write_1h, cache_write_12h, "
      "output,"
      " requests, quantity FROM usage WHERE day >= ?1 AND day < ?2 ORDER BY day, account, feed";

void orThrow(const Result<void> &result)
{
    if (!result)
        throw StoreProblem{result.error()};
}

} // namespace

LedgerReader::LedgerReader(Database &database)
    : m_database(database), m_word(database, "SELECT value FROM dimension_value WHERE id = ?1")
{
    Statement accounts(database, "SELECT id, vendor, label, settings FROM account");
    while (accounts.step()) {
        Account account;
        const QJsonObject settings = QJsonDocument::fromJson(accounts.text(3).toUtf8()).object();
        for (auto it = settings.begin(); it != settings.end(); ++it)
            account.settings.insert(it.key(), it.value().toString());
        m_accounts.insert(accounts.integer(0),
                          {accounts.text(1), accounts.text(2), account.isFile(), {}, {}, {}});
    }
    Statement names(database, "SELECT account, of, id, name FROM name");
    while (names.step())
        m_names.insert({names.integer(0), static_cast<int>(names.integer(1)), names.text(2)}, names.text(3));
}

QString LedgerReader::word(qint64 id)
{
    if (id == 0)
        return {};
    const auto known = m_words.constFind(id);
    if (known != m_words.cend())
        return *known;
    if (m_words.size() >= MostWordsKept)
        m_words.clear();
    m_word.with(id).step();
    const QString text = m_word.text(0);
    m_word.reset();
    return *m_words.insert(id, text);
}

Dimensions LedgerReader::dimensions(const Statement &row, int first)
{
    return {.service = word(row.integer(first)),
            .model = word(row.integer(first + 1)),
            .project = word(row.integer(first + 2)),
            .key = word(row.integer(first + 3)),
            .user = word(row.integer(first + 4)),
            .region = word(row.integer(first + 5)),
            .tier = word(row.integer(first + 6))};
}

RecordOwner LedgerReader::owner(qint64 account, const Dimensions &at) const
{
    RecordOwner owner = m_accounts.value(account);
    const auto name = [this, account](Name::Of of, const QString &id) {
        return id.isNull() ? QString() : m_names.value({account, static_cast<int>(of), id});
    };
    owner.project = name(Name::Of::Project, at.project);
    owner.key = name(Name::Of::Key, at.key);
    owner.user = name(Name::Of::User, at.user);
    return owner;
}

void LedgerReader::charges(const DateRange &days, const EachRecord<Charge> &each)
{
    Statement row(m_database, readCharges);
    row.with(days.from.toJulianDay(), days.to.toJulianDay());
    while (row.step()) {
        const Currency currency = valueOf(Currency::fromCode(row.text(16)));
        Charge charge;
        charge.day = QDate::fromJulianDay(row.integer(1));
        charge.periodStart = row.integer(2);
        charge.periodEnd = row.integer(3);
        charge.at = dimensions(row, 4);
        charge.kind = static_cast<ChargeKind>(row.integer(11));
        charge.category = chargeCategoryFromName(word(row.integer(12))).value_or(ChargeCategory::Usage);
        charge.description = word(row.integer(13));
        charge.meter = word(row.integer(14));
        charge.unit = word(row.integer(15));
        charge.cost = Money::fromNanos(row.integer(17), currency);
        if (const auto list = row.maybeInteger(18))
            charge.list = Money::fromNanos(*list, currency);
        charge.quantity = row.text(19);
        orThrow(each(charge, owner(row.integer(0), charge.at)));
    }
}

void LedgerReader::usage(const DateRange &days, const EachRecord<Usage> &each)
{
    constexpr std::array counts{&Usage::input,         &Usage::cacheRead,    &Usage::cacheWrite5m,
                                &Usage::cacheWrite30m, &Usage::cacheWrite1h, &Usage::cacheWrite12h,
                                &Usage::output,        &Usage::requests,     &Usage::quantity};
    Statement row(m_database, readUsage);
    row.with(days.from.toJulianDay(), days.to.toJulianDay());
    while (row.step()) {
        Usage usage;
        usage.day = QDate::fromJulianDay(row.integer(1));
        usage.periodStart = row.integer(2);
        usage.periodEnd = row.integer(3);
        usage.at = dimensions(row, 4);
        usage.unit = word(row.integer(11));
        for (size_t i = 0; i < counts.size(); ++i)
            usage.*counts[i] = row.maybeInteger(12 + static_cast<int>(i));
        orThrow(each(usage, owner(row.integer(0), usage.at)));
    }
}

} // namespace Costglass
