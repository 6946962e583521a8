// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fileexport.h"

#include "base/json.h"
#include "vendors/registry.h"

#include <QSaveFile>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Files)
};

QString numberOrNull(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

std::optional<qint64> cacheWrites(const Usage &usage)
{
    std::optional<qint64> sum;
    for (const auto &part :
         {usage.cacheWrite5m, usage.cacheWrite30m, usage.cacheWrite1h, usage.cacheWrite12h}) {
        if (part)
            sum = sum.value_or(0) + *part;
    }
    return sum;
}

/// A record as (key, cell), in the order of the columns; a null text is an empty cell.
using Cells = QList<QPair<QString, QString>>;

Cells commonCells(QDate day, qint64 start, qint64 end, const Dimensions &at, const RecordOwner &owner)
{
    return {{u"day"_s, day.toString(Qt::ISODate)},
            {u"period_start"_s, start > 0 ? toRfc3339(start) : QString()},
            {u"period_end"_s, end > 0 ? toRfc3339(end) : QString()},
            {u"vendor"_s, owner.vendor},
            {u"account"_s, owner.account},
            {u"service"_s, at.service},
            {u"model"_s, at.model},
            {u"project"_s, at.project},
            {u"project_name"_s, owner.project},
            {u"key"_s, at.key},
            {u"key_name"_s, owner.key},
            {u"user"_s, at.user},
            {u"user_name"_s, owner.user},
            {u"region"_s, at.region},
            {u"tier"_s, at.tier}};
}

Cells chargeCells(const Charge &charge, const RecordOwner &owner)
{
    return commonCells(charge.day, charge.periodStart, charge.periodEnd, charge.at, owner)
        + Cells{{u"kind"_s, chargeKindName(charge.kind)},
                {u"category"_s, chargeCategoryName(charge.category)},
                {u"description"_s, charge.description},
                {u"meter"_s, charge.meter},
                {u"quantity"_s, charge.quantity},
                {u"unit"_s, charge.unit},
                {u"cost"_s, charge.cost.toDecimal()},
                {u"currency"_s, charge.cost.currency().code()},
                {u"list_cost"_s, charge.list ? charge.list->toDecimal() : QString()}};
}

Cells usageCounts(const Usage &usage)
{
    return {{u"input_tokens"_s, numberOrNull(usage.input)},
            {u"cached_tokens"_s, numberOrNull(usage.cacheRead)},
            {u"cache_write_tokens"_s, numberOrNull(cacheWrites(usage))},
            {u"output_tokens"_s, numberOrNull(usage.output)},
            {u"requests"_s, numberOrNull(usage.requests)}};
}

QStringList texts(const Cells &cells)
{
    QStringList list;
    for (const auto &cell : cells)
        list.append(cell.second);
    return list;
}

/// One export into one file, record by record.
class Export
{
public:
    Export(Store &store, const FileExportWish &wish, QIODevice &file)
        : m_store(store), m_wish(wish), m_file(file)
    {
    }

    Result<FileExport> run();

private:
    Result<void> csv();
    Result<void> json();
    Result<void> focus();
    Result<void> write(const QByteArray &bytes);
    Result<void> writeObject(QJsonObject object, qint64 index);

    Store &m_store;
    const FileExportWish &m_wish;
    QIODevice &m_file;
    FileExport m_done;
};

Result<void> Export::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) == bytes.size())
        return {};
    return failure(Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(m_wish.file),
                   Texts::tr("Look whether there is room on the disk."));
}

Result<void> Export::csv()
{
    QStringList header;
    for (const auto &cell : chargeCells(Charge(), {}) + usageCounts(Usage()))
        header.append(cell.first);
    const auto begun = write(csvLine(header));
    const auto charges = begun
        ? m_store.eachCharge(m_wish.days,
                             [&](const Charge &charge, const RecordOwner &owner) {
                                 ++m_done.charges;
                                 return write(
                                     csvLine(texts(chargeCells(charge, owner) + usageCounts(Usage()))));
                             })
        : begun;
    if (!charges)
        return charges;
    const QStringList noMoney(chargeCells(Charge(), {}).size() - commonCells({}, 0, 0, {}, {}).size());
    return m_store.eachUsage(m_wish.days, [&](const Usage &usage, const RecordOwner &owner) {
        ++m_done.usage;
        QStringList money = noMoney;
        money[4] = numberOrNull(usage.quantity);
        money[5] = usage.unit;
        return write(
            csvLine(texts(commonCells(usage.day, usage.periodStart, usage.periodEnd, usage.at, owner)) + money
                    + texts(usageCounts(usage))));
    });
}

