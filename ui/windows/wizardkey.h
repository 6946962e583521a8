// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Costglass {

class Card;

/// The wizard's second step: where to make the key, what it needs, paste it, test it, where to keep it.
class WizardKey : public QWidget
{
    Q_OBJECT

public:
    explicit WizardKey(Engine &engine, QWidget *parent = nullptr);

    void startNew(const QString &vendor);
    void startEdit(const Account &account);

Q_SIGNALS:
    void backWanted();
    void accepted(const Costglass::Account &account); ///< it is stored

private:
    void makeForm();
    void addPlaces();
    void fill(const Account &account);
    Account readAccount() const;
    QByteArray secret() const;
    void test();
    void next();
    void keepPassphrase();
    void handleStored(const Result<Account> &stored);
    void say(const QString &text, const QString &tone);
    void setBusy(bool busy);

    Engine &m_engine;
    Account m_account;
    QLabel *m_title;
    QLabel *m_steps;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    QList<QPair<QString, QWidget *>> m_fields; ///< of the vendor, by their key: a line or a list of choices
    QLineEdit *m_baseUrl;
    QComboBox *m_place;
    QLineEdit *m_passphrase;
    QLabel *m_passphraseLabel;
    QLabel *m_result;
    QLabel *m_warning;
    QPushButton *m_back;
    QPushButton *m_test;
    QPushButton *m_next;
};

} // namespace Costglass
