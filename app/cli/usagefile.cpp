// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usagefile.h"

#include "pricefiles.h"
#include "pricing/usagebody.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <cstdio>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

struct Gap
{
    qint64 lines = 0;
    QStringList meters = {};
};

QByteArray quoted(const QString &text)
{
    return text.isEmpty() ? QByteArrayLiteral("null")
                          : QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
}

/// Writes the answer by hand: a JSON tree for each of a million lines costs more than pricing them. What is the same
/// in every line of a price is put together once.
class LineWriter
{
public:
    void write(const PricedRequest &priced)
    {
        m_text.resize(0);
        m_text += "{\"cost\":";
        if (priced.cost)
            money(*priced.cost, priced.currency);
        else
            m_text += "null";
        m_text += ",\"lines\":[";
        for (const PricedLine &line : priced.lines) {
            if (!m_text.endsWith('['))
                m_text += ',';
            const Frame &frame = frameOf(line);
            m_text += frame.before;
            m_text += line.quantity.toLatin1();
            m_text += frame.between;
            m_text += exactAmount(line.amount);
            m_text += frame.after;
        }
        m_text += "],\"price\":";
        if (priced.lines.empty())
            m_text += "null";
        else
            m_text += provenance(priced.lines.front().row);
        m_text += "}\n";
        std::fwrite(m_text.constData(), 1, static_cast<size_t>(m_text.size()), stdout);
    }

private:
    /// A line around its quantity and its amount.
    struct Frame
    {
        QByteArray before;
        QByteArray between;
        QByteArray after;
    };
    using Price = std::pair<std::pair<const PriceRow *, QString>,
                            std::pair<const PriceFactor *, const PriceFactor *>>;

    const Frame &frameOf(const PricedLine &line)
    {
        Frame &frame = m_frames[Price({line.row, line.meter}, {line.tierFactor, line.regionFactor})];
        if (frame.before.isEmpty()) {
            const QByteArray currency = line.row->currency.code().toLatin1();
            frame.before = "{\"meter\":" + quoted(line.meter) + ",\"quantity\":\"";
            frame.between = "\",\"unit_price\":{\"amount\":\"" + exactAmount(line.unitPrice)
                + "\",\"currency\":\"" + currency + "\"},\"per\":\"" + QByteArray::number(line.row->per)
                + "\",\"amount\":{\"amount\":\"";
            frame.after = "\",\"currency\":\"" + currency + "\"},\"rule\":" + quoted(line.rule()) + '}';
        }
        return frame;
    }
    void money(const Decimal &amount, Currency currency)
    {
        m_text += "{\"amount\":\"";
        m_text += exactAmount(amount);
        m_text += "\",\"currency\":\"";
        m_text += currency.code().toLatin1();
        m_text += "\"}";
    }
    const QByteArray &provenance(const PriceRow *row)
    {
        QByteArray &text = m_provenance[row];
        if (text.isEmpty())
            text = QJsonDocument(priceToJson(*row)).toJson(QJsonDocument::Compact);
        return text;
    }

    QByteArray m_text;
    QHash<Price, Frame> m_frames;
    QHash<const PriceRow *, QByteArray> m_provenance;
};

struct Request
{
    PriceQuery query;
    QList<Quantity> use;
};

/// Takes requests out of lines; lines that follow one another often have the same instant.
class RequestReader
{
public:
    RequestReader(const PriceBook &book, qint64 now) : m_book(book), m_now(now) { }

