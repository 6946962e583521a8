// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/params.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

#include <functional>
#include <variant>

namespace Costglass {

/// OpenAI's organisation APIs as published: costs, the usage endpoints and the directory, with their checks and error
/// bodies (openai-openapi 2.3.0, August 2026, and the behaviour of its official client).
class OpenAiEmulator : public VendorEmulator
{
public:
    explicit OpenAiEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("openai"); }
    QByteArray secret() const override { return "sk-admin-sandbox-3f9a27c1d0"; }
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;

private:
    /// The buckets that a request asks for, after its parameters were checked.
    struct Window
    {
        qint64 start = 0;
        qint64 end = 0;
        qint64 width = 0;
        int limit = 0;
        qint64 offset = 0;
        QStringList groups;
    };
    struct Refusal
    {
        QString message;
        QString param;
    };

    HttpReply refuse(const HttpRequest &request, int status, const QString &message,
                     const QString &param = {}, const QString &code = {}) const;
    std::optional<HttpReply> checkLogin(const HttpRequest &request) const;
    std::variant<Window, Refusal> readWindow(const Params &params,
                                             const QMap<QString, QPair<int, int>> &limits,
                                             const QStringList &groups) const;
    HttpReply costs(const HttpRequest &request) const;
    HttpReply usage(const HttpRequest &request, const QString &kind) const;
    HttpReply directory(const HttpRequest &request, const QString &path) const;
    HttpReply paged(const HttpRequest &request, const Window &window,
                    const std::function<QJsonArray(qint64 start, qint64 end)> &results) const;

    const World &m_world;
};

} // namespace Costglass
