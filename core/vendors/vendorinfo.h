// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

#include <QStringList>
#include <QUrl>

namespace Costglass {

/// One thing that the log-in form asks for beside the secret; key is also the command line's --set key.
struct LoginField
{
    QString key;
    QString label; ///< translated
    bool required = false;
    QString defaultValue = {};
    QString unless = {}; ///< key of a field that, when it is filled in, makes this one unneeded
    QStringList choices = {}; ///< the only values, "tag:" for all that begin so and go on; empty = any

    bool secret = false; ///< it goes where the key goes, on a line behind it, and nowhere else

    bool allows(const QString &value) const;
};

/// A tool or store that has lines of its own on the bill, without a model.
struct BilledTool
{
    QString usage; ///< its service in the usage report
    QString bill; ///< its service on the bill
    QString listed; ///< what price lists call it
};

/// All that the rest of the house knows of a vendor: form, schedule, colours and help come from here.
struct VendorInfo
{
    QString id; ///< "openai"
    QString name; ///< as the person reads it, translated
    QString colour; ///< "#0072B2", stable on every page
    QUrl baseUrl; ///< its own; empty = the account must give one
    QString secretLabel; ///< "Admin key", translated; empty = it needs none
    QString secretUnless; ///< key of a field that stands for the secret when it is filled in
    QString secretHint; ///< the shape of it: "sk-admin-…"
    QString keySteps; ///< where to make the key, step by step, translated
    QUrl keyPage; ///< the page of those steps
    QString leastScope; ///< the least rights that the key needs, translated
    QList<LoginField> fields;
    QList<Feed> feeds; ///< in the order in which they are worth having
    QList<BilledTool> tools = {};
    QByteArray billingZone = "UTC"; ///< IANA id of the zone of its billing days
    int dataLagHours = 0; ///< how long until a day's figures are there
    int trailingDays = 3; ///< how many whole past days each later sync asks for again
    int monthClosesOn
        = 0; ///< until this day the month before is asked for again as a whole; 0 = its days settle alone
    int historyMonths = 24; ///< how far back it answers
    int monthsPerJob = 1; ///< how many months one walk may cover: many where each request costs money
    int pollMinutes = 60; ///< how often asking is worth while
    int requestGapMs = 0; ///< least time between two requests of one account
    std::optional<Money> requestPrice; ///< what the vendor takes for one request; nothing = free
};

} // namespace Costglass