    Result<Request> read(const QByteArray &line)
    {
        QJsonParseError problem;
        const QJsonObject json = QJsonDocument::fromJson(line, &problem).object();
        if (json.isEmpty())
            return failure(Error::Kind::Format,
                           Texts::tr("not a JSON object (at byte %1).").arg(problem.offset));
        const QJsonObject usage = json.value(u"usage"_s).toObject();
        Request request{{json.value(u"vendor"_s).toString(), json.value(u"model"_s).toString()}, {}};
        if (request.query.model.isEmpty() || !json.value(u"usage"_s).isObject())
            return failure(Error::Kind::Format, Texts::tr("a request needs “model” and “usage”."));
        const auto at = instantOf(json.value(u"at"_s).toString());
        const QString tierText = json.value(u"tier"_s).toString();
        const auto tier = tierFromName(tierText);
        const auto use = usageFromJson(usage, m_book);
        if (!at || !use)
            return std::unexpected(at ? use.error() : at.error());
        if (!tier)
            return failure(Error::Kind::Format, Texts::tr("there is no tier “%1”.").arg(tierText));
        request.query.at = *at;
        request.query.tier = *tier;
        request.query.region = json.value(u"region"_s).toString();
        request.use = *use;
        return request;
    }

private:
    Result<qint64> instantOf(const QString &text)
    {
        if (text.isEmpty())
            return m_now;
        if (text == m_lastText)
            return m_lastInstant;
        const auto instant = parseRfc3339(text);
        if (instant) {
            m_lastText = text;
            m_lastInstant = *instant;
        }
        return instant;
    }

    const PriceBook &m_book;
    qint64 m_now;
    QString m_lastText;
    qint64 m_lastInstant = 0;
};

void printTotals(const QMap<QString, Decimal> &totals, const QMap<std::pair<QString, QString>, Gap> &gaps)
{
    QJsonArray total;
    for (auto it = totals.begin(); it != totals.end(); ++it)
        total.append(exactMoney(it.value(), *Currency::fromCode(it.key())));
    QJsonArray unpriced;
    for (auto it = gaps.begin(); it != gaps.end(); ++it) {
        unpriced.append(QJsonObject{{u"vendor"_s, it.key().first.isEmpty() ? QJsonValue() : it.key().first},
                                    {u"model"_s, it.key().second},
                                    {u"lines"_s, it.value().lines},
                                    {u"meters"_s, QJsonArray::fromStringList(it.value().meters)}});
    }
    const QByteArray text = QJsonDocument(QJsonObject{{u"total"_s, total}, {u"unpriced"_s, unpriced}})
                                .toJson(QJsonDocument::Compact);
    std::fprintf(stdout, "%s\n", text.constData());
    std::fflush(stdout);
}

} // namespace

int priceUsageFile(Cli &cli, const PriceBook &book, const QString &path, bool anyVendor)
{
    QFile file(path);
    const bool piped = path == u"-" && file.open(stdin, QFile::ReadOnly);
    if (const auto opened = piped ? Result<void>() : openNamed(file); !opened)
        return cli.fail(opened.error());
    QMap<QString, Decimal> totals;
    QMap<std::pair<QString, QString>, Gap> gaps;
    LineWriter writer;
    RequestReader reader(book, cli.now());
    qint64 number = 0;
    while (true) {
        const QByteArray line = file.readLine();
        if (line.isEmpty())
            break;
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        auto request = reader.read(line);
        auto priced = request ? book.price(request->query, request->use)
                              : Result<PricedRequest>(std::unexpected(request.error()));
        if (anyVendor && priced && !priced->modelKnown) {
            PriceQuery byModel = request->query;
            byModel.vendor.clear();
            priced = book.price(byModel, request->use);
        }
        if (!priced) {
            std::fflush(stdout);
            return cli.fail(
                Error{priced.error().kind == Error::Kind::Config ? Error::Kind::Format : priced.error().kind,
                      Texts::tr("%1, line %2: %3").arg(path).arg(number).arg(priced.error().detail),
                      Texts::tr("The lines before it are priced; correct it and start again.")});
        }
        writer.write(*priced);
        if (priced->cost) {
            totals[priced->currency.code()] += *priced->cost;
        } else {
            Gap &gap = gaps[{request->query.vendor, request->query.model}];
            ++gap.lines;
            for (const QString &meter : priced->unpriced) {
                if (!gap.meters.contains(meter))
                    gap.meters.append(meter);
            }
        }
    }
    printTotals(totals, gaps);
    return 0;
}

} // namespace Costglass
