// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/googleemulator.h"

#include <QCryptographicHash>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int Parts = 3;

/// The share of one of the parts: they add up to the whole.
qint64 share(qint64 whole, int part)
{
    return whole * (part + 1) / Parts - whole * part / Parts;
}

QString decimal(qint64 nanos)
{
    return Money::fromNanos(nanos, Currency::usd()).toDecimal();
}

/// An id of the form 911A-8880-A243, the same for the same text.
QString skuId(const QString &text)
{
    const QByteArray hash
        = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex().toUpper();
    return QString::fromLatin1(hash.left(4) + '-' + hash.mid(4, 4) + '-' + hash.mid(8, 4));
}

QString serviceOf(const BillLine &line)
{
    return line.stream ? line.stream->endpoint : u"Invoice"_s;
}

bool isCredit(const BillLine &line)
{
    return line.stream && !line.lineItem.isNull();
}

/// The cells that all parts of a line share.
QMap<QString, QString> cellsOf(const BillLine &line, const QString &projectName, bool detailed)
{
    static const QMap<QString, QString> services{{u"Vertex AI"_s, u"C7E2-9256-1C43"_s},
                                                 {u"Gemini API"_s, u"AEFD-7695-64FA"_s},
                                                 {u"Invoice"_s, u"6DE9-5DC3-D222"_s}};
    const QString text = googleSkuText(line);
    QMap<QString, QString> cells{{u"billing_account_id"_s, u"0123AB-4567CD-89EF01"_s},
                                 {u"service.id"_s, services.value(serviceOf(line))},
                                 {u"service.description"_s, serviceOf(line)},
                                 {u"sku.id"_s, skuId(text)},
                                 {u"sku.description"_s, text},
                                 {u"currency"_s, u"USD"_s},
                                 {u"currency_conversion_rate"_s, u"1.0"_s},
                                 {u"invoice.month"_s, line.day.toString(u"yyyyMM"_s)},
                                 {u"cost_type"_s, line.stream ? u"regular"_s : u"tax"_s}};
    if (!line.stream)
        return cells;
    const bool tokens = line.stream->meter.isNull();
    cells.insert(u"project.id"_s, line.stream->project);
    cells.insert(u"project.name"_s, projectName);
    cells.insert(u"usage.unit"_s, tokens ? u"count"_s : u"seconds"_s);
    cells.insert(u"usage.pricing_unit"_s, tokens ? u"count"_s : u"hour"_s);
    if (serviceOf(line) == u"Vertex AI") {
        cells.insert(u"location.location"_s, u"us-central1"_s);
        cells.insert(u"location.region"_s, u"us-central1"_s);
    }
    if (detailed && !tokens)
        cells.insert(u"resource.name"_s, u"endpoint-1"_s);
    return cells;
}

GoogleRow partOf(const BillLine &line, QMap<QString, QString> cells, const QList<BillLine> &credits, int part,
                 qint64 at)
{
    GoogleRow row;
    cells.insert(u"usage_start_time"_s, toRfc3339(at));
    cells.insert(u"usage_end_time"_s, toRfc3339(at + 3600));
    cells.insert(u"export_time"_s, toRfc3339(at + 6 * 3600));
    cells.insert(u"_PARTITIONDATE"_s, dayOf(at + 6 * 3600, QTimeZone::utc()).toString(Qt::ISODate));
    cells.insert(u"cost"_s, decimal(share(line.cost.nanos(), part)));
    cells.insert(u"cost_at_list"_s, decimal(share(line.cost.nanos(), part)));
    const QString quantity = QString::number(share(line.quantity, part));
    cells.insert(u"usage.amount"_s, quantity);
    cells.insert(u"usage.amount_in_pricing_units"_s, quantity);
    row.cells = cells;
    for (const BillLine &credit : credits) {
        const QString name = credit.lineItem.section(u": "_s, 1);
        row.credits.append({{u"id"_s, name},
                            {u"full_name"_s, name},
                            {u"type"_s, credit.lineItem.section(u": "_s, 0, 0)},
                            {u"name"_s, name},
                            {u"amount"_s, decimal(share(credit.cost.nanos(), part))}});
    }
    return row;
}

} // namespace

QString googleSkuText(const BillLine &line)
{
    if (!line.stream)
        return line.lineItem;
    if (!line.stream->meter.isNull())
        return u"Online Prediction "_s + line.stream->model + u" in Americas"_s;
    // Google writes models in words, and the direction before the length of the input.
    QString model = line.stream->model;
    model.replace(u'-', u' ');
    const QString what = line.meter == u"input" ? u"input token count"_s
        : line.meter == u"cached_input"         ? u"cached content token count"_s
                                                : u"output token count"_s;
    const QString batch = line.stream->tier == u"batch" ? u" batch"_s : QString();
    return u"Generate content "_s + what + u' ' + model + u" short input text"_s + batch;
}

QList<GoogleRow> googleRows(const World &world, const DateRange &days, bool detailed)
{
    constexpr std::array<int, Parts> Hours{1, 10, 19};
    const QTimeZone zone(vendorWorld(u"google"_s).zone);
    QMap<QString, QString> names;
    for (const WorldName &project : vendorWorld(u"google"_s).projects)
        names.insert(project.id, project.name);
    QList<GoogleRow> rows;
    for (QDate day = days.from; day < days.to; day = day.addDays(1)) {
        const QList<BillLine> bill = world.bill(u"google"_s, day);
        const bool ended = dayStart(day.addDays(1), zone) <= world.knownTo(u"google"_s);
        for (const BillLine &line : bill) {
            if (isCredit(line))
                continue;
            QList<BillLine> credits = bill;
            credits.removeIf([&line](const BillLine &other) {
                return !isCredit(other) || other.stream != line.stream || other.meter != line.meter;
            });
            const auto cells
                = cellsOf(line, names.value(line.stream ? line.stream->project : QString()), detailed);
            for (int part = 0; part < Parts; ++part) {
                const qint64 at = dayStart(day, zone) + (ended ? Hours[static_cast<size_t>(part)] * 3600 : 0);
                rows.append(partOf(line, cells, credits, part, at));
            }
        }
    }
    return rows;
}

} // namespace Costglass
