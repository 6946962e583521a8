// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/stylesheet.h"

#include <QApplication>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace Costglass {

namespace {

/// Colours are written @name in the sheet.
constexpr auto sheet = R"(
QMainWindow, QDialog, QWidget[role="page"] { background: @background; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: @background; border: none; }
QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[role="row"] { background: transparent; border: none; border-top: 1px solid @grid; }
QFrame[role="row"][place="first"] { border-top: none; }
QFrame[role="topbar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[role="rail"] { background: @surface; border: none; border-right: 1px solid @line; }
QLabel { color: @text; background: transparent; }
QLabel[role="brand"] { font-size: 15px; font-weight: 600; }
QLabel[role="heading"] { font-size: 21px; font-weight: 600; }
QLabel[role="cardTitle"] { font-weight: 600; }
QLabel[role="figure"] { font-size: 22px; font-weight: 600; }
QLabel[role="caption"], QLabel[role="small"] { color: @muted; }
QLabel[role="note"] { font-size: 12px; color: @muted; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="bad"] { color: @bad; }
QLabel[role="chip"] { font-size: 12px; padding: 1px 8px; border-radius: 10px; color: @muted; background: @background; border: 1px solid @line; }
QLabel[role="chip"][tone="accent"] { color: @accent; background: @accentSoft; border-color: @accentSoft; }
QLabel[role="chip"][tone="good"] { color: @good; background: @goodSoft; border-color: @goodSoft; }
QLabel[role="chip"][tone="warn"] { color: @warn; background: @warnSoft; border-color: @warnSoft; }
QLabel[role="chip"][tone="bad"] { color: @bad; background: @badSoft; border-color: @badSoft; }
QFrame[role="banner"] { background: @warnSoft; border: none; border-radius: 8px; }
QFrame[role="banner"] QLabel { color: @warn; }
QFrame[role="banner"][tone="bad"] { background: @badSoft; }
QFrame[role="banner"][tone="bad"] QLabel { color: @bad; }
QFrame[role="banner"][tone="good"] { background: @goodSoft; }
QFrame[role="banner"][tone="good"] QLabel { color: @good; }
QLabel[tone="quiet"] { color: @muted; font-weight: 400; }
QLabel[role="box"] { border-radius: 8px; padding: 10px 14px; background: @accentSoft; color: @text; }
QLabel[role="box"][tone="good"] { background: @goodSoft; color: @good; }
QLabel[role="box"][tone="warn"] { background: @warnSoft; color: @warn; }
QLabel[role="box"][tone="bad"] { background: @badSoft; color: @bad; }
QPushButton { min-height: 30px; padding: 0 12px; border: 1px solid @line; border-radius: 6px; background: @surface; color: @text; }
QPushButton:hover { background: @background; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 28px; }
QPushButton:disabled { color: @muted; }
QPushButton[weight="primary"] { background: @accent; color: @surface; border-color: @accent; font-weight: 600; }
QPushButton[weight="primary"]:focus { border: 2px solid @text; }
QPushButton[weight="primary"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[weight="quiet"] { border-color: transparent; background: transparent; color: @accent; }
QPushButton[weight="quiet"]:hover { background: @accentSoft; }
QPushButton[weight="quiet"]:focus { border: 2px solid @accent; }
QFrame[role="banner"] QPushButton { background: transparent; color: @warn; border-color: @warn; }
QFrame[role="banner"][tone="bad"] QPushButton { color: @bad; border-color: @bad; }
QPushButton[role="segment"] { border-radius: 0; border: 1px solid @line; margin-left: -1px; }
QPushButton[role="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; margin-left: 0; }
QPushButton[role="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[role="segment"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QPushButton[role="segment"]:focus { border: 2px solid @accent; }
QPushButton[role="choice"] { text-align: left; min-height: 42px; }
QPushButton[role="choice"]:focus { min-height: 40px; }
QPushButton[role="railItem"] { text-align: left; border: none; border-radius: 6px; color: @muted; background: transparent; padding: 0 12px; min-height: 36px; }
QPushButton[role="railItem"]:hover { background: @background; }
QPushButton[role="railItem"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QPushButton[role="railItem"]:focus { border: 2px solid @accent; padding: 0 10px; min-height: 32px; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit { min-height: 30px; padding: 0 10px; border: 1px solid @line; border-radius: 6px; background: @surface; color: @text; selection-background-color: @accent; selection-color: @surface; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus { border: 2px solid @accent; padding: 0 9px; min-height: 28px; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled { background: @background; color: @muted; }
QDateEdit::drop-down { subcontrol-origin: border; subcontrol-position: right; width: 24px; border: none; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @surface; }
QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { image: url(:/icons/tick.svg); }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 24px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @line; selection-background-color: @accentSoft; selection-color: @accent; }
QTableView, QTreeView, QListView { background: @surface; color: @text; border: none; gridline-color: transparent; selection-background-color: @accentSoft; selection-color: @text; outline: 0; }
QTableView::item { border-bottom: 1px solid @grid; padding: 0 8px; }
QTableView:focus { border: 2px solid @accent; }
QHeaderView { background: @surface; }
QHeaderView::section { background: @surface; color: @muted; font-size: 12px; border: none; border-bottom: 1px solid @line; padding: 4px 8px; }
QSlider::groove:horizontal { height: 4px; background: @grid; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent; }
QHeaderView::up-arrow { image: url(:/icons/chevron-up.svg); width: 8px; height: 8px; subcontrol-origin: border; subcontrol-position: center left; }
QHeaderView::down-arrow { image: url(:/icons/chevron.svg); width: 8px; height: 8px; subcontrol-origin: border; subcontrol-position: center left; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar { background: @grid; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar[tone="warn"]::chunk { background: @warn; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QProgressBar[tone="bad"]::chunk { background: @bad; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 4px; }
QMenu { background: @surface; color: @text; border: 1px solid @line; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: @accentSoft; color: @accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 5px; min-height: 24px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line; border-radius: 5px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0; height: 0; }
)";

} // namespace

QString styleSheetFor(const Theme &theme)
{
    // Longer names before those that they begin with.
    const std::array colours{std::pair{"@background", theme.background},
                             std::pair{"@surface", theme.surface},
                             std::pair{"@line", theme.line},
                             std::pair{"@grid", theme.grid},
                             std::pair{"@text", theme.text},
                             std::pair{"@muted", theme.muted},
                             std::pair{"@accentSoft", theme.accentSoft},
                             std::pair{"@accent", theme.accent},
                             std::pair{"@warnSoft", theme.warnSoft},
                             std::pair{"@warn", theme.warn},
                             std::pair{"@badSoft", theme.badSoft},
                             std::pair{"@bad", theme.bad},
                             std::pair{"@goodSoft", theme.goodSoft},
                             std::pair{"@good", theme.good}};
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, colour] : colours)
        text.replace(QLatin1StringView(name), colour.name());
    return text;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    setCurrentTheme(theme);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
    application.setStyleSheet(styleSheetFor(theme));
}

void applyFonts(QApplication &application)
{
    // As the font of all, not as a rule of the sheet, which would give each widget a font of its own.
    constexpr int TextPixels = 13;
    // Without an explicit order the Han glyphs of a C or English locale come in their Japanese shapes.
    QFont font = QApplication::font();
    font.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(TextPixels);
    application.setFont(font);
}

} // namespace Costglass
