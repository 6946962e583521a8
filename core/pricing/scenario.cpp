// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/scenario.h"

#include "pricing/pricelist.h"

#include <QFile>
#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Scenario)
};

/// Takes an object apart by its keys, remembering the first thing that is wrong with it.
class Reader
{
public:
    Reader(const QJsonObject &object, const QString &place) : m_object(object), m_place(place) { }

    Decimal number(const QString &key, const Decimal &otherwise = 0)
    {
        m_known.append(key);
        const auto figure = listPrice(m_object, key, m_place);
        if (!figure)
            note(figure.error());
        return figure && *figure ? **figure : otherwise;
    }
    Decimal share(const QString &key)
    {
        const Decimal value = number(key);
        if (value > Decimal(1))
            refuse(key, Texts::tr("a share lies between 0 and 1."));
        return value;
    }
    QString text(const QString &key)
    {
        m_known.append(key);
        return m_object.value(key).toString();
    }
    bool flag(const QString &key, bool otherwise)
    {
        m_known.append(key);
        return m_object.value(key).toBool(otherwise);
    }
    QJsonValue value(const QString &key)
    {
        m_known.append(key);
        return m_object.value(key);
    }
    QString place(const QString &key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }
    void refuse(const QString &key, const QString &what) { note(listError(place(key), what).error()); }
    void note(const Error &error) { m_error = m_error ? m_error : error; }
    /// Also refuses keys that nobody asked for: a misspelt one would be an assumption that is not made.
    std::optional<Error> finish()
    {
        for (auto it = m_object.begin(); it != m_object.end(); ++it) {
            if (!m_known.contains(it.key()))
                refuse(it.key(), Texts::tr("there is no such key."));
        }
        return m_error;
    }

private:
    const QJsonObject m_object;
    QString m_place;
    QStringList m_known;
    std::optional<Error> m_error;
};

Workload readWorkload(const QJsonObject &json, const QString &place, Reader &parent)
{
    Reader reader(json, place);
    Workload work{reader.text(u"name"_s),
                  reader.number(u"per_day"_s),
                  reader.number(u"tokens_in"_s),
                  reader.number(u"tokens_out"_s),
                  {},
                  reader.share(u"hit"_s),
                  reader.share(u"batchable"_s)};
    const QJsonObject talk = reader.value(u"conversation"_s).toObject();
    if (!talk.isEmpty()) {
        Reader turns(talk, place + u".conversation"_s);
        const auto count
            = [&](const QString &key) { return static_cast<qint64>(turns.number(key).toDouble()); };
        work.conversation = Conversation{count(u"turns"_s), count(u"system"_s), count(u"retrieved"_s),
                                         count(u"question"_s), count(u"answer"_s)};
        if (work.conversation->turns < 1 || work.conversation->turns > 10'000)
            turns.refuse(u"turns"_s, Texts::tr("a conversation has 1 to 10,000 turns."));
        if (const auto error = turns.finish())
            reader.note(*error);
    }
    if (work.name.isEmpty() || work.perDay.isZero())
        reader.refuse(u"name"_s, Texts::tr("a workload needs name and per_day."));
    if (const auto error = reader.finish())
        parent.note(*error);
    return work;
}

StoredData readStored(const QJsonObject &json, const QString &place, Reader &parent)
{
    Reader reader(json, place);
    const StoredData stored{reader.text(u"name"_s),       reader.text(u"vendor"_s),
                            reader.text(u"price"_s),      reader.number(u"gib"_s),
                            reader.number(u"free_gib"_s), reader.flag(u"supported"_s, true)};
    if (const auto error = reader.finish())
        parent.note(*error);
    return stored;
}

Candidate readCandidate(const QJsonObject &json, const QString &place, Reader &parent)
{
    Candidate candidate;
    const QJsonArray mix = json.contains(u"mix") ? json.value(u"mix"_s).toArray() : QJsonArray{json};
    Decimal whole = 0;
    for (const QJsonValue &value : mix) {
        Reader reader(value.toObject(), place);
        const Candidate::Part part{reader.text(u"vendor"_s), reader.text(u"model"_s),
                                   reader.number(u"share"_s, 1)};
        whole += part.share;
        candidate.parts.append(part);
        if (const auto error = reader.finish())
            parent.note(*error);
    }
    if (whole != Decimal(1))
        parent.note(listError(place, Texts::tr("the shares of a mix add up to 1.")).error());
    return candidate;
}

template<typename T>
QList<T> readEach(Reader &reader, const QString &key,
                  T (*read)(const QJsonObject &, const QString &, Reader &))
{
    QList<T> all;
    const QJsonArray entries = reader.value(key).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i)
        all.append(read(entries[i].toObject(), u"%1[%2]"_s.arg(key).arg(i), reader));
    return all;
}

} // namespace

Result<Scenario> readScenario(const QJsonObject &json)
{
    Reader reader(json, {});
    if (reader.text(u"schema"_s) != u"costglass-scenario/1")
        return listError(u"schema"_s, Texts::tr("not a scenario that this Costglass knows."));
    Scenario scenario;
    scenario.id = reader.text(u"id"_s);
    scenario.name = reader.text(u"name"_s);
    scenario.nameZh = reader.text(u"name_zh"_s);
    for (const QJsonValue &reason : reader.value(u"reasons"_s).toArray())
        scenario.reasons.append(reason.toString());
    scenario.daysPerMonth = reader.number(u"days_per_month"_s, 30);
    scenario.daysPerYear = reader.number(u"days_per_year"_s);
    scenario.region = reader.text(u"region"_s).toLower();
    scenario.taxRate = reader.share(u"tax_rate"_s);
    scenario.workloads = readEach(reader, u"workloads"_s, readWorkload);
    scenario.storage = readEach(reader, u"storage"_s, readStored);
    scenario.candidates = readEach(reader, u"models"_s, readCandidate);
    const QJsonObject peaks = reader.value(u"peak_share"_s).toObject();
    for (auto it = peaks.begin(); it != peaks.end(); ++it) {
        Reader shares(it.value().toObject(), u"peak_share."_s + it.key());
        for (const Workload &work : std::as_const(scenario.workloads))
            scenario.peakShare[it.key()][work.name] = shares.share(work.name);
        if (const auto error = shares.finish())
            reader.note(*error);
    }
    Reader support(reader.value(u"support"_s).toObject(), u"support"_s);
    scenario.supportVendor = support.text(u"vendor"_s);
    scenario.supportPlan = support.text(u"plan"_s);
    Reader seats(reader.value(u"seats"_s).toObject(), u"seats"_s);
    scenario.seats = seats.number(u"count"_s);
    scenario.seatVendor = seats.text(u"vendor"_s);
    scenario.seatPlan = seats.text(u"plan"_s);
    scenario.seatsAnnual = seats.text(u"billing"_s) == u"annual";
    if (scenario.workloads.isEmpty())
        reader.refuse(u"workloads"_s, Texts::tr("a scenario needs at least one."));
    for (Reader *part : {&support, &seats, &reader}) {
        if (const auto error = part->finish())
            return std::unexpected(*error);
    }
    return scenario;
}

QString candidateName(const Candidate &candidate)
{
    QStringList parts;
    for (const Candidate::Part &part : candidate.parts)
        parts.append(part.share == Decimal(1) ? part.model : part.model + u" × "_s + part.share.toString());
    return parts.join(u" + "_s);
}

QByteArray scenarioTemplate(const QString &name)
{
    QFile file(u":/scenarios/"_s + name + u".json"_s);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Costglass
