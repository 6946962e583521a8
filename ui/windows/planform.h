// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/plan.h"
#include "windows/widgets.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Costglass {

/// What a person enters about a plan: a subscription, a purchase, a credit, a tax, an invoice.
class PlanForm : public Card
{
    Q_OBJECT

public:
    explicit PlanForm(QWidget *parent = nullptr);

    void openNew(Currency currency, QDate today);
    void openEdit(const Plan &plan, QDate today);
    void openEnd(const Plan &plan, QDate today); ///< the same, about to end with the period that is paid
    void say(const QString &problem);

    /// Asks for a file to open; tests put their own in its place.
    using FileAsker = std::function<QString(QWidget *parent, const QString &title)>;
    void setFileAsker(FileAsker asker) { m_askFile = std::move(asker); }

Q_SIGNALS:
    /// The form is in order; \a document is a PDF to be kept with the plan, or empty.
    void saveWanted(const Costglass::Plan &plan, const QString &document);

private:
    enum class What
    {
        Subscription,
        Purchase,
        Credit,
        Tax,
        Invoice
    };
    QFormLayout *makeForm();
    QWidget *makePriceRow();
    QWidget *makeEndRow();
    QWidget *makeDocumentRow();
    void show(const Plan &plan);
    void showRows();
    void save();
    Result<Plan> read() const;
    Result<PlanTerms> readTerms() const;
    Result<void> readIncluded(Plan &plan) const;
    bool recurs() const;

    QFormLayout *m_form;
    QComboBox *m_what;
    QLineEdit *m_name;
    QComboBox *m_vendor;
    QWidget *m_priceRow;
    QLineEdit *m_price;
    QComboBox *m_currency;
    QComboBox *m_per;
    QSpinBox *m_seats;
    QLineEdit *m_tax;
    QDateEdit *m_start;
    QWidget *m_endRow;
    QCheckBox *m_ends;
    QDateEdit *m_end;
    QLineEdit *m_included;
    QLineEdit *m_invoice;
    QWidget *m_documentRow;
    QLabel *m_documentName;
    QCheckBox *m_recordOnly;
    QComboBox *m_from;
    QLabel *m_problem;
    FileAsker m_askFile;
    Plan m_edited; ///< id 0 = a new one
    QString m_document;
    QDate m_today;
};

} // namespace Costglass
