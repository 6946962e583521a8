// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/icons.h"

#include "models/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace Costglass {

namespace {

QPixmap tinted(const QString &name, const QColor &colour, int size)
{
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(name));
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString &name)
{
    QIcon icon;
    for (const int size : {18, 36}) {
        icon.addPixmap(tinted(name, currentTheme().muted, size), QIcon::Normal, QIcon::Off);
        icon.addPixmap(tinted(name, currentTheme().accent, size), QIcon::Normal, QIcon::On);
    }
    return icon;
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/icons/costglass.svg"));
}

} // namespace Costglass
