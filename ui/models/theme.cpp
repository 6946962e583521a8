// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/theme.h"

#include "vendors/registry.h"

namespace Costglass {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

const Theme *&current()
{
    static const Theme *theme = &Theme::light();
    return theme;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme{.background = rgb(0xf4f6f8),
                             .surface = rgb(0xffffff),
                             .line = rgb(0xdde2e8),
                             .grid = rgb(0xe9edf1),
                             .text = rgb(0x1a1f25),
                             .muted = rgb(0x55606c),
                             .accent = rgb(0x0b64b4),
                             .accentSoft = rgb(0xe7f0fa),
                             .warn = rgb(0x9a4d00),
                             .warnSoft = rgb(0xfff3e2),
                             .bad = rgb(0xb3261e),
                             .badSoft = rgb(0xfdecea),
                             .good = rgb(0x0b6e47),
                             .goodSoft = rgb(0xe5f5ee),
                             .forecast = rgb(0xc9d3de)};
    return theme;
}

const Theme &Theme::darkTheme()
{
    static const Theme theme{.background = rgb(0x14171a),
                             .surface = rgb(0x1d2125),
                             .line = rgb(0x30363d),
                             .grid = rgb(0x292f35),
                             .text = rgb(0xe7eaed),
                             .muted = rgb(0xa0aab5),
                             .accent = rgb(0x5faef5),
                             .accentSoft = rgb(0x1f3247),
                             .warn = rgb(0xf2b35e),
                             .warnSoft = rgb(0x33291a),
                             .bad = rgb(0xff8a80),
                             .badSoft = rgb(0x3a2322),
                             .good = rgb(0x5fcf9f),
                             .goodSoft = rgb(0x1b3229),
                             .forecast = rgb(0x48525d),
                             .dark = true};
    return theme;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, background);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, background);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::ToolTipBase, surface);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, surface);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, surface);
    palette.setColor(QPalette::Midlight, line);
    palette.setColor(QPalette::Mid, muted);
    palette.setColor(QPalette::Dark, muted);
    palette.setColor(QPalette::Shadow, line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

const Theme &currentTheme()
{
    return *current();
}

void setCurrentTheme(const Theme &theme)
{
    current() = theme.dark ? &Theme::darkTheme() : &Theme::light();
}

QColor toneColour(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Plain:
        return theme.text;
    case Tone::Accent:
        return theme.accent;
    case Tone::Good:
        return theme.good;
    case Tone::Warn:
        return theme.warn;
    case Tone::Bad:
        return theme.bad;
    }
    Q_UNREACHABLE();
}

QColor vendorColour(const QString &vendor)
{
    const VendorAdapter *adapter = findVendor(vendor);
    return adapter ? QColor(adapter->info().colour) : rgb(0x8a949e);
}

} // namespace Costglass
