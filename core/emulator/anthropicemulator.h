// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/params.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

/// Anthropic's organisation APIs as published: the analytics reports (beta, August 2026), the older cost and usage
/// reports, and the directory, with their checks and error bodies.
class AnthropicEmulator : public VendorEmulator
{
public:
    explicit AnthropicEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("anthropic"); }
    QByteArray secret() const override { return "sk-ant-admin01-sandbox-8c41d7e2"; }
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;

private:
    HttpReply refuse(const HttpRequest &request, int status, const QString &type,
                     const QString &message) const;
    HttpReply invalid(const HttpRequest &request, const QString &message) const;
    std::optional<HttpReply> checkLogin(const HttpRequest &request) const;
    HttpReply analytics(const HttpRequest &request, bool costs) const;
    HttpReply report(const HttpRequest &request, bool costs) const;
    HttpReply directory(const HttpRequest &request, const QString &path) const;

    const World &m_world;
};

/// A row of either report before it is shaped: one stream's use or bill of one day.
struct AnthropicRow
{
    qint64 start = 0;
    qint64 end = 0;
    const Stream *stream = nullptr;
    QString costType; ///< of bills: "tokens" or "web_search"
    QString tokenType;
    qint64 nanos = 0;
    UseDay use;
};

QString anthropicOrganizationId();
/// A dimension of a row; null where it has none.
QJsonValue anthropicGroupValue(const AnthropicRow &row, const QString &group);
/// Bills or uses of the day that begins at \a start.
QList<AnthropicRow> anthropicRows(const World &world, qint64 start, bool costs);
/// A text that is the same for rows of the same time that agree in \a groups.
QString anthropicGroupKey(const AnthropicRow &row, const QStringList &groups);
/// Rows that agree in \a groups added up.
QList<AnthropicRow> anthropicGrouped(const QList<AnthropicRow> &rows, const QStringList &groups);
/// "4218.5075": the cents of an amount, exactly, with two decimals at least.
QString anthropicCents(qint64 nanos);
/// The counts of a usage row; \a requests only where the vendor gives them.
QJsonObject anthropicCounts(const AnthropicRow &row);

} // namespace Costglass
