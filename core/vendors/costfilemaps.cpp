// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/costfilemap.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

using F = CostField;

/// FOCUS 1.0–1.4 by name: 1.4 has ServiceProviderName in place of ProviderName. The x_ columns are Costglass's own.
CostFileMap focus()
{
    return {.id = u"focus"_s,
            .signature = {u"billedcost"_s, u"billingcurrency"_s, u"chargeperiodstart"_s},
            .columns = {{F::Day, {u"xbillingday"_s}},
                        {F::Start, {u"chargeperiodstart"_s, u"billingperiodstart"_s}},
                        {F::End, {u"chargeperiodend"_s}},
                        {F::Cost, {u"billedcost"_s}},
                        {F::Currency, {u"billingcurrency"_s}},
                        {F::List, {u"listcost"_s}},
                        {F::Vendor,
                         {u"xvendor"_s, u"providername"_s, u"serviceprovidername"_s, u"hostprovidername"_s}},
                        {F::Service, {u"servicename"_s}},
                        {F::Model, {u"xmodel"_s}},
                        {F::Sku, {u"skuid"_s}},
                        {F::Project, {u"subaccountid"_s}},
                        {F::ProjectName, {u"subaccountname"_s}},
                        {F::Key, {u"xapikeyid"_s, u"credentialid"_s}},
                        {F::User, {u"xuserid"_s, u"principalid"_s}},
                        {F::Region, {u"regionid"_s}},
                        {F::Tier, {u"xservicetier"_s}},
                        {F::Kind, {u"xkind"_s}},
                        {F::Category, {u"chargecategory"_s}},
                        {F::Description, {u"chargedescription"_s}},
                        {F::Meter, {u"skumeter"_s}},
                        {F::Quantity, {u"consumedquantity"_s, u"pricingquantity"_s}},
                        {F::Unit, {u"consumedunit"_s, u"pricingunit"_s}},
                        {F::Tags, {u"tags"_s}}},
            .kinds = {{u"estimated"_s, ChargeKind::Estimated}, {u"equivalent"_s, ChargeKind::Equivalent}},
            .isFocus = true};
}

/// AWS Cost and Usage Report, and its version 2 ("line_item_…"); the line item types are AWS's.
CostFileMap awsCostAndUsage()
{
    return {.id = u"aws-cur"_s,
            .signature = {u"lineitemusagestartdate"_s, u"lineitemunblendedcost"_s},
            .vendor = u"aws"_s,
            .columns
            = {{F::Start, {u"lineitemusagestartdate"_s}},
               {F::End, {u"lineitemusageenddate"_s}},
               {F::Cost, {u"lineitemunblendedcost"_s}},
               {F::Currency, {u"lineitemcurrencycode"_s}},
               {F::List, {u"pricingpublicondemandcost"_s}},
               {F::Service, {u"productproductname"_s, u"productservicename"_s, u"lineitemproductcode"_s}},
               {F::Project, {u"lineitemusageaccountid"_s}},
               {F::ProjectName, {u"lineitemusageaccountname"_s}},
               {F::Region, {u"productregioncode"_s, u"productregion"_s}},
               {F::Category, {u"lineitemlineitemtype"_s}},
               {F::Description, {u"lineitemlineitemdescription"_s}},
               {F::Meter, {u"lineitemusagetype"_s}},
               {F::Quantity, {u"lineitemusageamount"_s}},
               {F::Unit, {u"pricingunit"_s}}},
            .categories = {{u"discountedusage"_s, ChargeCategory::Usage},
                           {u"savingsplancoveredusage"_s, ChargeCategory::Usage},
                           {u"savingsplannegation"_s, ChargeCategory::Adjustment},
                           {u"savingsplanupfrontfee"_s, ChargeCategory::Purchase},
                           {u"savingsplanrecurringfee"_s, ChargeCategory::Purchase},
                           {u"fee"_s, ChargeCategory::Purchase},
                           {u"rifee"_s, ChargeCategory::Purchase},
                           {u"refund"_s, ChargeCategory::Adjustment},
                           {u"edpdiscount"_s, ChargeCategory::Credit},
                           {u"bundleddiscount"_s, ChargeCategory::Credit},
                           {u"discount"_s, ChargeCategory::Credit},
                           {u"privateratediscount"_s, ChargeCategory::Credit}}};
}

