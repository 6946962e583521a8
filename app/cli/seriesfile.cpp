// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seriesfile.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::SeriesFile)
};

constexpr qint64 DaySeconds = 86'400;

std::unexpected<Error> badLine(int line, const QString &what, const QString &remedy)
{
    return failure(Error::Kind::Format, Texts::tr("Line %1: %2").arg(line).arg(what), remedy);
}

/// The cells of one line; quotes may hold the separator, and doubled quotes stand for one.
QList<QByteArray> splitLine(QByteArrayView line, char separator)
{
    QList<QByteArray> cells(1);
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.last().append(line[++i]);
        else if (c == '"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            cells.append(QByteArray());
        else
            cells.last().append(c);
    }
    return cells;
}

char separatorOf(QByteArrayView header)
{
    for (const char separator : {',', ';', '\t'}) {
        if (header.contains(separator))
            return separator;
    }
    return ',';
}

/// Digits at the front of \a text, taken away from it; nothing when there are not \a fewest to \a most.
std::optional<int> takeNumber(QByteArrayView &text, int fewest, int most)
{
    int number = 0;
    int digits = 0;
    while (digits < most && digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        number = number * 10 + (text[digits++] - '0');
    if (digits < fewest)
        return std::nullopt;
    text = text.sliced(digits);
    return number;
}

bool take(QByteArrayView &text, char c)
{
    if (!text.startsWith(c))
        return false;
    text = text.sliced(1);
    return true;
}

struct Time
{
    qint64 seconds = 0;
    bool hasZone = false;
};

/// Hours, minutes and optional seconds with a fraction, in seconds.
std::optional<qint64> takeClock(QByteArrayView &text)
{
    const auto hour = takeNumber(text, 1, 2);
    const bool colon = take(text, ':');
    const auto minute = takeNumber(text, 2, 2);
    if (!hour || !colon || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    int second = 0;
    if (take(text, ':'))
        second = takeNumber(text, 2, 2).value_or(60);
    if (second > 59)
        return std::nullopt;
    if (take(text, '.'))
        takeNumber(text, 1, 9);
    return *hour * 3600 + *minute * 60 + second;
}

/// The seconds that an offset like Z, +02:00 or -0500 takes off; nothing when \a text is something else.
std::optional<qint64> offsetOf(QByteArrayView text)
{
    if (text == "Z" || text == "z" || text == "UTC")
        return 0;
    const bool west = text.startsWith('-');
    if (!take(text, '+') && !take(text, '-'))
        return std::nullopt;
    const auto hours = takeNumber(text, 2, 2);
    take(text, ':');
    const int minutes = takeNumber(text, 2, 2).value_or(0);
    if (!hours || !text.isEmpty())
        return std::nullopt;
    return (west ? -1 : 1) * (*hours * 3600 + minutes * 60);
}

/// 2026-11, 2026-11-24, 2026/11/24, with a clock after a blank or T, with an offset.
std::optional<Time> parseTime(QByteArrayView text)
{
    const auto year = takeNumber(text, 4, 4);
    const char dash = text.startsWith('/') ? '/' : '-';
    if (!year || !take(text, dash))
        return std::nullopt;
    const auto month = takeNumber(text, 1, 2);
    const auto day = take(text, dash) ? takeNumber(text, 1, 2) : std::optional(1);
    const QDate date(*year, month.value_or(0), day.value_or(0));
    if (!date.isValid())
        return std::nullopt;
    Time time{(date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * DaySeconds, false};
    if (text.isEmpty())
        return time;
    if (!take(text, 'T') && !take(text, ' '))
        return std::nullopt;
    const auto clock = takeClock(text);
    const QByteArrayView zone = text.trimmed();
    const auto offset = zone.isEmpty() ? std::optional<qint64>(0) : offsetOf(zone);
    if (!clock || !offset)
        return std::nullopt;
    return Time{time.seconds + *clock - *offset, !zone.isEmpty()};
}

/// NaN for a missing value, nothing for what is no number.
std::optional<double> parseValue(const QByteArray &cell)
{
    const QByteArray text = cell.trimmed();
    if (text.isEmpty() || text == "NA" || text == "NaN" || text == "nan" || text == "null" || text == "NULL")
        return std::nan("");
    bool valid = false;
    const double value = text.toDouble(&valid);
    if (!valid || !std::isfinite(value))
        return std::nullopt;
    return value;
}

class Reader
{
public:
    explicit Reader(const QString &column) : m_wanted(column) { }

    Result<void> header(QByteArray line)
    {
        if (line.startsWith("\xEF\xBB\xBF"))
            line.remove(0, 3);
        m_separator = separatorOf(line);
        const QList<QByteArray> cells = splitLine(line, m_separator);
        for (const QByteArray &cell : cells)
            m_file.columns.append(QString::fromUtf8(cell.trimmed()));
        if (m_file.columns.size() < 2)
            return badLine(1, Texts::tr("there is only one column."),
                           Texts::tr("Write a header and rows like “date,value”."));
        m_file.columns.removeFirst();
        qsizetype at = m_wanted.isEmpty() ? 0 : m_file.columns.indexOf(m_wanted);
        bool isNumber = false;
        const int number = m_wanted.toInt(&isNumber);
        if (at < 0 && isNumber && number >= 1 && number <= m_file.columns.size())
            at = number - 1;
        if (at < 0)
            return failure(Error::Kind::Config, Texts::tr("The file has no column “%1”.").arg(m_wanted),
                           Texts::tr("There are: %1.").arg(m_file.columns.join(u", "_s)));
        m_file.column = m_file.columns[at];
        m_column = at + 1;
        return {};
    }

    Result<void> row(const QByteArray &line, int number)
    {
        const QList<QByteArray> cells = splitLine(line, m_separator);
        if (cells.size() != m_file.columns.size() + 1)
            return badLine(number,
                           Texts::tr("%1 cells where the header has %2.")
                               .arg(cells.size())
                               .arg(m_file.columns.size() + 1),
                           Texts::tr("Give every row as many cells as the header."));
        const auto value = parseValue(cells[m_column]);
        if (!value)
            return badLine(
                number, Texts::tr("“%1” is not a number.").arg(QString::fromUtf8(cells[m_column].left(40))),
                Texts::tr("Write numbers like 12.5 and leave missing ones empty."));
        m_file.values.push_back(*value);
        m_file.lines.append(number);
        return readTime(cells[0].trimmed(), number);
    }

    SeriesFile take() { return std::move(m_file); }

private:
    Result<void> readTime(const QByteArray &cell, int number)
    {
        const auto time = parseTime(cell);
        using Times = SeriesFile::Times;
        const Times kind = !time ? Times::None : time->hasZone ? Times::Instants : Times::Local;
        if (m_file.values.size() == 1)
            m_file.kind = kind;
        if (m_file.kind == Times::None)
            return {};
        if (!time)
            return badLine(number, Texts::tr("“%1” is not a time.").arg(QString::fromUtf8(cell.left(40))),
                           Texts::tr("Write times like 2026-11-24 or 2026-11-24T08:00:00Z."));
        if (kind != m_file.kind)
            return badLine(number,
                           time->hasZone ? Texts::tr("this time has a zone, those before have none.")
                                         : Texts::tr("this time has no zone, those before have one."),
                           Texts::tr("Write all times in one way: all with an offset or all without."));
        m_file.times.append(time->seconds);
        m_file.hasClock = m_file.hasClock || time->seconds % DaySeconds != 0;
        return {};
    }

    QString m_wanted;
    SeriesFile m_file;
    char m_separator = ',';
    qsizetype m_column = 1;
};

} // namespace

Result<SeriesFile> readSeriesFile(const QString &path, const QString &column)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return failure(Error::Kind::Config, Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                       Texts::tr("Check the path and who may read it."));
    Reader reader(column);
    int number = 0;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        ++number;
        if (number > 1 && line.isEmpty())
            continue;
        const Result<void> read = number == 1 ? reader.header(line) : reader.row(line, number);
        if (!read)
            return std::unexpected(read.error());
    }
    SeriesFile series = reader.take();
    if (series.values.empty())
        return failure(Error::Kind::Format, Texts::tr("%1 holds no rows.").arg(path),
                       Texts::tr("Write a header and rows like “date,value”."));
    return series;
}

} // namespace Costglass
