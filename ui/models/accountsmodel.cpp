// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/accountsmodel.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "models/theme.h"
#include "vendors/registry.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Accounts)
};

void judge(AccountRow &row, qint64 now)
{
    const auto error = row.state.error();
    if (row.state.account.isFile()) {
        row.status = Texts::tr("from a file");
    } else if (row.state.account.isPlans()) {
        row.status = Texts::tr("entered by hand");
    } else if (row.state.account.paused) {
        row.status = Texts::tr("paused");
    } else if (error) {
        const Error::Kind kind = error->kind;
        const bool key = kind == Error::Kind::Auth || kind == Error::Kind::Permission;
        row.tone = isTransient(kind) ? Tone::Warn : Tone::Bad;
        row.status = key                       ? Texts::tr("needs a new key")
            : kind == Error::Kind::Keychain    ? Texts::tr("key not readable")
            : kind == Error::Kind::Format      ? Texts::tr("reply has changed")
            : kind == Error::Kind::RateLimited ? Texts::tr("waits for the vendor")
            : isTransient(kind)                ? Texts::tr("not reachable")
            : kind == Error::Kind::Cancelled   ? Texts::tr("stopped")
                                               : Texts::tr("needs attention");
    } else if (row.state.lastSync == 0) {
        row.tone = Tone::Accent;
        row.status = Texts::tr("not synced yet");
    } else if (row.state.isLate(now)) {
        row.tone = Tone::Warn;
        row.status = Texts::tr("vendor is late");
    } else {
        row.tone = Tone::Good;
        row.status = Texts::tr("up to date");
    }
}

} // namespace

Result<QList<AccountRow>> readAccountRows(Store &store, qint64 now)
{
    const auto states = accountStates(store);
    if (!states)
        return std::unexpected(states.error());
    const DateRange month = Month::of(dayOf(now, QTimeZone::utc())).range();
    QList<AccountRow> rows;
    for (const AccountState &state : *states) {
        const auto requests = store.requests(state.account.id, month);
        if (!requests)
            return std::unexpected(requests.error());
        AccountRow row{.state = state, .tone = Tone::Plain, .status = {}, .requests = *requests};
        row.spend = requestSpend(store, state.account, now).value_or(std::nullopt);
        judge(row, now);
        rows.append(row);
    }
    return rows;
}

void AccountsModel::setRows(const QList<AccountRow> &rows, qint64 now)
{
    m_now = now;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString AccountsModel::text(const AccountRow &row, Column column) const
{
    switch (column) {
    case Name:
        return vendorName(row.state.account.vendor);
    case Status:
        return row.status;
    case CompleteTo:
        return row.state.lastWholeDay ? dayName(*row.state.lastWholeDay) : QStringLiteral("–");
    case LastSync:
        return row.state.lastSync > 0 ? momentText(row.state.lastSync, m_now) : QStringLiteral("–");
    case OwnCost: {
        const qint64 requests = row.spend ? row.spend->requests : row.requests;
        const QString count = Texts::tr("%n request(s)", nullptr, static_cast<int>(requests));
        if (row.spend)
            return Texts::tr("%1, %2 of %3", "requests, their cost, the limit")
                .arg(count, moneyText(row.spend->spent), moneyText(row.spend->most));
        const VendorAdapter *vendor = findVendor(row.state.account.vendor);
        const bool paid = vendor && vendor->info().requestPrice; // its limit cannot be read
        return paid ? count : Texts::tr("%1, free", "requests").arg(count);
    }
    case ColumnCount:
        return {};
    }
    Q_UNREACHABLE();
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AccountRow &row = m_rows[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return row.state.error() && column == Status ? QVariant(errorSentence(*row.state.error()))
                                                     : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    case ColourRole:
        return column == Name ? QVariant(vendorColour(row.state.account.vendor)) : QVariant();
    case StrongRole:
        return column == Name;
    case NoteRole:
        return column == Name ? row.state.account.label : QString();
    case ChipRole:
        return column == Status ? QVariant(static_cast<int>(row.tone)) : QVariant();
    case RawRole:
        return row.state.account.label;
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return Texts::tr("Account");
    case Status:
        return Texts::tr("Status");
    case CompleteTo:
        return Texts::tr("Complete to");
    case LastSync:
        return Texts::tr("Last sync");
    case OwnCost:
        return Texts::tr("Own requests this month");
    case ColumnCount:
        return {};
    }
    Q_UNREACHABLE();
}

QString accountsSentence(const QList<AccountRow> &rows)
{
    if (rows.isEmpty())
        return Texts::tr("No account yet.");
    int good = 0;
    for (const AccountRow &row : rows)
        good += row.tone == Tone::Good ? 1 : 0;
    return Texts::tr("%1 of %n account(s) up to date.", nullptr, static_cast<int>(rows.size()))
        .arg(QLocale().toString(good));
}

} // namespace Costglass
