// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QTimer>

/// The peer of "costglass --time-start": the least window with a chart, gone again after its first paint.
class OnePaint : public QChartView
{
public:
    using QChartView::QChartView;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QChartView::paintEvent(event);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    }
};

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    OnePaint view(new QChart);
    view.resize(1440, 900);
    view.show();
    return app.exec();
}
