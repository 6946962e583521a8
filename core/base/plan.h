// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

namespace Costglass {

/// After how long a plan is paid again.
enum class PlanPeriod
{
    Once, ///< a purchase, a credit, a tax, an invoice
    Month,
    Year
};

/// What each period of a plan costs from a day on.
struct PlanTerms
{
    QDate from;
    Money price = Money::zero(Currency::usd()); ///< of one seat and period, more than zero, credits too
    qint64 seats = 1;
    Money tax = Money::zero(Currency::usd()); ///< of all seats and one period, on top of the price

    bool operator==(const PlanTerms &) const = default;
};

/// What a plan's price includes in each period: 10,000 "AI points".
struct PlanQuota
{
    Money amount = Money::zero(Currency::none());
    QString unit = {};

    bool operator==(const PlanQuota &) const = default;
};

/// Something that a person pays a vendor and enters by hand. Its charges follow from it and the day alone.
struct Plan
{
    qint64 id = 0; ///< of the ledger; 0 = not stored yet
    QString vendor = {}; ///< VendorInfo::id, or any name of a vendor that Costglass does not know
    QString name = {}; ///< unique
    PlanPeriod per = PlanPeriod::Month;
    ChargeCategory category = ChargeCategory::Purchase; ///< or Credit, whose charges are negative, or Tax
    QDate start = {}; ///< the first day that is paid; later ones follow from it
    std::optional<QDate> end = {}; ///< the first day on which nothing is paid any more
    QList<PlanTerms> terms = {}; ///< oldest first, the first from \a start on
    QList<PlanQuota> included = {};
    QString invoice = {}; ///< its number; empty = no invoice
    QString document = {}; ///< SHA-256 (hex) of the invoice's PDF; empty = none is kept
    bool charged = true; ///< false: a record only, because a synced or imported bill has the amounts already

    Currency currency() const { return terms.first().price.currency(); }
    bool operator==(const Plan &) const = default;
};

/// One payment of a plan.
struct Renewal
{
    QDate day;
    QDate until; ///< the day of the next one
    Money cost; ///< of all seats, without tax; a credit's is negative
    Money tax;
    qint64 seats = 1;
};

/// What is wrong with a plan and what to do about it; nothing when it can be kept.
std::optional<Error> planProblem(const Plan &plan);

/// The payments on \a days. Months and years count from the plan's start, so one that starts on the 31st is paid on the
/// last day of shorter months. Overflow when an amount is too large.
Result<QList<Renewal>> renewalsOf(const Plan &plan, const DateRange &days);

/// The first payment after \a day; nothing when there is none.
std::optional<QDate> nextRenewal(const Plan &plan, QDate day);

/// Whether it is paid again and again, and has not ended on \a day.
bool isRunning(const Plan &plan, QDate day);

/// The terms of a payment on \a day; the first before the plan's start.
const PlanTerms &termsOn(const Plan &plan, QDate day);

/// Price of all seats and tax on \a day by the month: a year's divided by twelve, half to even at 10⁻⁹.
Result<Money> pricePerMonth(const Plan &plan, QDate day);

/// The charges of the payments on \a days, of kind entered. A day typed by hand has no zone: it is UTC's.
Result<QList<Charge>> chargesOf(const Plan &plan, const DateRange &days);

/// Lets \a terms hold from their day on, in place of what was to hold then and later. Payments before stay as they were.
void changeTerms(Plan &plan, const PlanTerms &terms);

/// The day from which a change holds that leaves what was paid up to \a today as it is.
QDate changeDay(const Plan &plan, QDate today);

/// Lets the plan be first paid on \a day, at the terms of that day.
void moveStart(Plan &plan, QDate day);

/// Reads "10000 AI points"; Config for anything else.
Result<PlanQuota> parseQuota(const QString &text);
QString quotaText(const PlanQuota &quota); ///< "10000 AI points", as parseQuota() reads it

QString planPeriodName(PlanPeriod period); ///< "once", "month", "year"
std::optional<PlanPeriod> planPeriodFromName(QStringView name);

} // namespace Costglass
