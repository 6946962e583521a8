// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/rail.h"

#include "windows/icons.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Costglass {

namespace {

constexpr int WideWidth = 184;
constexpr int NarrowWidth = 56;

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent), m_buttons(new QButtonGroup(this)),
      m_brand(new QLabel(QStringLiteral("Costglass"), this)), m_pages(new QVBoxLayout),
      m_foot(new QVBoxLayout)
{
    setProperty("role", QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    m_brand->setProperty("role", QStringLiteral("brand"));
    m_brand->setContentsMargins(12, 0, 0, 12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 16, 8, 16);
    layout->setSpacing(2);
    layout->addWidget(m_brand);
    for (QVBoxLayout *part : {m_pages, m_foot})
        part->setSpacing(2);
    layout->addLayout(m_pages);
    layout->addStretch(1);
    layout->addLayout(m_foot);
    setFixedWidth(WideWidth);
}

void Rail::addPage(const QString &name, const QString &title, bool atFoot)
{
    auto *entry = new QPushButton(title, this);
    entry->setObjectName(QStringLiteral("rail-") + name);
    entry->setProperty("role", QStringLiteral("railItem"));
    entry->setProperty("page", name);
    entry->setProperty("title", title);
    entry->setAccessibleName(title);
    entry->setCheckable(true);
    entry->setIconSize({18, 18});
    entry->setIcon(themedIcon(name));
    if (!atFoot) {
        constexpr int FirstKey = Qt::Key_1;
        entry->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(FirstKey + m_pages->count())));
    }
    m_buttons->addButton(entry);
    (atFoot ? m_foot : m_pages)->addWidget(entry);
    connect(entry, &QPushButton::clicked, this, [this, name] { Q_EMIT chosen(name); });
}

QPushButton *Rail::button(const QString &name) const
{
    return findChild<QPushButton *>(QStringLiteral("rail-") + name);
}

void Rail::setCurrent(const QString &name)
{
    if (QPushButton *entry = button(name))
        entry->setChecked(true);
}

void Rail::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_brand->setVisible(!narrow);
    setFixedWidth(narrow ? NarrowWidth : WideWidth);
    for (QAbstractButton *entry : m_buttons->buttons()) {
        const QString title = entry->property("title").toString();
        const QKeySequence shortcut = entry->shortcut(); // a change of text drops it
        entry->setText(narrow ? QString() : title);
        entry->setToolTip(narrow ? title : QString());
        entry->setShortcut(shortcut);
    }
}

void Rail::refreshIcons()
{
    for (QAbstractButton *entry : m_buttons->buttons())
        entry->setIcon(themedIcon(entry->property("page").toString()));
}

} // namespace Costglass
