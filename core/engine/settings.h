// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QTime>

namespace Costglass {

/// What the person chose, in DATA/settings.ini (readable by the owner alone). Never a secret.
class Settings
{
public:
    /// \a folder: the data folder, which must be there.
    explicit Settings(const QString &folder);

    QString language() const; ///< "en", "zh_CN"; empty = the system's
    void setLanguage(const QString &language);
    QString theme() const; ///< "light", "dark"; empty = the system's
    void setTheme(const QString &theme);
    /// Local time from which alerts are held and until which they are, then told together; invalid = never.
    QTime quietFrom() const;
    QTime quietTo() const;
    void setQuietHours(QTime from, QTime to);
    /// The least impact of an anomaly that is told, a decimal number in the main currency; empty = none is told.
    QString leastAnomaly() const;
    void setLeastAnomaly(const QString &amount);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    QSettings m_settings;
};

} // namespace Costglass
