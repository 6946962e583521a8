// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/language.h"
#include "program.h"

#include <QApplication>

#include <cstdio>
#include <cstring>

using namespace Costglass;

namespace {

bool has(int argc, char *argv[], const char *option)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], option) == 0)
            return true;
    }
    return false;
}

/// Without a display Qt's own remarks on displays say nothing to anybody.
void onlyFatal(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace

int main(int argc, char *argv[])
{
    // Pictures and statements need no display; this must be said before the application is there.
    if (has(argc, argv, "--render") || has(argc, argv, "--report")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(onlyFatal);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("costglass"));
    QApplication::setApplicationDisplayName(QStringLiteral("Costglass"));
    QApplication::setApplicationVersion(QStringLiteral(COSTGLASS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("costglass"));
    useLanguage({});
    const auto options = readGuiOptions(QApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(errorSentence(options.error())));
        return 2;
    }
    return Program(application, *options).run();
}
