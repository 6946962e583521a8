// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summaryquestion.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

std::unexpected<Error> misused(const QString &detail, const QString &remedy = {})
{
    return failure(Error::Kind::Config, detail, remedy);
}

Result<DateRange> readPeriod(const Arguments &arguments, qint64 now)
{
    const int ways = (arguments.has(u"month"_s) ? 1 : 0) + (arguments.has(u"year"_s) ? 1 : 0)
        + (arguments.has(u"from"_s) || arguments.has(u"to"_s) ? 1 : 0);
    if (ways > 1)
        return misused(Texts::tr("Give the period once: --month, --year or --from and --to."));
    if (arguments.has(u"year"_s)) {
        bool valid = false;
        const int year = arguments.value(u"year"_s).toInt(&valid);
        if (!valid || year < 2000 || year > 2200)
            return misused(Texts::tr("“%1” is not a year.").arg(arguments.value(u"year"_s)));
        return DateRange{QDate(year, 1, 1), QDate(year + 1, 1, 1)};
    }
    if (arguments.has(u"from"_s) != arguments.has(u"to"_s))
        return misused(Texts::tr("--from and --to belong together; --to is the day after the last."));
    if (arguments.has(u"from"_s)) {
        const auto from = parseDay(arguments.value(u"from"_s));
        const auto to = parseDay(arguments.value(u"to"_s));
        if (!from || !to)
            return std::unexpected(from ? to.error() : from.error());
        if (*from >= *to)
            return misused(Texts::tr("--to must be after --from; it is the day after the last."));
        return DateRange{*from, *to};
    }
    if (!arguments.has(u"month"_s))
        return Month::of(dayOf(now, QTimeZone::utc())).range();
    const auto month = Month::parse(arguments.value(u"month"_s));
    return month ? Result<DateRange>(month->range()) : std::unexpected(month.error());
}

/// A value that its dimension can have; an empty one asks for rows of which the vendor gave none.
Result<QString> readValue(Dim dim, const QString &value)
{
    if (value.isEmpty())
        return QString();
    if (dim == Dim::Day || dim == Dim::Week) {
        const auto day = parseDay(value);
        return day ? Result<QString>(value) : std::unexpected(day.error());
    }
    if (dim == Dim::Month) {
        const auto month = Month::parse(value);
        return month ? Result<QString>(value) : std::unexpected(month.error());
    }
    if (dim == Dim::Kind && !chargeKindFromName(value))
        return misused(Texts::tr("A kind is billed, estimated, equivalent or entered."));
    return value;
}

/// The period that --compare puts beside \a days.
Result<DateRange> readCompared(const QString &compare, const DateRange &days)
{
    if (compare == u"year")
        return DateRange{days.from.addYears(-1), days.to.addYears(-1)};
    if (compare != u"previous")
        return misused(Texts::tr("--compare is previous or year."));
    if (days == Month::of(days.from).range())
        return Month::of(days.from).plus(-1).range();
    return DateRange{days.from.addDays(-days.days()), days.from};
}

} // namespace

Result<Dim> readDim(const QString &name)
{
    const auto dim = dimFromName(name);
    if (dim)
        return *dim;
    if (name == u"hour" || name.startsWith(u"tag:"_s))
        return misused(Texts::tr("The ledger does not keep “%1” yet.").arg(name),
                       Texts::tr("Group by day, project or key instead."));
    return misused(Texts::tr("Nothing can be grouped by “%1”.").arg(name),
                   Texts::tr("There are: vendor, account, service, model, project, key, user, category, "
                             "region, tier, kind, day, week, month."));
}

Result<QList<QPair<Dim, QString>>> readWhere(const Arguments &arguments)
{
    QList<QPair<Dim, QString>> where;
    for (const QString &condition : arguments.values(QStringLiteral("where"))) {
        if (!condition.contains(u'='))
            return failure(Error::Kind::Config,
                           Texts::tr("--where is written DIM=VALUE, not “%1”.").arg(condition));
        const auto dim = readDim(condition.section(u'=', 0, 0));
        if (!dim)
            return std::unexpected(dim.error());
        const auto value = readValue(*dim, condition.section(u'=', 1));
        if (!value)
            return std::unexpected(value.error());
        where.append({*dim, *value});
    }
    return where;
}

Result<Asked> readQuestion(const Arguments &arguments, qint64 now)
{
    Asked asked;
    const auto period = readPeriod(arguments, now);
    if (!period)
        return std::unexpected(period.error());
    asked.query.days = *period;
    const QString by = arguments.has(u"by"_s) ? arguments.value(u"by"_s) : u"vendor"_s;
    for (const QString &name : by.split(u',', Qt::SkipEmptyParts)) {
        const auto dim = readDim(name);
        if (!dim)
            return std::unexpected(dim.error());
        if (!asked.query.by.contains(*dim))
            asked.query.by.append(*dim);
    }
    const auto where = readWhere(arguments);
    if (!where)
        return std::unexpected(where.error());
    asked.query.where = *where;
    if (arguments.has(u"kind"_s)) {
        asked.query.kind = chargeKindFromName(arguments.value(u"kind"_s));
        if (!asked.query.kind)
            return misused(Texts::tr("--kind is billed, estimated, equivalent or entered."));
    }
    const auto measure
        = measureFromName(arguments.has(u"measure"_s) ? arguments.value(u"measure"_s) : u"cost"_s);
    if (!measure)
        return misused(Texts::tr("--measure is cost, tokens, requests or unit-cost."));
    asked.measure = *measure;
    bool valid = true;
    if (arguments.has(u"top"_s))
        asked.top = arguments.value(u"top"_s).toInt(&valid);
    if (!valid || asked.top < 0)
        return misused(Texts::tr("--top is a number of rows; 0 shows all."));
    if (arguments.has(u"currency"_s)) {
        const auto currency = Currency::fromCode(arguments.value(u"currency"_s));
        if (!currency)
            return std::unexpected(currency.error());
        asked.currency = *currency;
    }
    if (arguments.has(u"compare"_s)) {
        const auto compared = readCompared(arguments.value(u"compare"_s), asked.query.days);
        if (!compared)
            return std::unexpected(compared.error());
        asked.compared = *compared;
    }
    return asked;
}

} // namespace Costglass
