// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "base/json.h"
#include "base/moneytext.h"
#include "engine/reconcile.h"

#include <QJsonArray>
#include <QLocale>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QString reasonText(DifferenceReason reason)
{
    switch (reason) {
    case DifferenceReason::Tier:
        return Texts::tr("another service tier");
    case DifferenceReason::CacheClass:
        return Texts::tr("another cache class");
    case DifferenceReason::LongContext:
        return Texts::tr("long-context price");
    case DifferenceReason::PriceChanged:
        return Texts::tr("price before or after a change");
    case DifferenceReason::FreeQuota:
        return Texts::tr("free quota");
    case DifferenceReason::LateData:
        return Texts::tr("late data");
    case DifferenceReason::Rounding:
        return Texts::tr("rounding");
    case DifferenceReason::Credit:
        return Texts::tr("credit");
    case DifferenceReason::Tax:
        return Texts::tr("tax");
    case DifferenceReason::UnknownModel:
        return Texts::tr("no price known");
    case DifferenceReason::Unexplained:
        return Texts::tr("unexplained");
    }
    Q_UNREACHABLE();
}

/// The accounts that are asked for: all, or that of --account.
Result<QList<Account>> askedAccounts(const Cli &cli, Store &store)
{
    if (!cli.arguments.has(u"account"_s))
        return store.accounts();
    const auto account = findAccount(store, cli.arguments.value(u"account"_s));
    if (!account)
        return std::unexpected(account.error());
    return QList<Account>{*account};
}

QJsonObject lineToJson(const Account &account, const ReconciledLine &line)
{
    return {{u"vendor"_s, account.vendor},
            {u"account"_s, account.label},
            {u"service"_s, textOrNull(line.service)},
            {u"model"_s, textOrNull(line.model)},
            {u"billed"_s, moneyToJson(line.billed)},
            {u"computed"_s, moneyOrNull(line.computed)},
            {u"difference"_s, moneyOrNull(line.difference)},
            {u"reason"_s, line.reason ? QJsonValue(differenceReasonName(*line.reason)) : QJsonValue()},
            {u"period"_s,
             QJsonObject{{u"from"_s, line.span.from.toString(Qt::ISODate)},
                         {u"to"_s, line.span.to.toString(Qt::ISODate)}}},
            {u"days"_s, line.days}};
}

QStringList lineToTexts(const Account &account, const ReconciledLine &line)
{
    const auto text = [](const std::optional<Money> &money) { return money ? moneyText(*money) : u"?"_s; };
    const auto word = [](const QString &value) { return value.isNull() ? u"–"_s : value; };
    return {account.label,          word(line.service),
            word(line.model),       QString::number(line.days),
            moneyText(line.billed), text(line.computed),
            text(line.difference),  line.reason ? reasonText(*line.reason) : QString()};
}

QString unmetered(const Account &account)
{
    return Texts::tr("%1 tells no metered use, so its bill cannot be compared.").arg(account.label);
}

int printJson(Cli &cli, const QList<ReconciledAccount> &accounts, const QList<ReasonSum> &sums,
              const std::optional<Decimal> &share)
{
    QJsonArray lines;
    QJsonArray warnings;
    for (const ReconciledAccount &one : accounts) {
        for (const ReconciledLine &line : one.lines)
            lines.append(lineToJson(one.account, line));
        if (!one.isMetered)
            warnings.append(unmetered(one.account));
    }
    QJsonArray reasons;
    for (const ReasonSum &sum : sums)
        reasons.append(
            QJsonObject{{u"reason"_s, differenceReasonName(sum.reason)}, {u"sum"_s, moneyToJson(sum.sum)}});
    return cli.print({{u"lines"_s, lines},
                      {u"reasons"_s, reasons},
                      {u"explained"_s, share ? QJsonValue(share->toDouble()) : QJsonValue()},
                      {u"warnings"_s, warnings}});
}

int printText(Cli &cli, const QList<ReconciledAccount> &accounts, const QList<ReasonSum> &sums,
              const std::optional<Decimal> &share)
{
    QList<QStringList> rows;
    for (const ReconciledAccount &one : accounts) {
        for (const ReconciledLine &line : one.lines)
            rows.append(lineToTexts(one.account, line));
        if (!one.isMetered)
            cli.err << unmetered(one.account) << '\n';
    }
    cli.err.flush();
    if (rows.isEmpty()) {
        cli.out << Texts::tr("There is nothing to compare in this month.") << '\n';
        cli.out.flush();
        return 0;
    }
    printTable(cli.out,
               {Texts::tr("Account"), Texts::tr("Service"), Texts::tr("Model"), Texts::tr("Number of days"),
                Texts::tr("Billed"), Texts::tr("Computed"), Texts::tr("Difference"), Texts::tr("Reason")},
               rows, {3, 4, 5, 6});
    for (const ReasonSum &sum : sums)
        cli.out << Texts::tr("%1: %2", "reason of a difference: sum")
                       .arg(reasonText(sum.reason), moneyText(sum.sum))
                << '\n';
    if (share)
        cli.out << Texts::tr("Explained: %1 % of all differences")
                       .arg(QLocale().toString(share->shifted(2).toDouble(), 'f', 1))
                << '\n';
    cli.out.flush();
    return 0;
}

int reconcileBills(Cli &cli)
{
    const auto month = cli.arguments.has(u"month"_s) ? Month::parse(cli.arguments.value(u"month"_s))
                                                     : Month::of(dayOf(cli.now(), QTimeZone::utc()));
    if (!month)
        return cli.badUsage(month.error());
    auto book = openPriceBook(cli);
    if (!book)
        return cli.failOn(book.error());
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto accounts = askedAccounts(cli, **store);
    if (!accounts)
        return cli.failOn(accounts.error());
    const auto reconciled = reconcileMonth(**store, *accounts, *month, *std::move(book));
    if (!reconciled)
        return cli.fail(reconciled.error());
    QList<ReconciledLine> all;
    for (const ReconciledAccount &one : *reconciled)
        all += one.lines;
    const auto sums = reasonSums(all);
    if (!sums)
        return cli.fail(sums.error());
    const auto share = explainedShare(all);
    return cli.json ? printJson(cli, *reconciled, *sums, share) : printText(cli, *reconciled, *sums, share);
}

} // namespace

QList<Command> reconcileCommands()
{
    return {{u"reconcile"_s,
             {},
             Texts::tr("Holds the month's bills to metered use × dated price, and says why they differ."),
             {u"reconcile --month 2026-10"_s, u"reconcile --month 2026-10 --account openai --json"_s,
              u"reconcile --month 2026-10 --price-list model_prices_and_context_window.json"_s},
             {{u"month"_s, u"YYYY-MM"_s, Texts::tr("this month (the present one when nothing is said)")},
              {u"account"_s, u"L"_s, Texts::tr("only the account with this label")},
              {u"price-list"_s, u"FILE"_s, Texts::tr("only the prices of that list")},
              {u"format"_s, u"F"_s,
               Texts::tr("the list's format: catalogue, litellm, models.dev or openrouter")}},
             0,
             0,
             reconcileBills}};
}

} // namespace Costglass
