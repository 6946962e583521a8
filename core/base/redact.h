// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace Costglass {

/// \a text without secrets: each of \a secrets wherever it stands (also percent- and base64-encoded), then whatever looks like a key
/// ("sk-…", "Bearer …", "Basic …", "ya29.…", key= and token= in queries) becomes "[secret]".
QByteArray redact(const QByteArray &text, const QList<QByteArray> &secrets = {});

/// The address for a person or a log: without user name, password and fragment; secret query values hidden.
QString redactUrl(const QUrl &url);

} // namespace Costglass
