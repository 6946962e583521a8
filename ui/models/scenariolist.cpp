// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/scenariolist.h"

#include "base/json.h"

#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::ScenarioList)
};

} // namespace

ScenarioList::ScenarioList()
{
    for (const QString &name : {u"education"_s, u"e-commerce"_s, u"healthcare"_s}) {
        const auto json = parseJsonObject(scenarioTemplate(name), name);
        const auto scenario = json ? readScenario(*json) : Result<Scenario>(std::unexpected(json.error()));
        if (scenario)
            m_open.append(*scenario);
    }
}

QString ScenarioList::nameOf(qsizetype index) const
{
    const Scenario &scenario = m_open[index];
    const bool chinese = QLocale().language() == QLocale::Chinese && !scenario.nameZh.isEmpty();
    const QString name = chinese ? scenario.nameZh : scenario.name;
    return name.isEmpty() ? scenario.id : name;
}

qsizetype ScenarioList::add(const Scenario &scenario)
{
    m_open.append(scenario);
    return m_open.size() - 1;
}

qsizetype ScenarioList::duplicate(qsizetype index)
{
    Scenario copy = m_open[index];
    copy.name = Texts::tr("%1, copy").arg(nameOf(index));
    copy.nameZh.clear();
    return add(copy);
}

Result<qsizetype> ScenarioList::open(const QString &file)
{
    QFile in(file);
    if (!in.open(QFile::ReadOnly))
        return failure(Error::Kind::Storage, Texts::tr("%1 could not be read.").arg(file),
                       Texts::tr("Choose a file that you may read."));
    const auto json = parseJsonObject(in.readAll(), file);
    if (!json)
        return std::unexpected(json.error());
    auto scenario = readScenario(*json);
    if (!scenario)
        return std::unexpected(scenario.error());
    if (scenario->name.isEmpty() && scenario->id.isEmpty())
        scenario->name = QFileInfo(file).completeBaseName();
    return add(*scenario);
}

Result<void> ScenarioList::save(qsizetype index, const QString &file) const
{
    QSaveFile out(file);
    const QByteArray text = writeScenario(m_open[index]);
    if (!out.open(QFile::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return failure(Error::Kind::Storage, Texts::tr("%1 could not be written.").arg(file),
                       Texts::tr("Choose a folder that you may write to."));
    return {};
}

} // namespace Costglass
