// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tableroles.h"

#include <QFrame>
#include <QHash>
#include <QLabel>
#include <QPushButton>

class QButtonGroup;
class QVBoxLayout;

namespace Costglass {

// The few building blocks that pages share. Their looks come from the one style sheet (stylesheet.h) by object
// property, so that a theme change reaches all of them.

/// Gives a widget its tone's colours, also when it is shown already.
void setTone(QWidget *widget, Tone tone);

/// Plain text that wraps, and looks as the style sheet has it for \a role. It remembers its heights: nested layouts ask
/// for the same one a dozen times, and each answer of QLabel's shapes the text anew.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(const QString &role, QWidget *parent = nullptr);

    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    mutable QString m_measured; ///< the text that m_heights belong to
    mutable QHash<int, int> m_heights;
};

/// A white box with an optional title; content goes into body().
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);
    /// A widget at the right end of the title's line.
    void setCorner(QWidget *widget);

private:
    QLabel *m_title;
    QVBoxLayout *m_body;
};

/// A key figure: small muted title, large figure, a line below, and whatever is put into body() after them.
class FigureCard : public Card
{
    Q_OBJECT

public:
    explicit FigureCard(QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &figure, const QString &note,
                  Tone noteTone = Tone::Plain);

private:
    QLabel *m_caption;
    QLabel *m_figure;
    QLabel *m_note;
};

/// A state in words on a rounded ground.
class Chip : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(const QString &text = {}, Tone tone = Tone::Plain, QWidget *parent = nullptr);
};

/// The page's answer: one sentence and, small below, how complete the data are.
class PageHeading : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeading(QWidget *parent = nullptr);

    void setTexts(const QString &sentence, const QString &small);

private:
    QLabel *m_sentence;
    QLabel *m_small;
};

/// Something that the person has to do, with the one button that does it.
class Banner : public QFrame
{
    Q_OBJECT

public:
    Banner(const QString &subject, const QString &text, const QString &action, Tone tone = Tone::Warn,
           QWidget *parent = nullptr);

Q_SIGNALS:
    void triggered();
};

/// A few choices side by side of which one is on.
class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(const QStringList &texts, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

private:
    QButtonGroup *m_buttons;
};

/// A button in one of the program's three weights.
enum class Weight
{
    Primary,
    Normal,
    Quiet
};
QPushButton *makeButton(const QString &text, Weight weight, QWidget *parent = nullptr);

} // namespace Costglass
