// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/googlesql.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// Recursive descent over tokens; a refusal is thrown as its message and caught in readGoogleSql().
class SqlReader
{
public:
    explicit SqlReader(const QString &text);
    SqlQuery query();

private:
    [[noreturn]] void refuse() const;
    const QString &peek() const { return m_tokens[m_at]; }
    QString take() { return m_tokens[m_at++]; }
    bool accept(const QString &word);
    void expect(const QStringList &words);
    QString column();
    SqlColumn expression();
    SqlColumn sum();
    SqlColumn creditRecords();
    QString creditAlias(const QString &name);
    SqlCondition condition();
    void groups(SqlQuery &query);

    QStringList m_tokens;
    qsizetype m_at = 0;
};

SqlReader::SqlReader(const QString &text)
{
    static const QRegularExpression token(
        u"\\s*(`[^`]+`|@\\w+|'[^']*'|[A-Za-z_][\\w.]*|\\d+|>=|<=|[(),=<>*])"_s);
    qsizetype at = 0;
    while (at < text.trimmed().size()) {
        const auto match = token.match(text, at, QRegularExpression::NormalMatch,
                                       QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            throw u"Syntax error: Illegal input character at [1:%1]"_s.arg(at + 1);
        m_tokens.append(match.captured(1));
        at = match.capturedEnd();
    }
    m_tokens.append(QString()); // the end
}

void SqlReader::refuse() const
{
    throw peek().isNull()
        ? u"Syntax error: Unexpected end of script"_s
        : u"Syntax error: Unexpected \"%1\" (the sandbox knows simple queries only)"_s.arg(peek());
}

bool SqlReader::accept(const QString &word)
{
    const bool same = peek().compare(word, Qt::CaseInsensitive) == 0 && !peek().isNull();
    m_at += same ? 1 : 0;
    return same;
}

void SqlReader::expect(const QStringList &words)
{
    for (const QString &word : words) {
        if (!accept(word))
            refuse();
    }
}

QString SqlReader::column()
{
    if (googleColumnType(peek()).isNull())
        throw u"Unrecognized name: %1"_s.arg(peek());
    return take();
}

/// "c.amount" of an alias c that is only known afterwards.
QString SqlReader::creditAlias(const QString &name)
{
    expect({u"FROM"_s, u"UNNEST"_s, u"("_s, u"credits"_s, u")"_s});
    accept(u"AS"_s);
    if (peek() != name)
        throw u"Unrecognized name: %1"_s.arg(name);
    return take();
}

SqlColumn SqlReader::sum()
{
    SqlColumn result;
    if (accept(u"IFNULL"_s)) {
        result.of = SqlColumn::Of::CreditSum;
        expect({u"("_s, u"("_s, u"SELECT"_s, u"SUM"_s, u"("_s});
        const QString amount = take();
        if (!amount.endsWith(u".amount"_s))
            throw u"Unrecognized name: %1"_s.arg(amount);
        expect({u")"_s});
        creditAlias(amount.chopped(7));
        expect({u")"_s, u","_s, u"0"_s, u")"_s, u")"_s});
        return result;
    }
    result.of = SqlColumn::Of::Sum;
    result.column = column();
    if (googleColumnType(result.column) != u"FLOAT")
        throw u"No matching signature for aggregate function SUM for argument types: %1"_s.arg(
            googleColumnType(result.column));
    expect({u")"_s});
    return result;
}

SqlColumn SqlReader::creditRecords()
{
    SqlColumn result;
    result.of = SqlColumn::Of::CreditRecords;
    if (accept(u"credits"_s)) {
        result.members = {u"id"_s, u"full_name"_s, u"type"_s, u"name"_s, u"amount"_s};
        expect({u")"_s});
        return result;
    }
    expect({u"ARRAY"_s, u"("_s, u"SELECT"_s, u"AS"_s, u"STRUCT"_s});
    const QString alias = peek().section(u'.', 0, 0);
    do {
        const QString member = take();
        if (member.section(u'.', 0, 0) != alias)
            throw u"Unrecognized name: %1"_s.arg(member);
        result.members.append(member.section(u'.', 1));
    } while (accept(u","_s));
    creditAlias(alias);
    expect({u")"_s, u")"_s});
    return result;
}

SqlColumn SqlReader::expression()
{
    SqlColumn result;
    const bool call = m_at + 1 < m_tokens.size() && m_tokens[m_at + 1] == u"(";
    if (!call) {
        result.column = column();
        return result;
    }
    const QString function = take().toUpper();
    expect({u"("_s});
    if (function == u"SUM")
        return sum();
    if (function == u"ARRAY_CONCAT_AGG")
        return creditRecords();
    if (function == u"COUNT") {
        result.of = SqlColumn::Of::Count;
        expect({u"*"_s, u")"_s});
        return result;
    }
    if (function != u"DATE" && function != u"ANY_VALUE")
        throw u"Function not found: %1"_s.arg(function);
    result.of = function == u"DATE" ? SqlColumn::Of::Day : SqlColumn::Of::Any;
    result.column = column();
    if (result.of == SqlColumn::Of::Day && accept(u","_s))
        result.zone = take().remove(u'\'');
    expect({u")"_s});
    return result;
}

SqlCondition SqlReader::condition()
{
    SqlCondition result;
    result.left = expression();
    if (result.left.isAggregate())
        throw u"Aggregate function not allowed in WHERE clause"_s;
    result.operation = take().toUpper();
    if (result.operation == u"IN") {
        expect({u"UNNEST"_s, u"("_s});
        result.parameter = take().mid(1);
        expect({u")"_s});
        return result;
    }
    if (!QStringList{u"="_s, u">="_s, u"<="_s, u">"_s, u"<"_s}.contains(result.operation))
        refuse();
    accept(u"TIMESTAMP"_s);
    const QString right = take();
    if (right.startsWith(u'@'))
        result.parameter = right.mid(1);
    else if (right.startsWith(u'\''))
        result.literals = {right.mid(1).chopped(1)};
    else
        refuse();
    return result;
}

void SqlReader::groups(SqlQuery &query)
{
    do {
        const QString name = take();
        bool number = false;
        qsizetype place = name.toInt(&number) - 1;
        for (qsizetype i = 0; i < query.columns.size() && !number; ++i) {
            if (query.columns[i].alias == name || query.columns[i].column == name)
                place = i;
        }
        if (place < 0 || place >= query.columns.size() || query.columns[place].isAggregate())
            throw u"Unrecognized name: %1 in GROUP BY"_s.arg(name);
        query.groups.append(place);
    } while (accept(u","_s));
}

SqlQuery SqlReader::query()
{
    SqlQuery result;
    expect({u"SELECT"_s});
    do {
        SqlColumn one = expression();
        one.alias = accept(u"AS"_s) ? take() : one.column.section(u'.', -1);
        result.columns.append(one);
    } while (accept(u","_s));
    expect({u"FROM"_s});
    result.table = take().remove(u'`');
    if (accept(u"WHERE"_s)) {
        do {
            result.conditions.append(condition());
        } while (accept(u"AND"_s));
    }
    if (accept(u"GROUP"_s)) {
        expect({u"BY"_s});
        groups(result);
    }
    if (!peek().isNull())
        refuse();
    return result;
}

} // namespace

