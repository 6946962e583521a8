// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/billtokens.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

void add(TokenClass tokens, qint64 count, Usage &usage)
{
    const auto plus = [count](std::optional<qint64> &sum) { sum = sum.value_or(0) + count; };
    switch (tokens) {
    case TokenClass::None:
        return;
    case TokenClass::Input:
        return plus(usage.input);
    case TokenClass::CacheRead:
        return plus(usage.cacheRead);
    case TokenClass::CacheWrite:
        return plus(usage.cacheWrite30m);
    case TokenClass::CacheWrite5m:
        return plus(usage.cacheWrite5m);
    case TokenClass::CacheWrite1h:
        return plus(usage.cacheWrite1h);
    case TokenClass::Output:
        return plus(usage.output);
    }
    Q_UNREACHABLE();
}

bool namesOne(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace

QString tokenMeter(TokenClass tokens)
{
    switch (tokens) {
    case TokenClass::None:
        return {};
    case TokenClass::Input:
        return u"input_tokens"_s;
    case TokenClass::CacheRead:
        return u"cache_read_tokens"_s;
    case TokenClass::CacheWrite:
    case TokenClass::CacheWrite5m:
    case TokenClass::CacheWrite1h:
        return u"cache_write_tokens"_s;
    case TokenClass::Output:
        return u"output_tokens"_s;
    }
    Q_UNREACHABLE();
}

TokenClass tokenClassOf(const QString &text)
{
    const QString plain = text.toLower();
    if (namesOne(plain, {u"storage"_s, u"存储"_s}))
        return TokenClass::None;
    if (namesOne(plain, {u"cache"_s, u"缓存"_s})) {
        const bool writes = namesOne(plain, {u"creat"_s, u"write"_s, u"创建"_s, u"写入"_s});
        return writes ? TokenClass::CacheWrite : TokenClass::CacheRead;
    }
    if (namesOne(plain, {u"output"_s, u"completion"_s, u"输出"_s}))
        return TokenClass::Output;
    return namesOne(plain, {u"input"_s, u"prompt"_s, u"输入"_s}) ? TokenClass::Input : TokenClass::None;
}

std::optional<qint64> tokenCount(const QString &quantity, const QString &unit)
{
    static const QMap<QString, int> digits{
        {u"token"_s, 0},    {u"1ktoken"_s, 3},   {u"1000token"_s, 3},     {u"ktoken"_s, 3},
        {u"千token"_s, 3},  {u"千个token"_s, 3}, {u"thousandtoken"_s, 3}, {u"万token"_s, 4},
        {u"1mtoken"_s, 6},  {u"mtoken"_s, 6},    {u"1000000token"_s, 6},  {u"milliontoken"_s, 6},
        {u"百万token"_s, 6}};
    QString plain = unit.toLower().remove(u' ');
    if (plain.endsWith(u"tokens"_s))
        plain.chop(1);
    const auto known = digits.constFind(plain);
    if (known == digits.cend())
        return std::nullopt;
    constexpr int NanoDigits = 9; // Money counts in 10⁻⁹, so that its nanos are whole tokens
    const auto tokens = Money::parseRounded(quantity, Currency::usd(), *known - NanoDigits);
    constexpr qint64 Most = 1'000'000'000'000'000'000; // a few of them can be added
    const bool sound = tokens && !tokens->isNegative() && tokens->nanos() <= Most;
    return sound ? std::optional(tokens->nanos()) : std::nullopt;
}

void addTokens(Records &records, const Charge &charge, TokenClass tokens, qint64 count)
{
    const auto same = std::find_if(records.usage.begin(), records.usage.end(), [&charge](const Usage &usage) {
        return usage.day == charge.day && usage.at == charge.at;
    });
    if (same != records.usage.end())
        return add(tokens, count, *same);
    Usage usage{};
    usage.day = charge.day;
    usage.periodStart = charge.periodStart;
    usage.periodEnd = charge.periodEnd;
    usage.at = charge.at;
    add(tokens, count, usage);
    records.usage.append(usage);
}

} // namespace Costglass
