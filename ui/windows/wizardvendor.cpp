// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/wizardvendor.h"

#include "models/theme.h"
#include "vendors/registry.h"
#include "windows/widgets.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Costglass {

namespace {

QIcon squareOf(const QColor &colour)
{
    constexpr int Size = 12;
    QPixmap square(Size, Size);
    square.fill(colour);
    return square;
}

} // namespace

WizardVendor::WizardVendor(QWidget *parent) : QWidget(parent), m_search(new QLineEdit)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *title = new QLabel(tr("Where do you spend?"));
    title->setProperty("role", QStringLiteral("heading"));
    layout->addWidget(title);
    const auto &vendors = allVendors();
    m_search->setObjectName(QStringLiteral("vendorSearch"));
    m_search->setPlaceholderText(tr("Search %n vendor(s)…", nullptr, static_cast<int>(vendors.size())));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &WizardVendor::filter);
    layout->addWidget(m_search);

    auto *list = new QWidget;
    list->setProperty("role", QStringLiteral("page"));
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (const VendorAdapter *vendor : vendors) {
        const VendorInfo &info = vendor->info();
        QPushButton *button = makeButton(info.name, Weight::Normal);
        button->setObjectName(QStringLiteral("vendor-") + info.id);
        button->setProperty("role", QStringLiteral("choice"));
        button->setIcon(squareOf(vendorColour(info.id)));
        connect(button, &QPushButton::clicked, this, [this, id = info.id] { Q_EMIT chosen(id); });
        const auto count = static_cast<int>(m_buttons.size());
        grid->addWidget(button, count / 2, count % 2);
        m_buttons.append(button);
    }
    grid->setRowStretch(static_cast<int>(m_buttons.size()), 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    layout->addWidget(scroll, 1);

    QPushButton *sample = makeButton(tr("Try with sample data"), Weight::Quiet);
    sample->setObjectName(QStringLiteral("sampleData"));
    connect(sample, &QPushButton::clicked, this, &WizardVendor::sampleWanted);
    layout->addWidget(sample, 0, Qt::AlignRight);
}

void WizardVendor::filter(const QString &text)
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setVisible(button->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

} // namespace Costglass
