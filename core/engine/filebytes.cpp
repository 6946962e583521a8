// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/filebytes.h"

#include <QFileInfo>

#include <openssl/evp.h>
#include <zlib.h>

#include <limits>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Files)
};

constexpr qint64 Block = 256 * 1024;
constexpr int GzipOnly = 16 + MAX_WBITS;

std::unexpected<Error> unreadable(const QFile &file)
{
    return failure(Error::Kind::Format, Texts::tr("%1 cannot be read.").arg(file.fileName()),
                   Texts::tr("Look whether the file is there and whether you may read it."));
}

} // namespace

/// gzip, also of several members one after the other, as cat makes it.
class FileBytes::Unpacker
{
public:
    Unpacker() { inflateInit2(&m_stream, GzipOnly); }
    ~Unpacker() { inflateEnd(&m_stream); }
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;

    Result<qint64> read(QFile &file, char *to, qint64 room)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(to);
        m_stream.avail_out = static_cast<uInt>(qMin<qint64>(room, std::numeric_limits<int>::max()));
        const uInt wanted = m_stream.avail_out;
        while (m_stream.avail_out == wanted) {
            if (m_stream.avail_in == 0) {
                const qint64 size = file.read(m_packed.data(), m_packed.size());
                if (size < 0)
                    return unreadable(file);
                if (size == 0 && m_inside)
                    return failure(Error::Kind::Format, Texts::tr("%1 ends too early.").arg(file.fileName()),
                                   Texts::tr("Download it again."));
                if (size == 0)
                    return 0;
                m_stream.next_in = reinterpret_cast<Bytef *>(m_packed.data());
                m_stream.avail_in = static_cast<uInt>(size);
            }
            m_inside = true;
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            if (code == Z_STREAM_END) {
                m_inside = false;
                inflateReset(&m_stream);
            } else if (code != Z_OK && code != Z_BUF_ERROR) {
                return failure(Error::Kind::Format, Texts::tr("%1 is damaged.").arg(file.fileName()),
                               Texts::tr("Download it again."));
            }
        }
        return wanted - m_stream.avail_out;
    }

private:
    z_stream m_stream{};
    QByteArray m_packed = QByteArray(Block, Qt::Uninitialized);
    bool m_inside = false; ///< a member has begun and not ended
};

FileBytes::FileBytes(std::unique_ptr<QFile> file) : m_file(std::move(file)) { }

FileBytes::FileBytes(FileBytes &&) noexcept = default;

FileBytes::~FileBytes() = default;

Result<FileBytes> FileBytes::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir() || !file->open(QFile::ReadOnly | QFile::Unbuffered))
        return unreadable(*file);
    const bool packed = file->peek(2) == "\x1f\x8b";
    FileBytes bytes(std::move(file));
    if (packed)
        bytes.m_unpacker = std::make_unique<Unpacker>();
    return bytes;
}

Result<QByteArray> FileBytes::hash()
{
    // OpenSSL's own code for the processor at hand is several times as fast as QCryptographicHash.
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    QByteArray block(Block, Qt::Uninitialized);
    for (qint64 size = m_file->read(block.data(), Block); size != 0;
         size = m_file->read(block.data(), Block)) {
        if (size < 0)
            return unreadable(*m_file);
        EVP_DigestUpdate(digest.get(), block.constData(), static_cast<size_t>(size));
    }
    QByteArray sum(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    EVP_DigestFinal_ex(digest.get(), reinterpret_cast<unsigned char *>(sum.data()), &size);
    if (!m_file->seek(0))
        return failure(Error::Kind::Format, Texts::tr("%1 cannot be read twice.").arg(m_file->fileName()),
                       Texts::tr("Save it as a file first."));
    return sum.first(size).toHex();
}

Result<qint64> FileBytes::read(char *to, qint64 room)
{
    if (m_unpacker)
        return m_unpacker->read(*m_file, to, room);
    const qint64 size = m_file->read(to, room);
    return size < 0 ? Result<qint64>(unreadable(*m_file)) : Result<qint64>(size);
}

} // namespace Costglass
