// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/widgets.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace Costglass {

namespace {

constexpr int SegmentPadding = 28; ///< left and right together, borders included

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return QStringLiteral("plain");
    case Tone::Accent:
        return QStringLiteral("accent");
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warn:
        return QStringLiteral("warn");
    case Tone::Bad:
        return QStringLiteral("bad");
    }
    Q_UNREACHABLE();
}

} // namespace

void setTone(QWidget *widget, Tone tone)
{
    const QString name = toneName(tone);
    if (widget->property("tone").toString() == name)
        return;
    widget->setProperty("tone", name);
    // The style sheet looks at a property only when the widget is polished.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

WrappedLabel::WrappedLabel(const QString &role, QWidget *parent) : QLabel(parent)
{
    setProperty("role", role);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (m_measured != text()) {
        m_measured = text();
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
}

void WrappedLabel::changeEvent(QEvent *event)
{
    m_heights.clear();
    QLabel::changeEvent(event);
}

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_title(new WrappedLabel(QStringLiteral("cardTitle"), this)), m_body(new QVBoxLayout)
{
    setProperty("role", QStringLiteral("card"));
    auto *head = new QHBoxLayout;
    head->setObjectName(QStringLiteral("head"));
    head->addWidget(m_title, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(m_body, 1);
    m_body->setSpacing(8);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setCorner(QWidget *widget)
{
    findChild<QHBoxLayout *>(QStringLiteral("head"))->addWidget(widget, 0, Qt::AlignRight);
}

FigureCard::FigureCard(QWidget *parent)
    : Card({}, parent), m_caption(new WrappedLabel(QStringLiteral("caption"), this)),
      m_figure(new WrappedLabel(QStringLiteral("figure"), this)),
      m_note(new WrappedLabel(QStringLiteral("note"), this))
{
    body()->setSpacing(2);
    for (QLabel *label : {m_caption, m_figure, m_note})
        body()->addWidget(label);
    body()->setAlignment(Qt::AlignTop);
}

void FigureCard::setTexts(const QString &title, const QString &figure, const QString &note, Tone noteTone)
{
    m_caption->setText(title);
    m_figure->setText(figure);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setTone(m_note, noteTone);
    setAccessibleName(title);
    setAccessibleDescription(figure + u' ' + note);
}

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : QLabel(text, parent)
{
    setProperty("role", QStringLiteral("chip"));
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    setTone(this, tone);
}

PageHeading::PageHeading(QWidget *parent)
    : QWidget(parent), m_sentence(new WrappedLabel(QStringLiteral("heading"), this)),
      m_small(new WrappedLabel(QStringLiteral("small"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_sentence);
    layout->addWidget(m_small);
}

void PageHeading::setTexts(const QString &sentence, const QString &small)
{
    m_sentence->setText(sentence);
    m_small->setText(small);
    m_small->setVisible(!small.isEmpty());
    setAccessibleName(sentence);
}

Banner::Banner(const QString &subject, const QString &text, const QString &action, Tone tone, QWidget *parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("banner"));
    setProperty("tone", toneName(tone));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(12);
    auto *words = new WrappedLabel({}, this);
    words->setTextFormat(Qt::RichText);
    words->setText(QStringLiteral("<b>%1</b> &nbsp; %2").arg(subject.toHtmlEscaped(), text.toHtmlEscaped()));
    layout->addWidget(words, 1);
    if (!action.isEmpty()) {
        QPushButton *button = makeButton(action, Weight::Normal, this);
        connect(button, &QPushButton::clicked, this, &Banner::triggered);
        layout->addWidget(button);
    }
    setAccessibleName(subject);
    setAccessibleDescription(text);
}

Segments::Segments(const QStringList &texts, QWidget *parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        auto *button = new QPushButton(texts[i], this);
        button->setCheckable(true);
        button->setProperty("role", QStringLiteral("segment"));
        button->setProperty("place",
                            i == 0                      ? QStringLiteral("first")
                                : i + 1 == texts.size() ? QStringLiteral("last")
                                                        : QStringLiteral("middle"));
        // The one that is on is bold: all keep room for that, so that nothing moves or is cut.
        button->ensurePolished();
        QFont bold = button->font();
        bold.setWeight(QFont::DemiBold);
        button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(texts[i]) + SegmentPadding);
        m_buttons->addButton(button, static_cast<int>(i));
        layout->addWidget(button);
    }
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int Segments::current() const
{
    return m_buttons->checkedId();
}

void Segments::setCurrent(int index)
{
    m_buttons->button(index)->setChecked(true);
}

QPushButton *makeButton(const QString &text, Weight weight, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("weight",
                        weight == Weight::Primary     ? QStringLiteral("primary")
                            : weight == Weight::Quiet ? QStringLiteral("quiet")
                                                      : QStringLiteral("normal"));
    return button;
}

} // namespace Costglass
