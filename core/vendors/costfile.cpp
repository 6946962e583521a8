// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/costfile.h"

#include "vendors/filetexts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Files)
};

constexpr qsizetype MostTextsKept = 50'000;
constexpr qint64 DaySeconds = 24 * 3600;

std::unexpected<Error> refused(const QString &why)
{
    return failure(Error::Kind::Format, why);
}

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text.first(qMin<qsizetype>(text.size(), 40)));
}

/// A text that a spreadsheet would take for a formula is exported with an apostrophe before it.
QByteArrayView withoutGuard(QByteArrayView text)
{
    return text.size() > 1 && text[0] == '\'' && QByteArrayView("=+-@\t\r").contains(text[1]) ? text.sliced(1)
                                                                                              : text;
}

std::optional<ChargeCategory> categoryOf(const QString &word, const CostFileMap &map)
{
    for (const ChargeCategory category :
         {ChargeCategory::Usage, ChargeCategory::Purchase, ChargeCategory::Tax, ChargeCategory::Credit,
          ChargeCategory::Adjustment}) {
        if (word == chargeCategoryName(category).toLower())
            return category;
    }
    const auto own = map.categories.constFind(word);
    if (own != map.categories.cend())
        return *own;
    return map.isFocus ? std::nullopt : std::optional(ChargeCategory::Usage);
}

/// Whether a FOCUS meter counts tokens: its SKU then is a model.
bool countsTokens(const QString &meter)
{
    static const QSet<QString> meters{u"Input Tokens"_s, u"Output Tokens"_s, u"Cache Read Tokens"_s,
                                      u"Cached Input Tokens"_s, u"Cache Write Tokens"_s};
    return meters.contains(meter);
}

QMap<QString, size_t> columnsOf(const std::vector<CsvRows::Cell> &header)
{
    QMap<QString, size_t> columns;
    for (size_t i = 0; i < header.size(); ++i) {
        const QString key = columnKey(header[i].text);
        if (!columns.contains(key))
            columns.insert(key, i);
    }
    return columns;
}

bool hasAll(const QMap<QString, size_t> &columns, const QStringList &wanted)
{
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&](const QString &column) { return columns.contains(column); });
}

} // namespace

Result<const CostFileMap *> CostFile::recognise(const std::vector<CsvRows::Cell> &header)
{
    const QMap<QString, size_t> columns = columnsOf(header);
    for (const CostFileMap &map : costFileMaps()) {
        if (hasAll(columns, map.signature))
            return &map;
    }
    return failure(Error::Kind::Format,
                   Texts::tr("The first line names no columns of a bill that Costglass knows."),
                   Texts::tr("Tell it with --map which column is the day, the cost, …."));
}

Result<CostFile> CostFile::open(const CostFileMap &map, const std::vector<CsvRows::Cell> &header)
{
    const QMap<QString, size_t> columns = columnsOf(header);
    for (const QString &column : map.signature) {
        if (!columns.contains(column))
            return failure(
                Error::Kind::Format, Texts::tr("The file has no column “%1”.").arg(column),
                Texts::tr("Look whether it is the right file, and its first line the one with the names."));
    }
    const auto zone = zoneById(map.zone);
    if (!zone)
        return std::unexpected(zone.error());
    CostFile file(map, *zone);
    file.m_width = header.size();
    for (auto it = map.columns.cbegin(); it != map.columns.cend(); ++it) {
        for (const QString &column : it.value()) {
            if (columns.contains(column))
                file.m_columns[static_cast<size_t>(it.key())].push_back(columns.value(column));
        }
    }
    return file;
}

const CsvRows::Cell *CostFile::cell(const Cells &cells, CostField field) const
{
    for (const size_t column : m_columns[static_cast<size_t>(field)]) {
        if (column < cells.size() && !cells[column].isNull())
            return &cells[column];
    }
    return nullptr;
}

QString CostFile::interned(QByteArrayView bytes)
{
    const auto known = m_texts.constFind(QByteArray::fromRawData(bytes.data(), bytes.size()));
    if (known != m_texts.cend())
        return *known;
    if (m_texts.size() >= MostTextsKept)
        m_texts.clear();
    return *m_texts.insert(bytes.toByteArray(), QString::fromUtf8(withoutGuard(bytes)));
}

QString CostFile::text(const Cells &cells, CostField field)
{
    const CsvRows::Cell *found = cell(cells, field);
    return found ? interned(found->text) : QString();
}

