// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "renderer.h"

#include "models/theme.h"
#include "vendors/registry.h"
#include "windows/dashboardpage.h"
#include "windows/wizard.h"
#include "windows/wizardkey.h"

#include <QPainter>
#include <QSvgGenerator>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Gui)
};

constexpr int StepMs = 50;
constexpr int MostSteps = 600;

/// "wizard", "wizard-key-VENDOR", "wizard-history": the steps of the wizard are pages of their own here; "wizard-key" is
/// the first vendor's.
bool isWizard(const QString &page)
{
    return page.startsWith(u"wizard"_s);
}

} // namespace

Renderer::Renderer(Engine &engine, Settings &settings, const GuiOptions &options, QObject *parent)
    : QObject(parent), m_engine(engine), m_options(options),
      m_window(std::make_unique<MainWindow>(engine, settings))
{
    m_wait.setInterval(StepMs);
    connect(&m_wait, &QTimer::timeout, this, &Renderer::paintWhenSettled);
}

Renderer::~Renderer() = default;

void Renderer::start()
{
    if (!isWizard(m_options.render) && !m_window->pageNames().contains(m_options.render)) {
        Q_EMIT finished(
            failure(Error::Kind::Config, Texts::tr("There is no page “%1”.").arg(m_options.render),
                    Texts::tr("There are: %1, wizard.").arg(m_window->pageNames().join(u", "_s))));
        return;
    }
    m_window->setMinimumSize(0, 0);
    m_window->resize(m_options.size);
    m_window->show();
    prepare();
    m_wait.start();
}

void Renderer::prepare()
{
    if (m_options.month)
        m_window->state().setMonth(*m_options.month);
    if (!isWizard(m_options.render))
        return m_window->showPage(m_options.render);
    m_window->openWizard();
    auto *wizard = m_window->findChild<Wizard *>();
    constexpr QLatin1StringView keyStep("wizard-key");
    if (m_options.render.startsWith(keyStep)) {
        const QString vendor = m_options.render.mid(keyStep.size() + 1);
        wizard->findChild<WizardKey *>()->startNew(findVendor(vendor) ? vendor
                                                                      : allVendors().first()->info().id);
        wizard->showStep(1);
    } else if (m_options.render == u"wizard-history") {
        wizard->showStep(2);
    }
}

void Renderer::paintWhenSettled()
{
    const DashboardPage *page = isWizard(m_options.render) ? nullptr : m_window->page(m_options.render);
    const bool settled = !m_engine.currentSync() && (!page || page->isSettled());
    if (!settled && ++m_waited < MostSteps)
        return;
    m_wait.stop();
    // What the ledger was asked by the way is answered before this.
    m_engine.ledger().run(
        this, [](Store &) { return Result<void>(); },
        [this](const Result<void> &) { QTimer::singleShot(StepMs, this, &Renderer::paint); });
}

void Renderer::paint()
{
    QWidget *widget = m_window.get();
    if (isWizard(m_options.render))
        widget = m_window->findChild<Wizard *>();
    Q_EMIT finished(write(*widget));
}

Result<void> Renderer::write(QWidget &widget) const
{
    if (m_options.out.endsWith(u".svg"_s, Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(m_options.out);
        svg.setSize(widget.size());
        svg.setViewBox(widget.rect());
        QPainter painter(&svg);
        if (!painter.isActive())
            return failure(Error::Kind::Storage, Texts::tr("%1 could not be written.").arg(m_options.out));
        widget.render(&painter);
        return {};
    }
    QImage image(widget.size() * m_options.scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(m_options.scale);
    image.fill(currentTheme().background);
    widget.render(&image);
    if (!image.save(m_options.out))
        return failure(
            Error::Kind::Storage, Texts::tr("%1 could not be written.").arg(m_options.out),
            Texts::tr("Give a file that ends in .png or .svg, in a folder that you may write to."));
    return {};
}

} // namespace Costglass
