// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Costglass {

/// The pages at the left edge, with icon and name; narrow, with icons alone.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Adds a page at the end, or below the gap where \a atFoot. Ctrl+1… go to those above it, in their order.
    void addPage(const QString &name, const QString &title, bool atFoot = false);
    void setCurrent(const QString &name);
    void setNarrow(bool narrow);
    void refreshIcons(); ///< after a change of theme

Q_SIGNALS:
    void chosen(const QString &name);

private:
    QPushButton *button(const QString &name) const;

    QButtonGroup *m_buttons;
    QLabel *m_brand;
    QVBoxLayout *m_pages;
    QVBoxLayout *m_foot;
    bool m_narrow = false;
};

} // namespace Costglass
