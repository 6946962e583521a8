// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/cloudrefusal.h"

#include "vendors/reply.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Clouds)
};

/// The HTTP status whose kind and words fit.
int statusOf(Refused refused)
{
    switch (refused) {
    case Refused::Key:
    case Refused::Clock:
        return 401;
    case Refused::Right:
        return 403;
    case Refused::Pace:
        return 429;
    case Refused::Trouble:
        return 500;
    case Refused::Request:
        return 400;
    }
    Q_UNREACHABLE();
}

QString remedyOf(Refused refused, const RefusalBook &book)
{
    switch (refused) {
    case Refused::Key:
        return book.keyRemedy;
    case Refused::Clock:
        return Texts::tr(
            "This computer's clock is wrong by more than a few minutes: set it, then sync again.");
    case Refused::Right:
        return book.rightRemedy;
    case Refused::Pace:
    case Refused::Trouble:
    case Refused::Request:
        return {};
    }
    Q_UNREACHABLE();
}

/// What a status means where no code tells it.
std::optional<Refused> refusedBy(int status)
{
    return status == 401 ? std::optional(Refused::Key)
        : status == 403  ? std::optional(Refused::Right)
                         : std::nullopt;
}

} // namespace

Error cloudError(const HttpReply &reply, const QString &code, const RefusalBook &book, qint64 now)
{
    const auto known = std::find_if(book.codes.begin(), book.codes.end(),
                                    [&code](const RefusalCode &one) { return code.startsWith(one.start); });
    const auto refused = known == book.codes.end() ? refusedBy(reply.status) : std::optional(known->refused);
    HttpReply worded = reply;
    if (refused)
        worded.status = statusOf(*refused);
    else if (reply.status == 200)
        worded.status = statusOf(Refused::Request);
    Error error = replyError(worded, now);
    if (refused)
        error.remedy = remedyOf(*refused, book);
    return error;
}

} // namespace Costglass
