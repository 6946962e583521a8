// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

// Invoices' PDFs are copies in the data folder (documents/SHA256.pdf, 0600): what a plan refers to stays as it was.

/// Keeps a copy of \a file and returns its SHA-256 (hex). Format: it is no PDF, cannot be read or is larger than 50 MB;
/// Storage: it cannot be kept.
Result<QString> keepDocument(const QString &dataFolder, const QString &file);

/// Where the copy with that hash is.
QString documentPath(const QString &dataFolder, const QString &hash);

/// Takes away the copies that no plan refers to.
Result<void> dropUnusedDocuments(Store &store, const QString &dataFolder);

} // namespace Costglass