Result<void> Export::writeObject(QJsonObject object, qint64 index)
{
    return write((index > 0 ? ",\n" : "\n") + QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const Cells &cells)
{
    QJsonObject object;
    for (const auto &[key, text] : cells)
        object.insert(key, text.isNull() ? QJsonValue() : QJsonValue(text));
    return object;
}

Result<void> Export::json()
{
    const auto begun
        = write(u"{\"period\":{\"from\":\"%1\",\"to\":\"%2\"},\"charges\":["_s
                    .arg(m_wish.days.from.toString(Qt::ISODate), m_wish.days.to.toString(Qt::ISODate))
                    .toUtf8());
    const auto charges = begun
        ? m_store.eachCharge(m_wish.days,
                             [&](const Charge &charge, const RecordOwner &owner) {
                                 QJsonObject object = objectOf(chargeCells(charge, owner));
                                 object.remove(u"currency"_s);
                                 object.insert(u"cost"_s, moneyToJson(charge.cost));
                                 object.insert(u"list_cost"_s,
                                               charge.list ? QJsonValue(moneyToJson(*charge.list))
                                                           : QJsonValue());
                                 return writeObject(object, m_done.charges++);
                             })
        : begun;
    const auto turned = charges ? write("\n],\"usage\":[") : charges;
    const auto usage = turned
        ? m_store.eachUsage(
            m_wish.days,
            [&](const Usage &one, const RecordOwner &owner) {
                QJsonObject object
                    = objectOf(commonCells(one.day, one.periodStart, one.periodEnd, one.at, owner));
                const auto put = [&object](const QString &key, const std::optional<qint64> &count) {
                    object.insert(key, count ? QJsonValue(*count) : QJsonValue());
                };
                put(u"input_tokens"_s, one.input);
                put(u"cached_tokens"_s, one.cacheRead);
                put(u"cache_write_tokens"_s, cacheWrites(one));
                put(u"output_tokens"_s, one.output);
                put(u"requests"_s, one.requests);
                put(u"quantity"_s, one.quantity);
                object.insert(u"unit"_s, one.unit.isNull() ? QJsonValue() : QJsonValue(one.unit));
                return writeObject(object, m_done.usage++);
            })
        : turned;
    return usage ? write("\n]}\n") : usage;
}

Result<void> Export::focus()
{
    const auto begun = write(csvLine(focusColumns(m_wish.focusVersion)));
    if (!begun)
        return begun;
    FocusOwner row;
    return m_store.eachCharge(m_wish.days, [&](const Charge &charge, const RecordOwner &owner) {
        if (row.vendor != owner.vendor) {
            const VendorAdapter *vendor = findVendor(owner.vendor);
            row.vendor = owner.vendor;
            row.provider = vendor ? vendor->info().name : owner.vendor;
            row.zone = owner.isFile ? QTimeZone::utc() : billingZone(owner.vendor);
        }
        row.account = owner.account;
        row.projectName = owner.project;
        row.isAi = !owner.isFile;
        ++m_done.charges;
        return write(csvLine(focusCells(m_wish.focusVersion, charge, row)));
    });
}

Result<FileExport> Export::run()
{
    const auto written = m_wish.format == ExportFormat::Csv ? csv()
        : m_wish.format == ExportFormat::Json               ? json()
                                                            : focus();
    return written ? Result<FileExport>(m_done) : std::unexpected(written.error());
}

} // namespace

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    if (name == u"csv")
        return ExportFormat::Csv;
    if (name == u"json")
        return ExportFormat::Json;
    return name == u"focus" ? std::optional(ExportFormat::Focus) : std::nullopt;
}

Result<FileExport> exportFile(Store &store, const FileExportWish &wish)
{
    QSaveFile file(wish.file);
    const auto unwritable = [&wish] {
        return failure(Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(wish.file),
                       Texts::tr("Choose a folder that is there and that you may write to."));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    const auto done = Export(store, wish, file).run();
    if (!done)
        return done;
    return file.commit() ? done : unwritable();
}

} // namespace Costglass
