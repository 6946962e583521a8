// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guioptions.h"
#include "singleinstance.h"
#include "windows/mainwindow.h"
#include "windows/tray.h"

#include <QPalette>

class QApplication;

namespace Costglass {

/// The running program: one engine, the window over it, the tray. Changing language, theme or to sample data makes a new
/// window in the old one's place.
class Program : public QObject
{
    Q_OBJECT

public:
    Program(QApplication &application, const GuiOptions &options);
    ~Program() override;

    int run();

private:
    Result<void> open(bool demo);
    void useLook();
    void buildWindow();
    void replaceWindow();
    void switchToSample();
    int render();
    int writeReport();
    int timeStart();
    int fail(const Error &error) const;

    QApplication &m_application;
    GuiOptions m_options;
    QPalette m_systemPalette;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
};

} // namespace Costglass
