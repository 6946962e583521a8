<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Costglass::Accounts</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n account(s) up to date.</source>
        <translation>
            <numerusform>%1 of %n account up to date.</numerusform>
            <numerusform>%1 of %n accounts up to date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::AlertWatch</name>
    <message numerus="yes">
        <source>%n alert(s) from the quiet hours</source>
        <translation>
            <numerusform>%n alert from the quiet hours</numerusform>
            <numerusform>%n alerts from the quiet hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::BudgetsPage</name>
    <message numerus="yes">
        <source>%n budget(s), all within.</source>
        <translation>
            <numerusform>%n budget, all within.</numerusform>
            <numerusform>%n budgets, all within.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n budget(s) passed.</source>
        <translation>
            <numerusform>%1 of %n budget passed.</numerusform>
            <numerusform>%1 of %n budgets passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n budget(s) likely to be passed.</source>
        <translation>
            <numerusform>%1 of %n budget likely to be passed.</numerusform>
            <numerusform>%1 of %n budgets likely to be passed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::ChannelsCard</name>
    <message numerus="yes">
        <source>%1. %n alert(s) could not be delivered: %2</source>
        <translation>
            <numerusform>%1. %n alert could not be delivered: %2</numerusform>
            <numerusform>%1. %n alerts could not be delivered: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Cli</name>
    <message numerus="yes">
        <source>%n rows are not later than the row before; rows are looked at as they come.</source>
        <translation>
            <numerusform>%n rows are not later than the row before; rows are looked at as they come.</numerusform>
            <numerusform>%n rows are not later than the row before; rows are looked at as they come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Average of %n methods, loudest: %1</source>
        <translation>
            <numerusform>Average of %n methods, loudest: %1</numerusform>
            <numerusform>Average of %n methods, loudest: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series has %n known values.</source>
        <translation>
            <numerusform>The series has %n known values.</numerusform>
            <numerusform>The series has %n known values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps without a row count as missing.</source>
        <translation>
            <numerusform>%n steps without a row count as missing.</numerusform>
            <numerusform>%n steps without a row count as missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the same day of the last %n months it was %1 % off on average.</source>
        <translation>
            <numerusform>On the same day of the last %n months it was %1 % off on average.</numerusform>
            <numerusform>On the same day of the last %n months it was %1 % off on average.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) would not change.</source>
        <translation>
            <numerusform>%n price would not change.</numerusform>
            <numerusform>%n prices would not change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) were taken in.</source>
        <translation>
            <numerusform>%n price were taken in.</numerusform>
            <numerusform>%n prices were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) differ by more than twice and were left out; --accept takes them.</source>
        <translation>
            <numerusform>%n price differ by more than twice and were left out; --accept takes them.</numerusform>
            <numerusform>%n prices differ by more than twice and were left out; --accept takes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read: %1 added, %2 already there, %3 no longer in the file, %4 refused.</source>
        <translation>
            <numerusform>%n row read: %1 added, %2 already there, %3 no longer in the file, %4 refused.</numerusform>
            <numerusform>%n rows read: %1 added, %2 already there, %3 no longer in the file, %4 refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be read, so nothing was taken in.</source>
        <translation>
            <numerusform>%n row cannot be read, so nothing was taken in.</numerusform>
            <numerusform>%n rows cannot be read, so nothing was taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) wait for your decision: “prices held” shows them.</source>
        <translation>
            <numerusform>%n price wait for your decision: “prices held” shows them.</numerusform>
            <numerusform>%n prices wait for your decision: “prices held” shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) were refused.</source>
        <translation>
            <numerusform>%n price were refused.</numerusform>
            <numerusform>%n prices were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Forecast</name>
    <message numerus="yes">
        <source>Average of the %n methods that did best on earlier days of this spend, loudest: %1. The range comes from how far that average was off.</source>
        <translation>
            <numerusform>Average of the %n methods that did best on earlier days of this spend, loudest: %1. The range comes from how far that average was off.</numerusform>
            <numerusform>Average of the %n methods that did best on earlier days of this spend, loudest: %1. The range comes from how far that average was off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Ledger</name>
    <message numerus="yes">
        <source>%n daily sum(s) disagree with the records.</source>
        <translation>
            <numerusform>%n daily sum disagrees with the records.</numerusform>
            <numerusform>%n daily sums disagree with the records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::LocalLogs</name>
    <message numerus="yes">
        <source>%n log(s) of %1 found.</source>
        <translation>
            <numerusform>%n log of %1 found.</numerusform>
            <numerusform>%n logs of %1 found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::MonthWords</name>
    <message numerus="yes">
        <source>%1 runs %n day(s) behind.</source>
        <translation>
            <numerusform>%1 runs %n day behind.</numerusform>
            <numerusform>%1 runs %n days behind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::OfferDetails</name>
    <message numerus="yes">
        <source>and %n more of that kind</source>
        <translation>
            <numerusform>and %n more of that kind</numerusform>
            <numerusform>and %n more of that kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PaymentCalendar</name>
    <message numerus="yes">
        <source>+%n</source>
        <comment>further payments of a day</comment>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PlansPage</name>
    <message numerus="yes">
        <source>Nothing is due by %1; %n balance(s) or quota(s) end before.</source>
        <translation>
            <numerusform>Nothing is due by %1; %n balance or quota end before.</numerusform>
            <numerusform>Nothing is due by %1; %n balances or quotas end before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of plans are due by %2; %n balance(s) or quota(s) end before.</source>
        <translation>
            <numerusform>%1 of plans are due by %2; %n balance or quota end before.</numerusform>
            <numerusform>%1 of plans are due by %2; %n balances or quotas end before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) early</source>
        <translation>
            <numerusform>%n day early</numerusform>
            <numerusform>%n days early</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PriceChart</name>
    <message numerus="yes">
        <source>Cost a month of %n offer(s), cheapest first</source>
        <translation>
            <numerusform>Cost a month of %n offer, cheapest first</numerusform>
            <numerusform>Cost a month of %n offers, cheapest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Prices</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::PricesPage</name>
    <message numerus="yes">
        <source>Of %n model(s), %1 costs the least at this mix: %2 per 1M tokens.</source>
        <translation>
            <numerusform>Of %n model, %1 costs the least at this mix: %2 per 1M tokens.</numerusform>
            <numerusform>Of %n models, %1 costs the least at this mix: %2 per 1M tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Statement</name>
    <message numerus="yes">
        <source>%n account(s) · sums in %1</source>
        <translation>
            <numerusform>%n account · sums in %1</numerusform>
            <numerusform>%n accounts · sums in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The vendors changed %n day(s) after the first reading, by %1 in all.</source>
        <translation>
            <numerusform>The vendors changed %n day after the first reading, by %1 in all.</numerusform>
            <numerusform>The vendors changed %n days after the first reading, by %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the same day of %n earlier month(s) it was off by %1 % on average.</source>
        <translation>
            <numerusform>At the same day of %n earlier month it was off by %1 % on average.</numerusform>
            <numerusform>At the same day of %n earlier months it was off by %1 % on average.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Sync</name>
    <message numerus="yes">
        <source>%n row(s) of days that were not asked for were left out.</source>
        <translation>
            <numerusform>%n row of days that were not asked for were left out.</numerusform>
            <numerusform>%n rows of days that were not asked for were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the logs cannot be read.</source>
        <translation>
            <numerusform>%n line of the logs cannot be read.</numerusform>
            <numerusform>%n lines of the logs cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::TopBar</name>
    <message numerus="yes">
        <source>Synced %1 · %n account(s)</source>
        <translation>
            <numerusform>Synced %1 · %n account</numerusform>
            <numerusform>Synced %1 · %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::Webhooks</name>
    <message numerus="yes">
        <source>Costglass: %n alert(s)</source>
        <translation>
            <numerusform>Costglass: %n alert</numerusform>
            <numerusform>Costglass: %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Costglass::WizardVendor</name>
    <message numerus="yes">
        <source>Search %n vendor(s)…</source>
        <translation>
            <numerusform>Search %n vendor…</numerusform>
            <numerusform>Search %n vendors…</numerusform>
        </translation>
    </message>
</context>
</TS>
