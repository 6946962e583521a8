// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/mistralemulator.h"

#include "emulator/params.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "x-request-id");
}

/// The meters of a stream with the group that the contract calls them by.
QList<QPair<QString, qint64>> groupsOf(const UseDay &use)
{
    return {{u"input"_s, use.input}, {u"cached"_s, use.cacheRead}, {u"output"_s, use.output}};
}

QString meterOf(const QString &group)
{
    return group == u"cached" ? u"cached_input"_s : group;
}

QJsonArray pricesOf(const VendorWorld &world)
{
    QJsonArray prices;
    for (const PriceRow &row : world.prices) {
        for (const QString &group : {u"input"_s, u"cached"_s, u"output"_s}) {
            if (meterOf(group) == row.meter)
                prices.append(QJsonObject{{u"event_type"_s, u"completion"_s},
                                          {u"billing_metric"_s, row.model},
                                          {u"billing_group"_s, group},
                                          {u"price"_s, row.price.shifted(-6).toString()}});
        }
    }
    return prices;
}

} // namespace

QJsonObject MistralEmulator::month(const Month &month) const
{
    QMap<QString, QMap<QString, QJsonArray>> models;
    for (QDate day = month.firstDay(); day <= qMin(month.lastDay(), m_world.today()); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(vendor(), day)) {
            for (const auto &[group, count] : groupsOf(use)) {
                models[use.stream->model][group].append(
                    QJsonObject{{u"usage_type"_s, u"completion"_s},
                                {u"event_type"_s, u"completion"_s},
                                {u"billing_metric"_s, use.stream->model},
                                {u"billing_display_name"_s, use.stream->model},
                                {u"billing_group"_s, group},
                                {u"timestamp"_s, day.toString(Qt::ISODate)},
                                {u"value"_s, count},
                                {u"value_paid"_s, count}});
            }
        }
    }
    QJsonObject told;
    for (auto model = models.cbegin(); model != models.cend(); ++model) {
        QJsonObject groups;
        for (auto group = model->cbegin(); group != model->cend(); ++group)
            groups.insert(group.key(), group.value());
        told.insert(model.key(), groups);
    }
    QJsonObject body{{u"start_date"_s, toRfc3339(dayStart(month.firstDay(), QTimeZone::utc()))},
                     {u"end_date"_s, toRfc3339(dayStart(month.range().to, QTimeZone::utc()) - 1)},
                     {u"currency"_s, u"USD"_s},
                     {u"vibe_usage"_s, 0},
                     {u"prices"_s, pricesOf(vendorWorld(vendor()))},
                     {u"completion"_s, QJsonObject{{u"models"_s, told}}}};
    for (const QString &category : {u"chat"_s, u"ocr"_s, u"audio"_s, u"connectors"_s})
        body.insert(category, QJsonObject{{u"models"_s, QJsonObject()}});
    return body;
}

HttpReply MistralEmulator::handle(const HttpRequest &request) const
{
    if (headerOf(request, "x-api-key") != secret())
        return answer(request, 401, {{u"message"_s, u"Unauthorized"_s}});
    if (request.url.path() != u"/usage" || request.method != "GET")
        return answer(request, 404, {{u"message"_s, u"Not Found"_s}});
    const Params params(request.url);
    const Month now = Month::of(m_world.today());
    const int month = params.has(u"month"_s) ? params.value(u"month"_s).toInt() : now.month();
    const int year = params.has(u"year"_s) ? params.value(u"year"_s).toInt() : now.year();
    if (month < 1 || month > 12 || year < 2000 || year > 9999)
        return answer(request, 422, {{u"message"_s, u"month and year are whole numbers"_s}});
    return answer(request, 200, this->month(Month(year, month)));
}

QJsonObject MistralEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, u"completion"_s},
            {u"model"_s, line.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},
            {u"kind"_s, u"estimated"_s}};
}

QJsonObject MistralEmulator::truth(const UseDay &use) const
{
    return {{u"service"_s, u"completion"_s}, {u"model"_s, use.stream->model}, {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},        {u"user"_s, QJsonValue()},       {u"requests"_s, QJsonValue()}};
}

} // namespace Costglass
