// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricedesk.h"
#include "windows/dashboardpage.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

namespace Costglass {

/// A page over the prices that are built in, as the window shows it, on 24 November 2026 at noon.
template<typename Page>
struct PricedPage
{
    static constexpr qint64 Now = 1795521600; // 2026-11-24T12:00:00Z

    explicit PricedPage(QSize size = {1256, 844})
    {
        engine = *Engine::open({folder.path(), Now, false});
        state = std::make_unique<DashboardState>(*engine);
        desk = std::make_unique<PriceDesk>(*engine);
        page = new Page(*state, *desk);
        page->setProperty("role", QStringLiteral("page"));
        window.setWidgetResizable(true);
        window.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        window.setWidget(page);
        window.resize(size);
        window.show();
    }

    /// The cell of the row whose first cell is \a name, in the column of that title; null without such.
    QString cell(const QString &table, const QString &name, const QString &title) const
    {
        const QAbstractItemModel *model = page->template findChild<QTableView *>(table)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() != name)
                continue;
            for (int column = 0; column < model->columnCount(); ++column) {
                if (model->headerData(column, Qt::Horizontal).toString() == title)
                    return model->index(row, column).data().toString();
            }
        }
        return {};
    }

    /// The first cells of a table, from the top.
    QStringList names(const QString &table, int column = 0) const
    {
        const QAbstractItemModel *model = page->template findChild<QTableView *>(table)->model();
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, column).data().toString());
        return all;
    }

    template<typename T>
    T *find(const QString &name) const
    {
        T *widget = page->template findChild<T *>(name);
        Q_ASSERT(widget);
        return widget;
    }

    QString text(const QString &label) const { return find<QLabel>(label)->text(); }

    /// Controls that a screen reader could not name.
    QStringList nameless() const
    {
        QStringList found;
        for (QWidget *widget : page->template findChildren<QWidget *>()) {
            const bool control = widget->focusPolicy() & Qt::TabFocus;
            if (!control || !widget->isVisible() || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).isEmpty())
                found.append(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName());
        }
        return found;
    }

    /// Texts that do not fit where they stand.
    QStringList cut() const
    {
        QStringList texts;
        for (const QLabel *label : page->template findChildren<QLabel *>()) {
            const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            const bool narrow = !label->wordWrap() && label->width() < label->sizeHint().width();
            if (label->isVisible() && (narrow || label->height() < needed))
                texts.append(label->text());
        }
        for (const QPushButton *button : page->template findChildren<QPushButton *>()) {
            if (button->isVisible() && button->width() < button->sizeHint().width())
                texts.append(button->text());
        }
        if (page->width() > window.viewport()->width())
            texts.append(QStringLiteral("the page itself"));
        return texts;
    }

    QTemporaryDir folder;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<DashboardState> state;
    std::unique_ptr<PriceDesk> desk;
    QScrollArea window;
    Page *page = nullptr;
};

} // namespace Costglass
