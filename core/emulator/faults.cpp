// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/faults.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Sandbox)
};

constexpr int Million = 1'000'000;

const QMap<QString, Faults::Kind> &kinds()
{
    using Kind = Faults::Kind;
    static const QMap<QString, Kind> all{{u"429"_s, Kind::TooMany},       {u"500"_s, Kind::Failure},
                                         {u"drop"_s, Kind::Drop},         {u"stall"_s, Kind::Stall},
                                         {u"truncate"_s, Kind::Truncate}, {u"garbage"_s, Kind::Garbage}};
    return all;
}

} // namespace

Result<Faults> Faults::parse(const QString &spec)
{
    Faults faults;
    int sum = 0;
    for (const QString &part : spec.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u':', 0, 0).trimmed();
        const QString value = part.section(u':', 1).trimmed();
        bool valid = false;
        if (name == u"slow" && value.endsWith(u"ms"_s)) {
            faults.m_delayMs = value.chopped(2).toInt(&valid);
            valid = valid && faults.m_delayMs >= 0;
        } else if (kinds().contains(name)) {
            const double probability = value.toDouble(&valid);
            valid = valid && probability >= 0 && probability <= 1;
            faults.m_perMillion[kinds()[name]] = static_cast<int>(probability * Million);
            sum += static_cast<int>(probability * Million);
        }
        if (!valid || sum > Million) {
            return failure(
                Error::Kind::Config, Texts::tr("“%1” is not a fault.").arg(part),
                Texts::tr(
                    "Write faults like 429:0.1,500:0.05,slow:50ms; the probabilities may add up to 1."));
        }
    }
    return faults;
}

Faults::Kind Faults::next()
{
    // Knuth's MMIX generator: its high bits are even enough for dice.
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    int dice = static_cast<int>((m_state >> 33) % Million);
    for (auto it = m_perMillion.cbegin(); it != m_perMillion.cend(); ++it) {
        dice -= it.value();
        if (dice < 0)
            return it.key();
    }
    return Kind::None;
}

} // namespace Costglass
