// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/settingspage.h"

#include "windows/widgets.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFormLayout>
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
