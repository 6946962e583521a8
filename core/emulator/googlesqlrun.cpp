// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/googlesql.h"

#include "pricing/decimal.h"

#include <cmath>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// A right side as the rows write their values, so that texts compare: instants in UTC with whole seconds.
std::optional<QString> comparable(const QString &type, const QString &text)
{
    if (type != u"TIMESTAMP")
        return text;
    const auto instant = parseRfc3339(QString(text).replace(u' ', u'T'));
    return instant ? std::optional(toRfc3339(*instant)) : std::nullopt;
}

QString valueOf(const SqlColumn &column, const GoogleRow &row)
{
    const QString text = row.cells.value(column.column);
    if (column.of != SqlColumn::Of::Day || text.isNull())
        return text;
    const QTimeZone zone = column.zone.isEmpty() ? QTimeZone::utc() : QTimeZone(column.zone.toLatin1());
    return dayOf(parseRfc3339(text).value_or(0), zone).toString(Qt::ISODate);
}

bool holds(const QString &left, const QString &operation, const QString &right)
{
    const int order = left.compare(right);
    return operation == u"=" ? order == 0
        : operation == u">=" ? order >= 0
        : operation == u"<=" ? order <= 0
        : operation == u">"  ? order > 0
                             : order < 0;
}

/// A condition with its right side looked up and made comparable.
struct Test
{
    SqlColumn left;
    QString operation;
    QStringList right;

    bool passes(const GoogleRow &row) const
    {
        const QString value = valueOf(left, row);
        if (value.isNull())
            return false;
        return operation == u"IN" ? right.contains(value) : holds(value, operation, right.value(0));
    }
};

std::expected<QList<Test>, QString> testsOf(const SqlQuery &query,
                                            const QMap<QString, QStringList> &parameters)
{
    QList<Test> tests;
    for (const SqlCondition &condition : query.conditions) {
        if (!condition.parameter.isNull() && !parameters.contains(condition.parameter))
            return std::unexpected(u"Query parameter '%1' not found"_s.arg(condition.parameter));
        const bool day = condition.left.of == SqlColumn::Of::Day;
        const QString type = day ? u"DATE"_s : googleColumnType(condition.left.column);
        Test test{condition.left, condition.operation, {}};
        const QStringList values
            = condition.parameter.isNull() ? condition.literals : parameters.value(condition.parameter);
        for (const QString &value : values) {
            const auto right = comparable(type, value);
            if (!right)
                return std::unexpected(u"Could not cast literal \"%1\" to type TIMESTAMP"_s.arg(value));
            test.right.append(*right);
        }
        tests.append(test);
    }
    return tests;
}

/// One group's cell while its rows are read.
struct Cell
{
    std::optional<Decimal> sum;
    QString any;
    qint64 count = 0;
    QJsonArray records;
};

void take(Cell &cell, const SqlColumn &column, const GoogleRow &row)
{
    ++cell.count;
    const QString value = valueOf(column, row);
    if (cell.any.isNull())
        cell.any = value;
    if (column.of == SqlColumn::Of::Sum && !value.isNull())
        cell.sum = cell.sum.value_or(Decimal()) + Decimal::of(value);
    for (const QMap<QString, QString> &credit : row.credits) {
        if (column.of == SqlColumn::Of::CreditSum)
            cell.sum = cell.sum.value_or(Decimal()) + Decimal::of(credit.value(u"amount"_s));
        if (column.of != SqlColumn::Of::CreditRecords)
            continue;
        QJsonArray members;
        for (const QString &member : column.members) {
            const QString text = credit.value(member);
            members.append(QJsonObject{
                {u"v"_s, member == u"amount" ? QJsonValue(googleFloat(text.toDouble())) : QJsonValue(text)}});
        }
        cell.records.append(QJsonObject{{u"v"_s, QJsonObject{{u"f"_s, members}}}});
    }
}

