// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/secretstore.h"

namespace Costglass {

Secrets::Secrets(QObject *parent) : QObject(parent) { }

void Secrets::setStore(SecretPlace place, std::unique_ptr<SecretStore> store)
{
    m_stores[place] = std::move(store);
}

SecretStore &Secrets::at(SecretPlace place)
{
    return *m_stores.at(place);
}

} // namespace Costglass
