// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/datafile.h"

#include <QDir>
#include <QSaveFile>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::DataFile)
};

} // namespace

Result<void> writeDataFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return failure(Error::Kind::Storage, Texts::tr("The folder %1 cannot be made.").arg(folder));
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(QDir(folder).filePath(name));
    if (file.open(QFile::WriteOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return failure(Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(file.fileName()),
                       Texts::tr("Give yourself the right to write the data folder and free some space."));
    return {};
}

} // namespace Costglass
