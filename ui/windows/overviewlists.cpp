// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/overviewlists.h"

#include "base/moneytext.h"
#include "engine/alertwords.h"
#include "engine/monthwords.h"
#include "windows/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OverviewPage)
};

constexpr int AlertsShown = 4;

QLabel *label(const QString &text, const char *role, QWidget *parent)
{
    auto *made = new WrappedLabel(QString::fromLatin1(role), parent);
    made->setText(text);
    return made;
}

/// A row of a list, parted from the one above by a line.
QFrame *addRow(Card &card)
{
    auto *row = new QFrame(&card);
    row->setProperty("role", QStringLiteral("row"));
    if (card.body()->count() == 0)
        row->setProperty("place", QStringLiteral("first"));
    card.body()->addWidget(row);
    return row;
}

void clear(Card &card)
{
    card.body()->setSpacing(0);
    while (QLayoutItem *item = card.body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

void fillMovers(Card &card, const MonthView &view)
{
    clear(card);
    for (const Mover &mover : view.movers) {
        QFrame *row = addRow(card);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 7, 0, 7);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(label(mover.model, "", row));
        const QString place = moverPlace(mover);
        words->addWidget(label(place.isEmpty() ? vendorName(mover.vendor) : place, "note", row));
        layout->addLayout(words, 1);
        QLabel *change = label(signedText(mover.change), "cardTitle", row);
        setTone(change, mover.change.isNegative() ? Tone::Good : Tone::Bad);
        change->setWordWrap(false);
        layout->addWidget(change, 0, Qt::AlignTop);
    }
}

void fillAlerts(Card &card, const MonthView &view)
{
    clear(card);
    for (const Alert &alert : view.alerts.mid(0, AlertsShown)) {
        QFrame *row = addRow(card);
        auto *layout = new QVBoxLayout(row);
        layout->setContentsMargins(0, 7, 0, 7);
        layout->setSpacing(4);
        auto *head = new QHBoxLayout;
        const QString what = alert.kind == AlertKind::Actual
            ? Texts::tr("Budget %1 %").arg(QLocale().toString(alert.threshold))
            : alertTitle(alert);
        head->addWidget(new Chip(what, alert.severity() == Severity::Critical ? Tone::Bad : Tone::Warn, row));
        head->addStretch(1);
        QLabel *when = label(dayName(dayOf(alert.raisedAt, QTimeZone::utc())), "note", row);
        when->setWordWrap(false);
        head->addWidget(when);
        layout->addLayout(head);
        layout->addWidget(label(alertSentence(alert), "", row));
    }
}

QString signedText(Money change)
{
    const QString text = moneyText(change);
    return change.isNegative() ? text : u'+' + text;
}

QString apartText(const MonthView &view)
{
    QStringList parts;
    for (const Total &part : view.apart)
        parts.append(Texts::tr("%1 (%2)", "amount, kind").arg(moneyText(part.cost), kindText(part.kind)));
    return parts.isEmpty()
        ? QString()
        : Texts::tr("Apart from this sum: %1.").arg(parts.join(Texts::tr(", ", "in a list")));
}

} // namespace Costglass
