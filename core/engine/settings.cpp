// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/settings.h"

#include "engine/datafile.h"

#include <QFile>

#include <tuple>

namespace Costglass {

namespace {

QString fileIn(const QString &folder)
{
    // Made here with its rights: QSettings keeps those that a file has.
    const QString name = folder + QStringLiteral("/settings.ini");
    if (!QFile::exists(name))
        std::ignore = writeDataFile(folder, QStringLiteral("settings.ini"), {});
    return name;
}

const auto languageKey = QStringLiteral("language");
const auto themeKey = QStringLiteral("theme");
const auto quietFromKey = QStringLiteral("alerts/quiet-from");
const auto quietToKey = QStringLiteral("alerts/quiet-to");
const auto leastAnomalyKey = QStringLiteral("alerts/least-anomaly");
const auto geometryKey = QStringLiteral("window/geometry");

} // namespace

Settings::Settings(const QString &folder) : m_settings(fileIn(folder), QSettings::IniFormat) { }

QString Settings::language() const
{
    return m_settings.value(languageKey).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_settings.setValue(languageKey, language);
}

QString Settings::theme() const
{
    return m_settings.value(themeKey).toString();
}

void Settings::setTheme(const QString &theme)
{
    m_settings.setValue(themeKey, theme);
}

QTime Settings::quietFrom() const
{
    return QTime::fromString(m_settings.value(quietFromKey).toString(), QStringLiteral("HH:mm"));
}

QTime Settings::quietTo() const
{
    return QTime::fromString(m_settings.value(quietToKey).toString(), QStringLiteral("HH:mm"));
}

void Settings::setQuietHours(QTime from, QTime to)
{
    m_settings.setValue(quietFromKey, from.toString(QStringLiteral("HH:mm")));
    m_settings.setValue(quietToKey, to.toString(QStringLiteral("HH:mm")));
}

QString Settings::leastAnomaly() const
{
    return m_settings.value(leastAnomalyKey, QStringLiteral("10")).toString();
}

void Settings::setLeastAnomaly(const QString &amount)
{
    m_settings.setValue(leastAnomalyKey, amount);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

} // namespace Costglass
