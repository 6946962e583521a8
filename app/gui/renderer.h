// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guioptions.h"
#include "windows/mainwindow.h"

#include <QTimer>

namespace Costglass {

/// Paints one real page of a real window into a file, once everything that it asks for is there.
class Renderer : public QObject
{
    Q_OBJECT

public:
    Renderer(Engine &engine, Settings &settings, const GuiOptions &options, QObject *parent = nullptr);
    ~Renderer() override;

    void start();

Q_SIGNALS:
    void finished(const Costglass::Result<void> &result);

private:
    void prepare();
    void paintWhenSettled();
    void paint();
    Result<void> write(QWidget &widget) const;

    Engine &m_engine;
    const GuiOptions &m_options;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_wait;
    int m_waited = 0;
};

} // namespace Costglass