QString googleColumnType(const QString &column)
{
    static const QMap<QString, QString> types = [] {
        QMap<QString, QString> all{{u"usage_start_time"_s, u"TIMESTAMP"_s},
                                   {u"usage_end_time"_s, u"TIMESTAMP"_s},
                                   {u"export_time"_s, u"TIMESTAMP"_s},
                                   {u"_PARTITIONDATE"_s, u"DATE"_s},
                                   {u"cost"_s, u"FLOAT"_s},
                                   {u"cost_at_list"_s, u"FLOAT"_s},
                                   {u"usage.amount"_s, u"FLOAT"_s},
                                   {u"currency_conversion_rate"_s, u"FLOAT"_s},
                                   {u"usage.amount_in_pricing_units"_s, u"FLOAT"_s}};
        for (const QString &name :
             {u"billing_account_id"_s, u"service.id"_s, u"service.description"_s, u"sku.id"_s,
              u"sku.description"_s, u"project.id"_s, u"project.name"_s, u"location.location"_s,
              u"location.region"_s, u"currency"_s, u"invoice.month"_s, u"cost_type"_s, u"usage.unit"_s,
              u"usage.pricing_unit"_s, u"resource.name"_s})
            all.insert(name, u"STRING"_s);
        return all;
    }();
    return types.value(column);
}

std::expected<SqlQuery, QString> readGoogleSql(const QString &text)
{
    try {
        const SqlQuery query = SqlReader(text).query();
        bool aggregated = !query.groups.isEmpty();
        for (const SqlColumn &column : query.columns)
            aggregated = aggregated || column.isAggregate();
        for (qsizetype i = 0; i < query.columns.size() && aggregated; ++i) {
            if (!query.columns[i].isAggregate() && !query.groups.contains(i))
                return std::unexpected(
                    u"SELECT list expression references column %1 which is neither grouped nor aggregated"_s
                        .arg(query.columns[i].column));
        }
        return query;
    } catch (const QString &message) {
        return std::unexpected(message);
    }
}

} // namespace Costglass
