// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/unlock.h"

#include "engine/engine.h"
#include "engine/vaultstore.h"

#include <QInputDialog>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Unlock)
};

} // namespace

void askVaultPassphrase(QWidget *parent, Engine &engine, const std::function<void()> &then)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Texts::tr("Unlock the vault"));
    dialog->setLabelText(Texts::tr("Passphrase of the vault. It is kept in memory until Costglass ends."));
    dialog->setTextEchoMode(QLineEdit::Password);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [&engine, then](const QString &text) {
        auto *vault = qobject_cast<VaultStore *>(&engine.secrets().at(SecretPlace::Vault));
        if (!vault || text.isEmpty())
            return;
        vault->setPrompt([passphrase = text.toUtf8()](bool) { return std::optional(passphrase); });
        then();
    });
    dialog->open();
}

} // namespace Costglass
