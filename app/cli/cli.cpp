// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"

#include <QDateTime>
#include <QJsonDocument>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

int columnWidth(const QString &text)
{
    int width = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
            || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
            || (code >= 0xfe30 && code <= 0xfe4f) || (code >= 0xff00 && code <= 0xff60);
        width += wide ? 2 : 1;
    }
    return width;
}

} // namespace

qint64 Cli::now() const
{
    return options.now.value_or(QDateTime::currentSecsSinceEpoch());
}

QString Cli::dataFolder() const
{
    return options.dataFolder.isEmpty() ? Engine::defaultDataFolder() : options.dataFolder;
}

Result<std::unique_ptr<Store>> Cli::openStore() const
{
    auto store = Store::open(dataFolder());
    if (!store)
        return store;
    const auto charged = (*store)->chargePlans(now());
    return charged ? std::move(store) : std::unexpected(charged.error());
}

Result<std::unique_ptr<Engine>> Cli::openEngine() const
{
    return Engine::open(options);
}

Result<void> openNamed(QFile &file)
{
    if (file.open(QFile::ReadOnly))
        return {};
    return failure(Error::Kind::Format, Texts::tr("%1 cannot be read.").arg(file.fileName()),
                   Texts::tr("Look whether it is there and whether you may read it."));
}

int Cli::print(const QJsonObject &object)
{
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
    out.flush();
    return 0;
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object{{QStringLiteral("kind"), errorKindName(error.kind)},
                       {QStringLiteral("message"), error.detail},
                       {QStringLiteral("remedy"), errorRemedy(error)}};
    if (error.retryAfter)
        object.insert(QStringLiteral("retry_after"), *error.retryAfter);
    return object;
}

int Cli::fail(const Error &error)
{
    if (json)
        err << QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("error"), errorToJson(error)}})
                                     .toJson(QJsonDocument::Compact))
            << '\n';
    else
        err << errorSentence(error) << '\n';
    err.flush();
    return errorExitCode(error.kind);
}

int Cli::badUsage(const Error &error)
{
    Error shown = error;
    if (shown.remedy.isEmpty())
        shown.remedy = Texts::tr("Nothing was done; --help shows how it is written.");
    fail(shown);
    return 2;
}

int Cli::failOn(const Error &error)
{
    return error.kind == Error::Kind::Config ? badUsage(error) : fail(error);
}

int Cli::waitFor(const std::function<void(std::function<void(int)> done)> &start)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [&start] { start([](int code) { QCoreApplication::exit(code); }); },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

Result<Account> findAccount(Store &store, const QString &label)
{
    const auto accounts = store.accounts();
    if (!accounts)
        return std::unexpected(accounts.error());
    QStringList labels;
    for (const Account &account : *accounts) {
        if (account.label == label)
            return account;
        labels.append(account.label);
    }
    return failure(Error::Kind::Config, Texts::tr("There is no account “%1”.").arg(label),
                   labels.isEmpty() ? Texts::tr("There is none yet: add one with “account add”.")
                                    : Texts::tr("There are: %1.").arg(labels.join(QStringLiteral(", "))));
}

QJsonValue instantOrNull(std::optional<qint64> instant)
{
    return instant && *instant > 0 ? QJsonValue(toRfc3339(*instant)) : QJsonValue();
}

QJsonValue dayOrNull(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue moneyOrNull(const std::optional<Money> &money)
{
    return money ? QJsonValue(moneyToJson(*money)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

void printTable(QTextStream &out, const QStringList &header, const QList<QStringList> &rows,
                const QList<int> &right)
{
    QList<int> widths;
    for (const QString &title : header)
        widths.append(columnWidth(title));
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths[i], columnWidth(row[i]));
    }
    const auto line = [&](const QStringList &row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString padding(widths[i] - columnWidth(row[i]), u' ');
            const bool toRight = right.contains(static_cast<int>(i));
            text += (i > 0 ? QStringLiteral("  ") : QString())
                + (toRight ? padding + row[i] : row[i] + padding);
        }
        while (text.endsWith(u' '))
            text.chop(1);
        out << text << '\n';
    };
    line(header);
    for (const QStringList &row : rows)
        line(row);
    out.flush();
}

} // namespace Costglass
