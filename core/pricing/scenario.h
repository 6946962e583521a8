// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/caching.h"
#include "pricing/pricebook.h"

#include <QJsonObject>
#include <QMap>

namespace Costglass {

/// One kind of work: so many requests a day of that size.
struct Workload
{
    QString name;
    Decimal perDay; ///< requests, or conversations where there is one
    Decimal tokensIn; ///< of a single request, cached ones included
    Decimal tokensOut;
    std::optional<Conversation> conversation; ///< instead of the two above
    Decimal hit; ///< share of all input tokens that a cache serves
    Decimal batchable; ///< share that can wait for a batch
};

/// Something stored all month at a listed price (FK-07).
struct StoredData
{
    QString name;
    QString vendor;
    QString price; ///< the list's name of it: "Cloud Storage Nearline"
    Decimal gib;
    Decimal freeGib;
    bool supported = true; ///< counts towards the gross amount of a support plan
};

/// Models that would do the work, each a share of it.
struct Candidate
{
    struct Part
    {
        QString vendor;
        QString model;
        Decimal share = 1;
    };
    QList<Part> parts;
};

/// A workload over a month with everything that is paid around it ("costglass-scenario/1"); figures are decimal texts.
struct Scenario
{
    QString id;
    QString name; ///< for people
    QString nameZh; ///< the same in Chinese; empty = as name
    QStringList reasons; ///< why the figures are what they are, for people
    Decimal daysPerMonth; ///< working-day equivalents
    Decimal daysPerYear; ///< 0 = not told
    QList<Workload> workloads;
    QMap<QString, QMap<QString, Decimal>>
        peakShare; ///< schedule → workload → share of its requests in those hours
    QList<StoredData> storage;
    QString supportVendor;
    QString supportPlan; ///< empty = none
    Decimal seats;
    QString seatVendor;
    QString seatPlan;
    bool seatsAnnual = false;
    QString region; ///< where requests must be processed; empty = anywhere
    Decimal taxRate;
    QList<Candidate> candidates; ///< looked at first; empty = every model with input and output prices
};

/// Format, with the place, for another schema, an unknown key or a figure that is none.
Result<Scenario> readScenario(const QJsonObject &json);

/// The same as a file that readScenario() takes, with every figure exactly.
QByteArray writeScenario(const Scenario &scenario);

/// "gpt-6-luna", or for a mix "gpt-6-luna × 0.85 + gpt-6.1-terra × 0.15".
QString candidateName(const Candidate &candidate);

/// A template to edit: "education", "e-commerce" or "healthcare"; empty for any other name.
QByteArray scenarioTemplate(const QString &name);

} // namespace Costglass