/// Azure cost details, of enterprise and customer agreements.
CostFileMap azureCostDetails()
{
    return {.id = u"azure"_s,
            .signature = {u"date"_s, u"costinbillingcurrency"_s, u"metercategory"_s},
            .vendor = u"azure"_s,
            .columns = {{F::Start, {u"date"_s}},
                        {F::Cost, {u"costinbillingcurrency"_s}},
                        {F::Currency, {u"billingcurrency"_s, u"billingcurrencycode"_s}},
                        {F::List, {u"paygcostinbillingcurrency"_s}},
                        {F::Service, {u"metercategory"_s, u"consumedservice"_s}},
                        {F::Project, {u"subscriptionid"_s, u"subscriptionguid"_s}},
                        {F::ProjectName, {u"subscriptionname"_s}},
                        {F::Region, {u"resourcelocation"_s}},
                        {F::Category, {u"chargetype"_s}},
                        {F::Description, {u"productname"_s, u"product"_s, u"metersubcategory"_s}},
                        {F::Meter, {u"metername"_s}},
                        {F::Quantity, {u"quantity"_s}},
                        {F::Unit, {u"unitofmeasure"_s}},
                        {F::Tags, {u"tags"_s}}},
            .categories = {{u"refund"_s, ChargeCategory::Adjustment},
                           {u"unusedreservation"_s, ChargeCategory::Usage},
                           {u"unusedsavingsplan"_s, ChargeCategory::Usage},
                           {u"roundingadjustment"_s, ChargeCategory::Adjustment}}};
}

/// Google's billing export, its nested columns written flat ("service.description").
CostFileMap googleBillingExport()
{
    return {.id = u"gcp"_s,
            .signature = {u"servicedescription"_s, u"usagestarttime"_s, u"cost"_s, u"currency"_s},
            .vendor = u"google"_s,
            .columns = {{F::Start, {u"usagestarttime"_s}},
                        {F::End, {u"usageendtime"_s}},
                        {F::Cost, {u"cost"_s}},
                        {F::Currency, {u"currency"_s}},
                        {F::List, {u"costatlist"_s}},
                        {F::Service, {u"servicedescription"_s}},
                        {F::Project, {u"projectid"_s}},
                        {F::ProjectName, {u"projectname"_s}},
                        {F::Region, {u"locationregion"_s, u"locationlocation"_s}},
                        {F::Category, {u"costtype"_s}},
                        {F::Description, {u"skudescription"_s}},
                        {F::Meter, {u"skuid"_s}},
                        {F::Quantity, {u"usageamount"_s}},
                        {F::Unit, {u"usageunit"_s}}},
            .zone = "America/Los_Angeles",
            .categories
            = {{u"regular"_s, ChargeCategory::Usage}, {u"roundingerror"_s, ChargeCategory::Adjustment}}};
}

/// Oracle's cost reports.
CostFileMap oracleCostReport()
{
    return {.id = u"oci"_s,
            .signature = {u"lineitemintervalusagestart"_s, u"costmycost"_s},
            .vendor = u"oracle"_s,
            .columns = {{F::Start, {u"lineitemintervalusagestart"_s}},
                        {F::End, {u"lineitemintervalusageend"_s}},
                        {F::Cost, {u"costmycost"_s}},
                        {F::Currency, {u"costcurrencycode"_s}},
                        {F::Service, {u"productservice"_s}},
                        {F::Project, {u"productcompartmentid"_s}},
                        {F::ProjectName, {u"productcompartmentname"_s}},
                        {F::Region, {u"productregion"_s}},
                        {F::Description, {u"productdescription"_s}},
                        {F::Meter, {u"costproductsku"_s}},
                        {F::Quantity, {u"usagebilledquantity"_s}},
                        {F::Unit, {u"costbillingunitreadable"_s, u"costskuunitdescription"_s}}}};
}

