// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/wizardkey.h"

#include "engine/accountbook.h"
#include "engine/vaultstore.h"
#include "vendors/registry.h"
#include "windows/icons.h"
#include "windows/widgets.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace Costglass {

namespace {

QLabel *boxLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("box"));
    label->hide();
    return label;
}

/// A list where there are a few values only, a line otherwise.
QWidget *makeInput(const LoginField &field, const QString &value)
{
    const bool isOpen = field.choices.isEmpty()
        || std::any_of(field.choices.begin(), field.choices.end(),
                       [](const QString &choice) { return choice.endsWith(u':'); });
    QWidget *input = nullptr;
    if (isOpen) {
        auto *line = new QLineEdit(value);
        line->setEchoMode(field.secret ? QLineEdit::Password : QLineEdit::Normal);
        input = line;
    } else {
        auto *list = new QComboBox;
        if (!field.required && field.defaultValue.isEmpty())
            list->addItem(QString());
        list->addItems(field.choices);
        list->setCurrentText(value);
        input = list;
    }
    input->setObjectName(QStringLiteral("field-") + field.key);
    return input;
}

QString inputText(const QWidget &input)
{
    const auto *list = qobject_cast<const QComboBox *>(&input);
    return list ? list->currentText() : static_cast<const QLineEdit &>(input).text().trimmed();
}

} // namespace

WizardKey::WizardKey(Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_title(new QLabel), m_steps(new QLabel), m_form(new QFormLayout),
      m_name(new QLineEdit), m_secretLabel(new QLabel), m_secret(new QLineEdit), m_baseUrl(new QLineEdit),
      m_place(new QComboBox), m_passphrase(new QLineEdit), m_passphraseLabel(new QLabel(tr("&Passphrase"))),
      m_result(boxLabel(QStringLiteral("testResult"))), m_warning(boxLabel(QStringLiteral("testWarning"))),
      m_back(makeButton(tr("Back"), Weight::Normal)), m_test(makeButton(tr("Test"), Weight::Normal)),
      m_next(makeButton(tr("Next"), Weight::Primary))
{
    m_title->setProperty("role", QStringLiteral("heading"));
    m_steps->setWordWrap(true);
    m_steps->setTextFormat(Qt::RichText);
    m_steps->setOpenExternalLinks(true);
    m_steps->setTextInteractionFlags(Qt::TextBrowserInteraction);
    makeForm();
    auto *content = new QWidget;
    content->setProperty("role", QStringLiteral("page"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_steps);
    column->addLayout(m_form);
    column->addWidget(m_result);
    column->addWidget(m_warning);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_back, m_test, m_next})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    m_test->setObjectName(QStringLiteral("testKey"));
    m_next->setObjectName(QStringLiteral("keepKey"));
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &WizardKey::backWanted);
    connect(m_test, &QPushButton::clicked, this, &WizardKey::test);
    connect(m_next, &QPushButton::clicked, this, &WizardKey::next);
}

void WizardKey::makeForm()
{
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setSpacing(6);
    m_name->setObjectName(QStringLiteral("accountName"));
    m_secret->setObjectName(QStringLiteral("secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    QAction *show = m_secret->addAction(themedIcon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    show->setToolTip(tr("Show or hide the key"));
    connect(show, &QAction::triggered, this, [this] {
        const bool hidden = m_secret->echoMode() == QLineEdit::Password;
        m_secret->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
    });
    m_baseUrl->setObjectName(QStringLiteral("baseUrl"));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphraseLabel->setBuddy(m_passphrase);
    m_secretLabel->setBuddy(m_secret);
    m_form->addRow(tr("&Name"), m_name);
    m_form->addRow(m_secretLabel, m_secret);
    addPlaces();
    m_form->addRow(tr("&Keep in"), m_place);
    m_form->addRow(m_passphraseLabel, m_passphrase);
    m_form->addRow(tr("&Address (only when it is not the vendor's own)"), m_baseUrl);
}

void WizardKey::addPlaces()
{
    m_place->setObjectName(QStringLiteral("secretPlace"));
    m_place->addItem(tr("Keyring of this desktop"), static_cast<int>(SecretPlace::Keyring));
    m_place->addItem(tr("Vault: a file under a passphrase"), static_cast<int>(SecretPlace::Vault));
    m_place->addItem(tr("Environment variable, read each time"), static_cast<int>(SecretPlace::Environment));
    connect(m_place, &QComboBox::currentIndexChanged, this, [this] {
        const auto place = static_cast<SecretPlace>(m_place->currentData().toInt());
        m_passphrase->setVisible(place == SecretPlace::Vault);
        m_passphraseLabel->setVisible(place == SecretPlace::Vault);
        if (place == SecretPlace::Environment)
            say(tr("The key will be read from %1; set it where Costglass starts.")
                    .arg(secretVariable(m_name->text())),
                QStringLiteral("plain"));
    });
    m_passphrase->hide();
    m_passphraseLabel->hide();
}

void WizardKey::startNew(const QString &vendor)
{
    Account account;
    account.vendor = vendor;
    account.label = hasSecret(account) ? tr("production", "default name of an account") : vendor;
    fill(account);
}

void WizardKey::startEdit(const Account &account)
{
    fill(account);
}

void WizardKey::fill(const Account &account)
{
    m_account = account;
    const VendorInfo &info = findVendor(account.vendor)->info();
    const bool secret = !info.secretLabel.isEmpty();
    m_title->setText(secret ? tr("Log in to %1").arg(info.name) : tr("Read the logs of %1").arg(info.name));
    m_steps->setText(
        QStringLiteral("%1<br>%2")
            .arg(info.keySteps.toHtmlEscaped(), tr("Least rights: %1").arg(info.leastScope).toHtmlEscaped()));
    if (!info.keyPage.isEmpty())
        m_steps->setText(m_steps->text()
                         + QStringLiteral("<br><a href=\"%1\">%2</a>")
                               .arg(info.keyPage.toString().toHtmlEscaped(), tr("Open that page")));
    m_name->setText(account.label);
    m_name->setEnabled(account.id == 0);
    m_secretLabel->setText(info.secretLabel);
    for (QWidget *row : {static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_place)})
        m_form->setRowVisible(row, secret);
    m_form->setRowVisible(m_baseUrl, !findVendor(account.vendor)->localLog());
    m_secret->clear();
    m_secret->setPlaceholderText(info.secretHint);
    m_secret->setAccessibleName(info.secretLabel);
    m_baseUrl->setText(account.baseUrl.toString());
    m_baseUrl->setPlaceholderText(info.baseUrl.toString());
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(account.secretPlace)));
    for (const auto &[key, input] : std::as_const(m_fields))
        m_form->removeRow(input);
    m_fields.clear();
    constexpr int AfterSecret = 2;
    for (const LoginField &field : info.fields) {
        QWidget *input = makeInput(field, account.settings.value(field.key, field.defaultValue));
        m_form->insertRow(AfterSecret + static_cast<int>(m_fields.size()),
                          field.required ? field.label : tr("%1 (optional)").arg(field.label), input);
        m_fields.append({field.key, input});
    }
    m_back->setVisible(account.id == 0);
    m_result->hide();
    m_warning->hide();
    setBusy(false);
    (account.id == 0 || !secret ? m_name : m_secret)->setFocus();
}

