// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

namespace Costglass {

/// What a column of a cost file can tell.
enum class CostField
{
    Day, ///< the billing day, where the file has one beside or instead of Start
    Start, ///< of the charge period; a date alone is that whole day
    End, ///< exclusive
    Cost,
    Currency,
    List,
    Vendor, ///< who sells it: a provider's name
    Service,
    Model,
    Sku, ///< FOCUS SkuId: the model, where the meter counts tokens
    Project,
    ProjectName,
    Key,
    User,
    Region,
    Tier,
    Kind,
    Category,
    Description,
    Meter,
    Quantity,
    Unit,
    Tags, ///< a JSON object that may name key, user and model
    Input, ///< uncached input tokens
    InputAll, ///< input tokens, those read from a cache among them
    CacheRead,
    CacheWrite, ///< whose time to live is not told
    Output,
    Requests
};

/// A kind of cost file as data: by which columns it is known and what each tells. Columns are named in lower case
/// with letters and digits alone ("lineItem/UsageStartDate" and "line_item_usage_start_date" are one name).
struct CostFileMap
{
    QString id; ///< "focus", "aws-cur", …: the command line's --format
    QStringList signature; ///< columns that all must be there
    QString vendor = {}; ///< VendorInfo::id of all rows; empty = what the column Vendor says
    QMap<CostField, QStringList> columns; ///< of several, the first that is not empty in a row
    QByteArray zone = "UTC"; ///< of days, and of times that tell no offset
    QString currency = {}; ///< where no column tells it; empty = there must be one
    QMap<QString, ChargeCategory> categories = {}; ///< the file's own words in lower case; FOCUS's are known
    QMap<QString, ChargeKind> kinds = {}; ///< likewise; other words are ChargeKind::Entered
    QString unit = {}; ///< of the quantity, where no column tells it
    char decimalPoint = '.';
    /// FOCUS is strict about categories, and what a flat plan covers costs nothing there: its value stands in List.
    bool isFocus = false;
};

/// The kinds that Costglass knows, the most telling signatures first.
const QList<CostFileMap> &costFileMaps();
/// The map with that id, or null.
const CostFileMap *findCostFileMap(QStringView id);

/// Reads a person's own map: {"vendor":"openai","currency":"USD","zone":"UTC","decimal":",","columns":{"Date":"day",
/// "Spend":"cost",…}} with the fields of costFieldNames(). Format: no JSON, an unknown field or zone, no day, no cost.
Result<CostFileMap> readCostFileMap(const QByteArray &json);
QStringList costFieldNames(); ///< "day", "start", …, in the order of CostField

/// The name of a column as maps have it.
QString columnKey(QByteArrayView header);
/// The vendor's id for a provider's name ("Amazon Web Services" is "aws"); a stranger's name in lower case with
/// dashes; "file" for none.
QString vendorOfProvider(const QString &name);

} // namespace Costglass
