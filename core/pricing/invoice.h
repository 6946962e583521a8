// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/ladder.h"

namespace Costglass {

/// What turns a month's list amount into what is paid. Vendors do not all publish their order; this is FK-19's:
/// list (long context, peak, tier and residency are in it), discount, credits, commitments, other services,
/// support on the gross amount, tax on the net.
struct InvoiceTerms
{
    Decimal list = 0;
    Decimal discountRate = 0; ///< negotiated, of the list amount
    Decimal credits = 0; ///< available; free ones first is useGrants()
    Decimal committed = 0; ///< use that a commitment has paid already
    Decimal services = 0; ///< storage, tools, containers, egress
    Ladder support = {};
    Decimal supportMinimum = 0;
    Decimal taxRate = 0;
};

/// The amounts of that order; reductions are positive figures.
struct Invoice
{
    Decimal gross; ///< list and services, on which support is charged
    Decimal discount;
    Decimal credit; ///< what was used of the credits
    Decimal commitment;
    Decimal support;
    Decimal preTax;
    Decimal tax;
    Decimal total;
};

Invoice invoiceOf(const InvoiceTerms &terms);

} // namespace Costglass
