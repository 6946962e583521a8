// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/invoice.h"

namespace Costglass {

Invoice invoiceOf(const InvoiceTerms &terms)
{
    Invoice invoice;
    invoice.gross = terms.list + terms.services;
    invoice.discount = terms.list * terms.discountRate;
    Decimal open = terms.list - invoice.discount;
    invoice.credit = smaller(open, terms.credits);
    open = open - invoice.credit;
    invoice.commitment = smaller(open, terms.committed);
    open = open - invoice.commitment;
    invoice.support = terms.support.isEmpty()
        ? Decimal(0)
        : supportFee(terms.support, terms.supportMinimum, invoice.gross);
    invoice.preTax = open + terms.services + invoice.support;
    invoice.tax = invoice.preTax * terms.taxRate;
    invoice.total = invoice.preTax + invoice.tax;
    return invoice;
}

} // namespace Costglass
