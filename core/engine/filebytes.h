// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QFile>

#include <memory>

namespace Costglass {

/// The bytes of a file, unpacked on the way when it is gzip (by its content, whatever it is called), in constant
/// memory.
class FileBytes
{
public:
    /// Format: there is no such file, it is a folder, or it may not be read.
    static Result<FileBytes> open(const QString &path);
    FileBytes(FileBytes &&) noexcept;
    ~FileBytes();

    /// SHA-256 of the file as it lies there, as sha256sum prints it; reading begins anew.
    Result<QByteArray> hash();

    /// Fills at most \a room bytes at \a to and says how many; 0 = the end. Format: damaged or cut off.
    Result<qint64> read(char *to, qint64 room);

private:
    class Unpacker;
    explicit FileBytes(std::unique_ptr<QFile> file);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Unpacker> m_unpacker; ///< of a packed file
};

} // namespace Costglass