Result<const CostFile::Time *> CostFile::time(const Cells &cells, CostField field, Time &last) const
{
    const CsvRows::Cell *found = cell(cells, field);
    if (!found || found->text.compare("NULL", Qt::CaseInsensitive) == 0)
        return nullptr;
    if (found->text == last.text)
        return &last;
    const auto written = readWrittenTime(found->text);
    if (!written)
        return refused(Texts::tr("“%1” is not a time.").arg(shown(found->text)));
    last.text = found->text.toByteArray();
    last.wholeDay = !written->second;
    const bool utc = m_map.zone == "UTC";
    const qint64 midnight = (written->date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * DaySeconds;
    if (written->offset || (utc && written->second))
        last.instant = midnight + *written->second - written->offset.value_or(0);
    else if (written->second)
        last.instant
            = QDateTime(written->date, QTime(0, 0).addSecs(*written->second), m_zone).toSecsSinceEpoch();
    else
        last.instant = utc ? midnight : dayStart(written->date, m_zone);
    last.day = written->second ? dayOf(last.instant, m_zone) : written->date;
    return &last;
}

Result<void> CostFile::readPeriod(const Cells &cells, Charge &charge)
{
    const auto day = time(cells, CostField::Day, m_day);
    const auto start = time(cells, CostField::Start, m_start);
    const auto end = time(cells, CostField::End, m_end);
    if (!day || !start || !end)
        return std::unexpected(!day ? day.error() : !start ? start.error() : end.error());
    if (!*day && !*start)
        return refused(Texts::tr("The row has no day."));
    const Time &from = *start ? **start : **day;
    charge.day = *day ? (*day)->day : from.day;
    charge.periodStart = from.instant;
    charge.periodEnd = *end ? (*end)->instant
        : from.wholeDay     ? dayStart(from.day.addDays(1), m_zone)
                            : from.instant + 1;
    if (charge.periodEnd < charge.periodStart)
        return refused(Texts::tr("The charge period ends before it begins."));
    return {};
}

Result<Currency> CostFile::currency(const Cells &cells)
{
    const CsvRows::Cell *found = cell(cells, CostField::Currency);
    const QString code = found ? interned(found->text) : m_map.currency;
    if (code.isEmpty())
        return refused(Texts::tr("The row has no currency."));
    if (code == m_currency.first)
        return m_currency.second;
    const auto read = Currency::fromCode(code);
    if (read)
        m_currency = {code, *read};
    return read;
}

Result<std::optional<Money>> CostFile::money(const Cells &cells, CostField field, Currency currency) const
{
    const CsvRows::Cell *found = cell(cells, field);
    if (!found || found->text == "-" || found->text.compare("NULL", Qt::CaseInsensitive) == 0)
        return std::nullopt;
    const auto read = readWrittenMoney(found->text, m_map.decimalPoint, currency);
    if (read)
        return *read;
    // "Included" instead of an amount, which then is not known.
    if (!m_map.isFocus && m_map.kinds.contains(shown(found->text).toLower().section(u' ', 0, 0)))
        return std::nullopt;
    return std::unexpected(read.error());
}

Result<void> CostFile::readMoney(const Cells &cells, CostRow &row, Charge &charge)
{
    const QString kind = text(cells, CostField::Kind).toLower().section(u' ', 0, 0);
    charge.kind = m_map.kinds.value(kind, ChargeKind::Entered);
    const auto in = currency(cells);
    if (!in)
        return std::unexpected(in.error());
    const auto list = money(cells, CostField::List, *in);
    const auto cost = money(cells, CostField::Cost, *in);
    if (!list || !cost)
        return std::unexpected(!cost ? cost.error() : list.error());
    charge.list = *list;
    const bool covered = m_map.isFocus && charge.kind == ChargeKind::Equivalent && *list;
    if (!*cost && !covered)
        return {};
    charge.cost = covered ? **list : **cost;
    row.charge = charge;
    return {};
}

Dimensions CostFile::dimensions(const Cells &cells)
{
    Dimensions at{.service = text(cells, CostField::Service),
                  .model = text(cells, CostField::Model),
                  .project = text(cells, CostField::Project),
                  .key = text(cells, CostField::Key),
                  .user = text(cells, CostField::User),
                  .region = text(cells, CostField::Region),
                  .tier = text(cells, CostField::Tier)};
    if (const CsvRows::Cell *tags = cell(cells, CostField::Tags); tags && tags->text.startsWith('{')) {
        const Tagged &more = tagged(tags->text);
        at.key = at.key.isNull() ? more.key : at.key;
        at.user = at.user.isNull() ? more.user : at.user;
        at.model = at.model.isNull() ? more.model : at.model;
    }
    return at;
}

const CostFile::Tagged &CostFile::tagged(QByteArrayView tags)
{
    const QByteArray raw = QByteArray::fromRawData(tags.data(), tags.size());
    const auto known = m_tags.constFind(raw);
    if (known != m_tags.cend())
        return *known;
    if (m_tags.size() >= MostTextsKept)
        m_tags.clear();
    const QJsonObject object = QJsonDocument::fromJson(raw).object();
    const auto word = [&object](QLatin1StringView name) {
        const QString value = object.value(name).toString();
        return value.isEmpty() ? QString() : value;
    };
    return *m_tags.insert(tags.toByteArray(), Tagged{word("key"_L1), word("user"_L1), word("model"_L1)});
}

Result<void> CostFile::readWords(const Cells &cells, Charge &charge)
{
    charge.at = dimensions(cells);
    charge.description = text(cells, CostField::Description);
    charge.meter = text(cells, CostField::Meter);
    if (const CsvRows::Cell *category = cell(cells, CostField::Category)) {
        if (category->text != m_category.first) {
            const auto known = categoryOf(columnKey(category->text), m_map);
            if (!known)
                return refused(Texts::tr("“%1” is no charge category.").arg(shown(category->text)));
            m_category = {category->text.toByteArray(), *known};
        }
        charge.category = m_category.second;
    }
    if (const CsvRows::Cell *quantity = cell(cells, CostField::Quantity)) {
        charge.quantity = plainDecimal(quantity->text, m_map.decimalPoint);
        if (charge.quantity.isNull() && quantity->text.compare("NULL", Qt::CaseInsensitive) != 0)
            return refused(Texts::tr("“%1” is not a quantity.").arg(shown(quantity->text)));
    }
    charge.unit = text(cells, CostField::Unit);
    if (charge.unit == u"Token")
        charge.unit = u"Tokens"_s; // the specification's own samples have both
    else if (charge.unit.isNull() && !charge.quantity.isNull() && !m_map.unit.isEmpty())
        charge.unit = m_map.unit;
    return {};
}

Result<std::optional<qint64>> CostFile::count(const Cells &cells, CostField field) const
{
    const CsvRows::Cell *found = cell(cells, field);
    if (!found)
        return std::nullopt;
    bool whole = false;
    const qint64 value = plainDecimal(found->text, m_map.decimalPoint).toLongLong(&whole);
    if (!whole || value < 0 || value > 1'000'000'000'000'000'000)
        return refused(Texts::tr("“%1” is not a count.").arg(shown(found->text)));
    return value;
}

Result<void> CostFile::readUse(const Cells &cells, const Charge &charge, CostRow &row)
{
    Usage usage;
    usage.day = charge.day;
    usage.periodStart = charge.periodStart;
    usage.periodEnd = charge.periodEnd;
    usage.at = charge.at;
    const QList<QPair<CostField, std::optional<qint64> Usage::*>> counts{
        {CostField::Input, &Usage::input},
        {CostField::CacheRead, &Usage::cacheRead},
        {CostField::CacheWrite, &Usage::cacheWrite30m},
        {CostField::Output, &Usage::output},
        {CostField::Requests, &Usage::requests}};
    for (const auto &[field, member] : counts) {
        const auto value = count(cells, field);
        if (!value)
            return std::unexpected(value.error());
        usage.*member = *value;
    }
    if (!usage.input) {
        const auto all = count(cells, CostField::InputAll);
        if (!all)
            return std::unexpected(all.error());
        if (*all)
            usage.input = qMax<qint64>(0, **all - usage.cacheRead.value_or(0));
    }
    if (!row.charge && !m_map.unit.isEmpty() && !charge.quantity.isNull()) {
        const auto parts = Money::parseRounded(charge.quantity, Currency::usd());
        if (!parts)
            return std::unexpected(parts.error());
        usage.quantity = parts->nanos() / 100'000;
        usage.unit = u"0.0001 "_s + m_map.unit; // use is counted in whole numbers
    }
    const bool any = usage.input || usage.cacheRead || usage.cacheWrite30m || usage.output || usage.requests
        || usage.quantity;
    if (any)
        row.usage = usage;
    return {};
}

Result<CostRow> CostFile::read(const Cells &cells)
{
    const bool whole = cells.size() >= m_width
        && std::all_of(cells.begin() + static_cast<qsizetype>(m_width), cells.end(),
                       [](const CsvRows::Cell &extra) { return extra.isNull(); });
    if (!whole)
        return refused(
            Texts::tr("The row has %1 cells; the first line has %2.").arg(cells.size()).arg(m_width));
    CostRow row;
    Charge charge;
    for (const auto part : {&CostFile::readPeriod, &CostFile::readWords}) {
        const auto read = (this->*part)(cells, charge);
        if (!read)
            return std::unexpected(read.error());
    }
    if (const CsvRows::Cell *sku = cell(cells, CostField::Sku);
        sku && charge.at.model.isNull() && countsTokens(charge.meter))
        charge.at.model = interned(sku->text);
    const auto priced = readMoney(cells, row, charge);
    if (!priced)
        return std::unexpected(priced.error());
    const auto used = readUse(cells, charge, row);
    if (!used)
        return std::unexpected(used.error());
    if (!row.charge && !row.usage)
        return refused(Texts::tr("The row has no amount."));
    row.vendor = m_map.vendor.isEmpty() ? vendorOfProvider(text(cells, CostField::Vendor)) : m_map.vendor;
    row.projectName = text(cells, CostField::ProjectName);
    return row;
}

} // namespace Costglass
