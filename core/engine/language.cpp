// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace Costglass {

namespace {

QLocale localeFor(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    // The C locale parts no thousands; people who have not chosen one read English.
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

} // namespace

void useLanguage(const QString &language)
{
    static QTranslator own;
    static QTranslator qt;
    const QLocale locale = localeFor(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&qt);
    const QString joint = QStringLiteral("_");
    if (qt.load(locale, QStringLiteral("qtbase"), joint, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    if (own.load(locale, QStringLiteral("costglass"), joint, QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&own);
}

} // namespace Costglass
