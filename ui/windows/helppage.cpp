// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/helppage.h"

#include "windows/widgets.h"

#include <QVBoxLayout>

namespace Costglass {

HelpPage::HelpPage(DashboardState &dashboard, QWidget *parent) : DashboardPage(dashboard, parent)
{
    setObjectName(QStringLiteral("help"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    auto *heading = new PageHeading;
    heading->setTexts(
        tr("What would you like to do?"),
        tr("Costglass %1 · free software under GPL-3.0-or-later").arg(QStringLiteral(COSTGLASS_VERSION)));
    layout->addWidget(heading);
    const QList<QPair<QString, QString>> topics{
        {tr("Log in to a vendor"),
         tr("Accounts → Add account. Choose the vendor, make a key where the page says, paste it and test "
            "it. The last "
            "twelve months arrive, newest first. Keys stay in your keyring; Costglass only reads.")},
        {tr("See where it goes"),
         tr("Overview shows the month by day and vendor; ‹ and › (Ctrl+PgUp, Ctrl+PgDn) go to other months, "
            "Daily, "
            "Cumulative and 12 months change the picture. With the keyboard, Tab to the chart and use the "
            "arrow keys.")},
        {tr("Be warned in time"),
         tr("Budgets → Add budget. The desktop tells you once when a threshold is crossed, and what caused "
            "it.")},
        {tr("Ask what something would cost"),
         tr("Calculator takes a workload, from a template or a file, and prices it with each offer; change "
            "any field "
            "and see what it does. Prices compares all models; a click on one shows how its price moved and "
            "where it "
            "was read.")},
        {tr("Take a statement away"),
         tr("Export PDF (Ctrl+P) writes the month with its chart, the vendors and how the figures came "
            "about.")},
        {tr("Keys"),
         tr("Ctrl+1 to 6: pages. Ctrl+R: sync. Ctrl+P: export. F1: this page. In tables Ctrl+C copies "
            "rows.")},
        {tr("Words"),
         tr("Billed: the vendor's own money figure. Estimated: use times price. Equivalent: what use under a "
            "flat plan "
            "would have cost. Entered: typed or imported by you. Days are the vendor's, in its own time "
            "zone.")}};
    for (const auto &[title, text] : topics) {
        auto *card = new Card(title);
        card->setMaximumWidth(820);
        auto *words = new QLabel(text);
        words->setWordWrap(true);
        card->body()->addWidget(words);
        layout->addWidget(card);
    }
    layout->addStretch(1);
}

} // namespace Costglass
