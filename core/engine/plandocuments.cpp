// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/plandocuments.h"

#include "engine/datafile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Plans)
};

constexpr qint64 MostBytes = 50 * 1024 * 1024;

QString documentsFolder(const QString &dataFolder)
{
    return dataFolder + u"/documents"_s;
}

QString documentName(const QString &hash)
{
    return hash + u".pdf"_s;
}

} // namespace

Result<QString> keepDocument(const QString &dataFolder, const QString &file)
{
    QFile document(file);
    if (!document.open(QFile::ReadOnly))
        return failure(Error::Kind::Format, Texts::tr("%1 cannot be read.").arg(file),
                       Texts::tr("Look whether it is there and whether you may read it."));
    if (document.size() > MostBytes)
        return failure(Error::Kind::Format, Texts::tr("%1 is larger than 50 MB.").arg(file),
                       Texts::tr("Give the invoice alone."));
    const QByteArray bytes = document.readAll();
    if (!bytes.startsWith("%PDF-"))
        return failure(Error::Kind::Format, Texts::tr("%1 is no PDF.").arg(file),
                       Texts::tr("Save the invoice as PDF and give that file."));
    const QString hash
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const auto kept = writeDataFile(documentsFolder(dataFolder), documentName(hash), bytes);
    return kept ? Result<QString>(hash) : std::unexpected(kept.error());
}

QString documentPath(const QString &dataFolder, const QString &hash)
{
    return QDir(documentsFolder(dataFolder)).filePath(documentName(hash));
}

Result<void> dropUnusedDocuments(Store &store, const QString &dataFolder)
{
    const auto plans = store.plans();
    if (!plans)
        return std::unexpected(plans.error());
    QDir folder(documentsFolder(dataFolder));
    const QStringList names = folder.entryList({documentName(u"*"_s)}, QDir::Files);
    for (const QString &name : names) {
        const bool used = std::any_of(plans->begin(), plans->end(), [&name](const Plan &plan) {
            return documentName(plan.document) == name;
        });
        if (!used)
            folder.remove(name);
    }
    return {};
}

} // namespace Costglass
