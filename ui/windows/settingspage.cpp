// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/settingspage.h"

#include "base/money.h"
#include "windows/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QLineEdit>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace Costglass {

SettingsPage::SettingsPage(DashboardState &dashboard, Settings &settings, QWidget *parent)
    : DashboardPage(dashboard, parent), m_settings(settings)
{
    setObjectName(QStringLiteral("settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    auto *heading = new PageHeading;
    heading->setTexts(tr("Settings"), tr("They belong to this data folder and to you alone."));
    layout->addWidget(heading);

    auto *look = new Card(tr("Look"));
    look->setMaximumWidth(720);
    auto *form = new QFormLayout;
    form->setSpacing(12);
    QComboBox *language = makeChoice(QStringLiteral("language"),
                                     {{QString(), tr("The system's")},
                                      {QStringLiteral("en"), QStringLiteral("English")},
                                      {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}},
                                     settings.language());
    QComboBox *theme = makeChoice(QStringLiteral("theme"),
                                  {{QString(), tr("The system's")},
                                   {QStringLiteral("light"), tr("Light")},
                                   {QStringLiteral("dark"), tr("Dark")}},
                                  settings.theme());
    form->addRow(tr("&Language"), language);
    form->addRow(tr("&Theme"), theme);
    look->body()->addLayout(form);
    layout->addWidget(look);
    connect(language, &QComboBox::activated, this, [this, language] {
        m_settings.setLanguage(language->currentData().toString());
        Q_EMIT changed();
    });
    connect(theme, &QComboBox::activated, this, [this, theme] {
        m_settings.setTheme(theme->currentData().toString());
        Q_EMIT changed();
    });

    layout->addWidget(makeAlerts());

    auto *place = new Card(tr("Data"));
    place->setMaximumWidth(720);
    const QString folder = state().engine().dataFolder();
    auto *where = new QLabel(tr("Ledger, settings and vault lie in %1, readable by you alone.").arg(folder));
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    place->body()->addWidget(where);
    QPushButton *open = makeButton(tr("Open the folder"), Weight::Normal);
    connect(open, &QPushButton::clicked, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    place->body()->addWidget(open, 0, Qt::AlignLeft);
    layout->addWidget(place);
    layout->addStretch(1);
}

Card *SettingsPage::makeAlerts()
{
    auto *card = new Card(tr("Alerts"));
    card->setMaximumWidth(720);
    auto *quiet = new QCheckBox(tr("&Hold alerts in quiet hours and tell them together at their end"));
    quiet->setObjectName(QStringLiteral("quiet"));
    quiet->setChecked(m_settings.quietFrom().isValid());
    auto *from = new QTimeEdit(m_settings.quietFrom().isValid() ? m_settings.quietFrom() : QTime(22, 0));
    auto *to = new QTimeEdit(m_settings.quietTo().isValid() ? m_settings.quietTo() : QTime(7, 0));
    auto *least = new QLineEdit(m_settings.leastAnomaly());
    least->setObjectName(QStringLiteral("leastAnomaly"));
    least->setToolTip(tr("In the currency of most of your spend; empty: unusual days are not told"));
    auto *form = new QFormLayout;
    form->setSpacing(12);
    form->addRow(quiet);
    form->addRow(tr("&From"), from);
    form->addRow(tr("&To"), to);
    form->addRow(tr("Tell days that cost more than &usual by"), least);
    card->body()->addLayout(form);
    const auto save = [this, quiet, from, to] {
        from->setEnabled(quiet->isChecked());
        to->setEnabled(quiet->isChecked());
        m_settings.setQuietHours(quiet->isChecked() ? from->time() : QTime(),
                                 quiet->isChecked() ? to->time() : QTime());
    };
    from->setEnabled(quiet->isChecked());
    to->setEnabled(quiet->isChecked());
    connect(quiet, &QCheckBox::toggled, this, save);
    connect(from, &QTimeEdit::timeChanged, this, save);
    connect(to, &QTimeEdit::timeChanged, this, save);
    connect(least, &QLineEdit::editingFinished, this, [this, least] {
        const auto amount = Money::parse(least->text().trimmed(), Currency::usd());
        if (least->text().trimmed().isEmpty() || (amount && !amount->isNegative()))
            m_settings.setLeastAnomaly(least->text().trimmed());
        else
            least->setText(m_settings.leastAnomaly());
    });
    return card;
}

QComboBox *SettingsPage::makeChoice(const QString &name, const QList<QPair<QString, QString>> &choices,
                                    const QString &current)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    return box;
}

} // namespace Costglass
