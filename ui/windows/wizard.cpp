// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/wizard.h"

#include "windows/wizardhistory.h"
#include "windows/wizardkey.h"
#include "windows/wizardvendor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace Costglass {

Wizard::Wizard(Engine &engine, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_stack(new QStackedWidget), m_vendor(new WizardVendor),
      m_key(new WizardKey(engine)), m_history(new WizardHistory(engine))
{
    setObjectName(QStringLiteral("wizard"));
    setWindowTitle(tr("Add an account"));
    setMinimumSize(480, 600);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    layout->addWidget(makeSteps());
    for (QWidget *step :
         {static_cast<QWidget *>(m_vendor), static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_history)})
        m_stack->addWidget(step);
    layout->addWidget(m_stack, 1);
    connect(m_vendor, &WizardVendor::chosen, this, [this](const QString &vendor) {
        m_key->startNew(vendor);
        showStep(1);
    });
    connect(m_vendor, &WizardVendor::sampleWanted, this, [this] {
        Q_EMIT sampleWanted();
        close();
    });
    connect(m_key, &WizardKey::backWanted, this, [this] { showStep(0); });
    connect(m_key, &WizardKey::accepted, this, [this](const Account &account) {
        m_history->start(account);
        showStep(2);
    });
    connect(m_history, &WizardHistory::doneWanted, this, [this] {
        Q_EMIT overviewWanted();
        close();
    });
    showStep(0);
}

QWidget *Wizard::makeSteps()
{
    auto *steps = new QWidget;
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    int number = 0;
    for (const QString &title : {tr("Vendor"), tr("Key"), tr("History")}) {
        auto *mark = new QLabel(tr("%1 · %2", "step, title").arg(QLocale().toString(++number), title));
        mark->setProperty("role", QStringLiteral("cardTitle"));
        m_marks.append(mark);
        row->addWidget(mark);
    }
    row->addStretch(1);
    return steps;
}

void Wizard::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        QLabel *mark = m_marks[i];
        mark->setProperty("tone", i == step ? QStringLiteral("accent") : QStringLiteral("quiet"));
        mark->style()->unpolish(mark);
        mark->style()->polish(mark);
    }
    setAccessibleDescription(m_marks[step]->text());
}

void Wizard::editAccount(const QString &label)
{
    setWindowTitle(tr("New key for “%1”").arg(label));
    m_engine.ledger().run(
        this, [](Store &store) { return store.accounts(); },
        [this, label](const Result<QList<Account>> &accounts) {
            for (const Account &account : accounts.value_or(QList<Account>())) {
                if (account.label == label) {
                    m_key->startEdit(account);
                    showStep(1);
                }
            }
        });
}

} // namespace Costglass