QJsonValue written(const Cell &cell, const SqlColumn &column, bool microseconds)
{
    switch (column.of) {
    case SqlColumn::Of::Count:
        return QString::number(cell.count);
    case SqlColumn::Of::CreditRecords:
        return cell.records;
    case SqlColumn::Of::CreditSum:
        return googleFloat(cell.sum.value_or(Decimal()).toString().toDouble());
    case SqlColumn::Of::Sum:
        return cell.sum ? QJsonValue(googleFloat(cell.sum->toString().toDouble())) : QJsonValue();
    case SqlColumn::Of::Value:
    case SqlColumn::Of::Any:
    case SqlColumn::Of::Day:
        break;
    }
    if (cell.any.isNull())
        return {};
    const QString type = googleColumnType(column.column);
    if (type == u"FLOAT")
        return googleFloat(cell.any.toDouble());
    if (type != u"TIMESTAMP" || column.of == SqlColumn::Of::Day)
        return cell.any;
    constexpr qint64 Million = 1'000'000;
    const qint64 instant = parseRfc3339(cell.any).value_or(0);
    return microseconds ? QString::number(instant * Million) : googleFloat(static_cast<double>(instant));
}

QJsonObject fieldOf(const SqlColumn &column)
{
    const auto field = [](const QString &name, const QString &type, const QString &mode) {
        return QJsonObject{{u"name"_s, name}, {u"type"_s, type}, {u"mode"_s, mode}};
    };
    const QString nullable = u"NULLABLE"_s;
    switch (column.of) {
    case SqlColumn::Of::Value:
    case SqlColumn::Of::Any:
        return field(column.alias, googleColumnType(column.column), nullable);
    case SqlColumn::Of::Day:
        return field(column.alias, u"DATE"_s, nullable);
    case SqlColumn::Of::Sum:
    case SqlColumn::Of::CreditSum:
        return field(column.alias, u"FLOAT"_s, nullable);
    case SqlColumn::Of::Count:
        return field(column.alias, u"INTEGER"_s, nullable);
    case SqlColumn::Of::CreditRecords:
        break;
    }
    QJsonObject record = field(column.alias, u"RECORD"_s, u"REPEATED"_s);
    QJsonArray members;
    for (const QString &member : column.members)
        members.append(field(member, member == u"amount" ? u"FLOAT"_s : u"STRING"_s, nullable));
    record.insert(u"fields"_s, members);
    return record;
}

} // namespace

QString googleFloat(double value)
{
    const double size = std::abs(value);
    QString text = QString::number(value, 'f', QLocale::FloatingPointShortest);
    if (size == 0 || (size >= 1e-3 && size < 1e7))
        return text.contains(u'.') ? text : text + u".0"_s;
    text = QString::number(value, 'e', QLocale::FloatingPointShortest); // "1e-05"
    const QString digits = text.section(u'e', 0, 0);
    return (digits.contains(u'.') ? digits : digits + u".0"_s) + u'E'
        + QString::number(text.section(u'e', 1).toInt());
}

std::expected<QPair<QJsonArray, QJsonArray>, QString>
runGoogleSql(const SqlQuery &query, const QMap<QString, QStringList> &parameters,
             const QList<GoogleRow> &rows, bool timestampsAsMicroseconds)
{
    const auto tests = testsOf(query, parameters);
    if (!tests)
        return std::unexpected(tests.error());
    const bool grouped = !query.groups.isEmpty();
    QHash<QString, qsizetype> places;
    QList<QList<Cell>> groups;
    for (const GoogleRow &row : rows) {
        const bool passes = std::all_of(tests->begin(), tests->end(),
                                        [&row](const Test &test) { return test.passes(row); });
        if (!passes)
            continue;
        QString key;
        for (const qsizetype group : query.groups) {
            const QString value = valueOf(query.columns[group], row);
            key += value.isNull() ? u"\x02"_s : value + u'\x01';
        }
        const bool raw = !grouped && !query.columns.first().isAggregate();
        if (raw || !places.contains(key)) {
            places.insert(key, groups.size());
            groups.append(QList<Cell>(query.columns.size()));
        }
        QList<Cell> &cells = groups[places.value(key)];
        for (qsizetype i = 0; i < query.columns.size(); ++i)
            take(cells[i], query.columns[i], row);
    }
    QJsonArray fields;
    for (const SqlColumn &column : query.columns)
        fields.append(fieldOf(column));
    QJsonArray all;
    for (const QList<Cell> &cells : std::as_const(groups)) {
        QJsonArray values;
        for (qsizetype i = 0; i < cells.size(); ++i)
            values.append(
                QJsonObject{{u"v"_s, written(cells[i], query.columns[i], timestampsAsMicroseconds)}});
        all.append(QJsonObject{{u"f"_s, values}});
    }
    return QPair(fields, all);
}

} // namespace Costglass