/// The template for what Lanying's console shows: date, app_id, item, points, amount_cny.
CostFileMap lanyingTemplate()
{
    return {.id = u"lanying"_s,
            .signature = {u"date"_s, u"appid"_s, u"item"_s, u"points"_s, u"amountcny"_s},
            .vendor = u"lanying"_s,
            .columns = {{F::Start, {u"date"_s}},
                        {F::Cost, {u"amountcny"_s}},
                        {F::Project, {u"appid"_s}},
                        {F::Service, {u"item"_s}},
                        {F::Description, {u"item"_s}},
                        {F::Quantity, {u"points"_s}}},
            .zone = "Asia/Shanghai",
            .currency = u"CNY"_s,
            .unit = u"AI points"_s};
}

/// The console's cost export (its columns as public tools read them; the vendor documents none).
CostFileMap anthropicConsole()
{
    return {.id = u"anthropic"_s,
            .signature = {u"usagedateutc"_s, u"costusd"_s},
            .vendor = u"anthropic"_s,
            .columns = {{F::Start, {u"usagedateutc"_s}},
                        {F::Cost, {u"costusd"_s}},
                        {F::List, {u"listpriceusd"_s}},
                        {F::Service, {u"costtype"_s, u"usagetype"_s}},
                        {F::Model, {u"model"_s, u"modelversion"_s}},
                        {F::Project, {u"workspace"_s}},
                        {F::Key, {u"apikey"_s}},
                        {F::Region, {u"inferencegeo"_s}},
                        {F::Tier, {u"usagetype"_s}},
                        {F::Description, {u"contextwindow"_s}},
                        {F::Meter, {u"tokentype"_s}}},
            .currency = u"USD"_s};
}

/// The console's export of use: buckets of tokens, with money only where an amount stands beside them (columns as
/// the costs and usage endpoints name them; the vendor documents none).
CostFileMap openAiConsole()
{
    return {.id = u"openai"_s,
            .signature = {u"starttimeiso"_s, u"endtimeiso"_s, u"projectid"_s},
            .vendor = u"openai"_s,
            .columns = {{F::Start, {u"starttimeiso"_s}},
                        {F::End, {u"endtimeiso"_s}},
                        {F::Cost, {u"amountvalue"_s}},
                        {F::Currency, {u"amountcurrency"_s}},
                        {F::Model, {u"model"_s}},
                        {F::Project, {u"projectid"_s}},
                        {F::ProjectName, {u"projectname"_s}},
                        {F::Key, {u"apikeyid"_s}},
                        {F::User, {u"userid"_s}},
                        {F::Tier, {u"servicetier"_s}},
                        {F::Description, {u"lineitem"_s}},
                        {F::Input, {u"inputuncachedtokens"_s}},
                        {F::InputAll, {u"inputtokens"_s}},
                        {F::CacheRead, {u"inputcachedtokens"_s}},
                        {F::Output, {u"outputtokens"_s}},
                        {F::Requests, {u"nummodelrequests"_s}}},
            .currency = u"USD"_s};
}

/// The dashboard's export of usage events; what the plan includes has a value but no price.
CostFileMap cursorDashboard()
{
    return {.id = u"cursor"_s,
            .signature = {u"date"_s, u"kind"_s, u"model"_s, u"inputwocachewrite"_s, u"cacheread"_s},
            .vendor = u"cursor"_s,
            .columns = {{F::Start, {u"date"_s}},
                        {F::Cost, {u"cost"_s}},
                        {F::Model, {u"model"_s}},
                        {F::User, {u"user"_s}},
                        {F::Kind, {u"kind"_s}},
                        {F::Description, {u"kind"_s}},
                        {F::CacheWrite, {u"inputwcachewrite"_s}},
                        {F::Input, {u"inputwocachewrite"_s}},
                        {F::CacheRead, {u"cacheread"_s}},
                        {F::Output, {u"outputtokens"_s}}},
            .currency = u"USD"_s,
            .kinds = {{u"included"_s, ChargeKind::Equivalent}, {u"free"_s, ChargeKind::Equivalent}}};
}

} // namespace

const QList<CostFileMap> &costFileMaps()
{
    static const QList<CostFileMap> maps{
        focus(),           awsCostAndUsage(),  azureCostDetails(), googleBillingExport(), oracleCostReport(),
        lanyingTemplate(), anthropicConsole(), openAiConsole(),    cursorDashboard()};
    return maps;
}

} // namespace Costglass
