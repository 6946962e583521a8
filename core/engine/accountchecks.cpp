// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/accountchecks.h"

#include "vendors/registry.h"

#include <QHostAddress>

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Engine)
};

std::optional<Error> checkSettings(const Account &account, const VendorInfo &vendor)
{
    for (auto it = account.settings.cbegin(); it != account.settings.cend(); ++it) {
        const auto known = std::any_of(vendor.fields.begin(), vendor.fields.end(),
                                       [&](const LoginField &field) { return field.key == it.key(); });
        if (!known)
            return Error{
                Error::Kind::Config, Texts::tr("%1 has no setting “%2”.").arg(vendor.name, it.key()), {}};
    }
    for (const LoginField &field : vendor.fields) {
        const QString value = account.settings.value(field.key);
        const bool replaced = !field.unless.isEmpty() && !account.settings.value(field.unless).isEmpty();
        if (field.required && !replaced && value.isEmpty())
            return Error{
                Error::Kind::Config, Texts::tr("%1 needs the setting “%2”.").arg(vendor.name, field.key), {}};
        if (!value.isEmpty() && !field.allows(value))
            return Error{Error::Kind::Config,
                         Texts::tr("“%1” is no value of the setting “%2”.").arg(value, field.key),
                         Texts::tr("There are: %1.").arg(field.choices.join(QStringLiteral(", ")))};
    }
    return std::nullopt;
}

} // namespace

Error plansAccount(const Account &account)
{
    return {Error::Kind::Config, Texts::tr("“%1” holds plans that were entered by hand.").arg(account.label),
            Texts::tr("Edit, end or remove the plans themselves.")};
}

std::optional<Error> checkAccountFields(const Account &account)
{
    if (account.isPlans())
        return plansAccount(account);
    if (account.isFile())
        return Error{Error::Kind::Config,
                     Texts::tr("“%1” holds what a file told: there is no log-in to it.").arg(account.label),
                     Texts::tr("Import a newer file to change its figures.")};
    const VendorAdapter *vendor = findVendor(account.vendor);
    if (!vendor) {
        QStringList ids;
        for (const VendorAdapter *known : allVendors())
            ids.append(known->info().id);
        return Error{Error::Kind::Config,
                     Texts::tr("Costglass does not know the vendor “%1”.").arg(account.vendor),
                     Texts::tr("It knows: %1.").arg(ids.join(QStringLiteral(", ")))};
    }
    if (account.label.trimmed().isEmpty())
        return Error{Error::Kind::Config, Texts::tr("The account needs a name."),
                     Texts::tr("Any will do, for example “production”.")};
    if (account.label.startsWith(u"webhook:")) // where secret stores keep webhooks' addresses
        return Error{Error::Kind::Config, Texts::tr("An account's name cannot begin with “webhook:”."),
                     Texts::tr("Any other will do, for example “production”.")};
    if (vendor->localLog())
        return checkSettings(account, vendor->info());
    const QUrl base = vendor->baseUrl(account);
    const bool loopback = base.host() == u"localhost" || QHostAddress(base.host()).isLoopback();
    if (base.host().isEmpty() || (base.scheme() != u"https" && !(base.scheme() == u"http" && loopback))) {
        return Error{Error::Kind::Config,
                     Texts::tr("“%1” cannot be the account's address.")
                         .arg(base.toDisplayString(QUrl::RemoveUserInfo)),
                     Texts::tr("Write it like https://host/path; plain http is for this computer only.")};
    }
    return checkSettings(account, vendor->info());
}

std::optional<Error> moveSecretSettings(Account &account, std::optional<QByteArray> &secret)
{
    const VendorAdapter *vendor = findVendor(account.vendor);
    for (const LoginField &field : vendor ? vendor->info().fields : QList<LoginField>()) {
        const QString value = field.secret ? account.settings.take(field.key) : QString();
        if (value.isEmpty())
            continue;
        if (account.secretPlace == SecretPlace::Environment)
            return Error{Error::Kind::Config,
                         Texts::tr("“%1” cannot be kept where nothing is stored.").arg(field.key),
                         Texts::tr("Keep it in the keyring or the vault, or use the profile “env”.")};
        if (!secret || secret->isEmpty())
            return Error{Error::Kind::Config,
                         Texts::tr("“%1” goes with the %2.").arg(field.key, vendor->info().secretLabel),
                         Texts::tr("Give both together.")};
        *secret += '\n' + value.toUtf8();
    }
    return std::nullopt;
}

} // namespace Costglass
