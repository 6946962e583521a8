// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/githubemulator.h"

#include "emulator/params.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QDate creditsSince(2026, 6, 1);

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "x-github-request-id");
}

HttpReply refuse(const HttpRequest &request, int status, const QString &message)
{
    return answer(request, status,
                  {{u"message"_s, message},
                   {u"documentation_url"_s, u"https://docs.github.com/rest/billing/usage"_s},
                   {u"status"_s, QString::number(status)}});
}

bool isMetered(const Stream &stream)
{
    return stream.meter == u"ai-credits";
}

QString skuOf(const Stream &stream, QDate day)
{
    return !isMetered(stream) ? stream.model
        : day < creditsSince  ? u"Copilot Premium Request"_s
                              : u"Copilot AI Credits"_s;
}

QJsonObject amounts(Money cost)
{
    const double amount = cost.toDecimal().toDouble();
    return {{u"grossAmount"_s, amount}, {u"discountAmount"_s, 0}, {u"netAmount"_s, amount}};
}

/// A year, month or day of the query; nothing when it names none.
std::optional<DateRange> askedDays(const Params &params, QDate today)
{
    const auto number = [&params](const QString &name, int usual) {
        return params.has(name) ? params.value(name).toInt() : usual; // 0 = no number
    };
    const int year = number(u"year"_s, today.year());
    const int month = number(u"month"_s, -1);
    const int day = number(u"day"_s, -1);
    if (year < 2000 || year > 9999 || month == 0 || month > 12 || (day != -1 && month == -1))
        return std::nullopt;
    if (month == -1)
        return DateRange{QDate(year, 1, 1), QDate(year + 1, 1, 1)};
    if (day == -1)
        return Month(year, month).range();
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(DateRange{date, date.addDays(1)}) : std::nullopt;
}

} // namespace

QMap<QString, QString> GitHubEmulator::settings() const
{
    return {{u"level"_s, u"org"_s}, {u"name"_s, u"sandbox-org"_s}};
}

QJsonArray GitHubEmulator::usage(QDate from, QDate to) const
{
    QJsonArray items;
    for (QDate day = from; day < to; day = day.addDays(1)) {
        // One item for each thing on the bill, all models together.
        QMap<QString, BillLine> sums;
        for (const BillLine &line : m_world.bill(vendor(), day)) {
            const QString sku = skuOf(*line.stream, day);
            BillLine &sum = *sums.insert(sku, sums.value(sku, BillLine{.stream = line.stream, .day = day}));
            sum.cost = sum.cost.plus(line.cost).value_or(sum.cost);
            sum.quantity += line.quantity;
        }
        for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
            const bool metered = isMetered(*it->stream);
            QJsonObject item = amounts(it->cost);
            item.insert(u"date"_s, day.toString(Qt::ISODate));
            item.insert(u"product"_s, u"Copilot"_s);
            item.insert(u"sku"_s, it.key());
            item.insert(u"unitType"_s, metered ? u"ai-credits"_s : u"user-months"_s);
            item.insert(u"quantity"_s, metered ? double(it->quantity) : double(it->quantity) / 30);
            item.insert(u"pricePerUnit"_s, metered ? 0.01 : 19.0);
            item.insert(u"organizationName"_s, settings().value(u"name"_s));
            items.append(item);
        }
        if (sums.isEmpty())
            continue;
        QJsonObject actions = amounts(Money::fromNanos(1'600'000'000, Currency::usd()));
        actions.insert(u"date"_s, day.toString(Qt::ISODate));
        actions.insert(u"product"_s, u"Actions"_s);
        actions.insert(u"sku"_s, u"Actions Linux"_s);
        actions.insert(u"unitType"_s, u"minutes"_s);
        actions.insert(u"quantity"_s, 200);
        actions.insert(u"pricePerUnit"_s, 0.008);
        actions.insert(u"organizationName"_s, settings().value(u"name"_s));
        actions.insert(u"repositoryName"_s, u"sandbox-org/site"_s);
        items.append(actions);
    }
    return items;
}

QJsonArray GitHubEmulator::byModel(QDate from, QDate to, bool credits) const
{
    QMap<QString, BillLine> sums;
    for (QDate day = from; day < to; day = day.addDays(1)) {
        for (const BillLine &line : m_world.bill(vendor(), day)) {
            if (!isMetered(*line.stream) || (day >= creditsSince) != credits)
                continue;
            BillLine &sum
                = *sums.insert(line.stream->model,
                               sums.value(line.stream->model, BillLine{.stream = line.stream, .day = day}));
            sum.cost = sum.cost.plus(line.cost).value_or(sum.cost);
            sum.quantity += line.quantity;
        }
    }
    QJsonArray items;
    for (const BillLine &sum : std::as_const(sums)) {
        QJsonObject item = amounts(sum.cost);
        item.insert(u"product"_s, u"Copilot"_s);
        item.insert(u"sku"_s, skuOf(*sum.stream, sum.day));
        item.insert(u"model"_s, sum.stream->model);
        item.insert(u"unitType"_s, credits ? u"ai-credits"_s : u"requests"_s);
        item.insert(u"pricePerUnit"_s, 0.01);
        item.insert(u"grossQuantity"_s, sum.quantity);
        item.insert(u"discountQuantity"_s, 0);
        item.insert(u"netQuantity"_s, sum.quantity);
        items.append(item);
    }
    return items;
}

HttpReply GitHubEmulator::handle(const HttpRequest &request) const
{
    const QByteArray login = headerOf(request, "Authorization");
    const bool owner = login == "Bearer " + secret();
    if (!owner && login != "Bearer " + memberToken())
        return refuse(request, 401, u"Bad credentials"_s);
    const QString root = u"/organizations/"_s + settings().value(u"name"_s) + u"/settings/billing/"_s;
    const QString path = request.url.path();
    const QString report = path.startsWith(root) ? path.mid(root.size()) : QString();
    const bool credits = report == u"ai_credit/usage";
    if (report != u"usage" && report != u"premium_request/usage" && !credits)
        return refuse(request, 404, u"Not Found"_s);
    if (!owner)
        return refuse(request, 403, u"Resource not accessible by personal access token"_s);
    if (request.method != "GET")
        return refuse(request, 404, u"Not Found"_s);
    const auto days = askedDays(Params(request.url), m_world.today());
    if (!days)
        return refuse(request, 400, u"Bad Request"_s);
    const QDate from = qMax(days->from, m_world.firstDay());
    const QDate to = qMin(days->to, m_world.today().addDays(1));
    if (report == u"usage")
        return answer(request, 200, {{u"usageItems"_s, usage(from, to)}});
    QJsonObject period{{u"year"_s, days->from.year()}};
    if (days->days() <= 31)
        period.insert(u"month"_s, days->from.month());
    if (days->days() == 1)
        period.insert(u"day"_s, days->from.day());
    return answer(request, 200,
                  {{u"timePeriod"_s, period},
                   {u"organization"_s, settings().value(u"name"_s)},
                   {u"usageItems"_s, byModel(from, to, credits)}});
}

QJsonObject GitHubEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, u"Copilot"_s},
            {u"model"_s, isMetered(*line.stream) ? QJsonValue(line.stream->model) : QJsonValue()},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()}};
}

} // namespace Costglass
