// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/planquota.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Plans)
};

} // namespace

Result<void> addCounter(Page &page, const FetchJob &job, const QString &name, qint64 count,
                        const QString &unit, Balance::Of of, const QuotaWindow &window)
{
    const auto nanos = mulDivHalfEven(count, Money::NanosPerUnit, 1);
    if (!nanos)
        return failure(Error::Kind::Overflow,
                       Texts::tr("The counter “%1” is beyond what can be kept.").arg(name));
    page.records.balances.append({.at = job.now,
                                  .name = name,
                                  .amount = Money::fromNanos(*nanos, Currency::none()),
                                  .of = of,
                                  .unit = unit,
                                  .periodStart = window.start,
                                  .periodEnd = window.end});
    return {};
}

KeyCheck planCheck(Page &&page)
{
    KeyCheck check;
    check.summary = Texts::tr("The key works: it reads how much of the plan is used.");
    check.warnings = std::move(page.warnings);
    check.warnings.append(
        Texts::tr("The key may also use the plan up; the vendor has none for reading only."));
    return check;
}

} // namespace Costglass
