// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/scenario.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// Leaves out what says nothing, so that a file stays as short as the person's own.
void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void put(QJsonObject &object, const QString &key, const Decimal &figure)
{
    if (!figure.isZero())
        object.insert(key, figure.toString());
}

QJsonObject workloadToJson(const Workload &work)
{
    QJsonObject object{{u"name"_s, work.name}, {u"per_day"_s, work.perDay.toString()}};
    put(object, u"tokens_in"_s, work.tokensIn);
    put(object, u"tokens_out"_s, work.tokensOut);
    put(object, u"hit"_s, work.hit);
    put(object, u"batchable"_s, work.batchable);
    if (work.conversation) {
        const Conversation &talk = *work.conversation;
        object.insert(u"conversation"_s,
                      QJsonObject{{u"turns"_s, QString::number(talk.turns)},
                                  {u"system"_s, QString::number(talk.system)},
                                  {u"retrieved"_s, QString::number(talk.retrieved)},
                                  {u"question"_s, QString::number(talk.question)},
                                  {u"answer"_s, QString::number(talk.answer)}});
    }
    return object;
}

QJsonObject storedToJson(const StoredData &stored)
{
    QJsonObject object{{u"name"_s, stored.name},
                       {u"vendor"_s, stored.vendor},
                       {u"price"_s, stored.price},
                       {u"gib"_s, stored.gib.toString()}};
    put(object, u"free_gib"_s, stored.freeGib);
    if (!stored.supported)
        object.insert(u"supported"_s, false);
    return object;
}

QJsonObject candidateToJson(const Candidate &candidate)
{
    QJsonArray mix;
    for (const Candidate::Part &part : candidate.parts) {
        QJsonObject object{{u"vendor"_s, part.vendor}, {u"model"_s, part.model}};
        if (candidate.parts.size() > 1)
            object.insert(u"share"_s, part.share.toString());
        mix.append(object);
    }
    return mix.size() == 1 ? mix.first().toObject() : QJsonObject{{u"mix"_s, mix}};
}

template<typename T>
QJsonArray each(const QList<T> &all, QJsonObject (*write)(const T &))
{
    QJsonArray array;
    for (const T &one : all)
        array.append(write(one));
    return array;
}

QJsonObject peaksToJson(const Scenario &scenario)
{
    QJsonObject peaks;
    for (auto it = scenario.peakShare.begin(); it != scenario.peakShare.end(); ++it) {
        QJsonObject shares;
        for (auto share = it->begin(); share != it->end(); ++share)
            shares.insert(share.key(), share->toString());
        peaks.insert(it.key(), shares);
    }
    return peaks;
}

} // namespace

QByteArray writeScenario(const Scenario &scenario)
{
    QJsonObject object{{u"schema"_s, u"costglass-scenario/1"_s},
                       {u"days_per_month"_s, scenario.daysPerMonth.toString()},
                       {u"workloads"_s, each(scenario.workloads, workloadToJson)}};
    put(object, u"id"_s, scenario.id);
    put(object, u"name"_s, scenario.name);
    put(object, u"name_zh"_s, scenario.nameZh);
    put(object, u"days_per_year"_s, scenario.daysPerYear);
    put(object, u"region"_s, scenario.region);
    put(object, u"tax_rate"_s, scenario.taxRate);
    if (!scenario.reasons.isEmpty())
        object.insert(u"reasons"_s, QJsonArray::fromStringList(scenario.reasons));
    if (!scenario.peakShare.isEmpty())
        object.insert(u"peak_share"_s, peaksToJson(scenario));
    if (!scenario.storage.isEmpty())
        object.insert(u"storage"_s, each(scenario.storage, storedToJson));
    if (!scenario.candidates.isEmpty())
        object.insert(u"models"_s, each(scenario.candidates, candidateToJson));
    if (!scenario.supportPlan.isEmpty())
        object.insert(u"support"_s,
                      QJsonObject{{u"vendor"_s, scenario.supportVendor}, {u"plan"_s, scenario.supportPlan}});
    if (!scenario.seatPlan.isEmpty() || !scenario.seats.isZero())
        object.insert(u"seats"_s,
                      QJsonObject{{u"count"_s, scenario.seats.toString()},
                                  {u"vendor"_s, scenario.seatVendor},
                                  {u"plan"_s, scenario.seatPlan},
                                  {u"billing"_s, scenario.seatsAnnual ? u"annual"_s : u"monthly"_s}});
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace Costglass