Account WizardKey::readAccount() const
{
    Account account = m_account;
    account.label = m_name->text().trimmed();
    QString base = m_baseUrl->text().trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    account.baseUrl = QUrl(base);
    account.secretPlace = static_cast<SecretPlace>(m_place->currentData().toInt());
    account.settings.clear();
    for (const auto &[key, input] : m_fields) {
        const QString value = inputText(*input);
        if (!value.isEmpty())
            account.settings.insert(key, value);
    }
    return account;
}

QByteArray WizardKey::secret() const
{
    const Account account = readAccount();
    return account.secretPlace == SecretPlace::Environment
        ? qgetenv(secretVariable(account.label).toLatin1().constData())
        : m_secret->text().trimmed().toUtf8();
}

void WizardKey::say(const QString &text, const QString &tone)
{
    m_result->setText(text);
    m_result->setProperty("tone", tone);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
    m_result->setVisible(!text.isEmpty());
}

void WizardKey::setBusy(bool busy)
{
    for (QPushButton *button : {m_back, m_test, m_next})
        button->setEnabled(!busy);
}

void WizardKey::test()
{
    setBusy(true);
    m_warning->hide();
    say(tr("Asking %1…").arg(findVendor(m_account.vendor)->info().name), QStringLiteral("plain"));
    m_engine.checkKey(readAccount(), secret(), this, [this](const Result<KeyCheck> &check) {
        setBusy(false);
        if (!check)
            return say(errorSentence(check.error()), QStringLiteral("bad"));
        say(tr("✓ %1").arg(check->summary), QStringLiteral("good"));
        m_warning->setText(check->warnings.join(u'\n'));
        m_warning->setProperty("tone", QStringLiteral("warn"));
        m_warning->style()->unpolish(m_warning);
        m_warning->style()->polish(m_warning);
        m_warning->setVisible(!check->warnings.isEmpty());
    });
}

void WizardKey::keepPassphrase()
{
    if (readAccount().secretPlace != SecretPlace::Vault)
        return;
    auto *vault = qobject_cast<VaultStore *>(&m_engine.secrets().at(SecretPlace::Vault));
    const QByteArray passphrase = m_passphrase->text().toUtf8();
    if (vault)
        vault->setPrompt([passphrase](bool) {
            return passphrase.isEmpty() ? std::optional<QByteArray>() : std::optional(passphrase);
        });
}

/// Tests, then stores: a key that does not work is not kept.
void WizardKey::next()
{
    const Account account = readAccount();
    if (account.secretPlace == SecretPlace::Vault && m_passphrase->text().isEmpty())
        return say(tr("The vault needs a passphrase. It is asked for once each time Costglass starts."),
                   QStringLiteral("bad"));
    setBusy(true);
    say(tr("Asking %1…").arg(findVendor(account.vendor)->info().name), QStringLiteral("plain"));
    const QByteArray key = secret();
    m_engine.checkKey(account, key, this, [this, account, key](const Result<KeyCheck> &check) {
        if (!check) {
            setBusy(false);
            return say(errorSentence(check.error()), QStringLiteral("bad"));
        }
        keepPassphrase();
        say(hasSecret(account) ? tr("Storing the key… The desktop may ask you to unlock its keyring.")
                               : tr("Storing…"),
            QStringLiteral("plain"));
        if (account.id == 0)
            return m_engine.addAccount(account, key, this,
                                       [this](const Result<Account> &added) { handleStored(added); });
        m_engine.updateAccount(account, key, this, [this, account](const Result<void> &saved) {
            handleStored(saved ? Result<Account>(account) : std::unexpected(saved.error()));
        });
    });
}

void WizardKey::handleStored(const Result<Account> &stored)
{
    setBusy(false);
    if (!stored)
        return say(errorSentence(stored.error()), QStringLiteral("bad"));
    m_secret->clear();
    m_passphrase->clear();
    Q_EMIT accepted(*stored);
}

} // namespace Costglass
