// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/storethread.h"

#include "eventually.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestStoreThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void answersInOrderInTheCallersThread();
    void deadContextGetsNoAnswer();
    void contextMayGoInTheAnswer();
    void destructionFinishesOneTaskAndDropsTheRest();
    void answersUnderWayAreDropped();
    void badFolderIsAnError_data();
    void badFolderIsAnError();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreThread> m_thread;
};

void TestStoreThread::init()
{
    m_thread.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto thread = StoreThread::open(m_folder->path());
    QVERIFY(thread);
    m_thread = std::move(*thread);
}

void TestStoreThread::answersInOrderInTheCallersThread()
{
    QList<int> answers;
    const QThread *here = QThread::currentThread();
    const QThread *there = nullptr;
    for (int i = 0; i < 5; ++i) {
        m_thread->run(
            this,
            [i, &there](Store &) {
                there = QThread::currentThread();
                return i;
            },
            [&](int answer) {
                QCOMPARE(QThread::currentThread(), here);
                answers.append(answer);
            });
    }
    QVERIFY(answers.isEmpty());
    QVERIFY(eventually([&] { return answers.size() == 5; }));
    QCOMPARE(answers, (QList{0, 1, 2, 3, 4}));
    QVERIFY(there && there != here);
}

void TestStoreThread::deadContextGetsNoAnswer()
{
    auto context = std::make_unique<QObject>();
    std::atomic_int ran = 0;
    bool answered = false;
    m_thread->run(
        context.get(), [&ran](Store &) { return ++ran; }, [&](int) { answered = true; });
    context.reset();
    bool later = false;
    m_thread->run(
        this, [](Store &) { return 0; }, [&](int) { later = true; });
    QVERIFY(eventually([&] { return later; }));
    QCOMPARE(ran.load(), 1); // the answer is dropped, not the task
    QVERIFY(!answered);
}

void TestStoreThread::contextMayGoInTheAnswer()
{
    auto *context = new QObject;
    int answers = 0;
    for (int i = 0; i < 2; ++i) {
        m_thread->run(
            context, [](Store &) { return 0; },
            [&answers, context](int) {
                ++answers;
                delete context;
            });
    }
    bool later = false;
    m_thread->run(
        this, [](Store &) { return 0; }, [&](int) { later = true; });
    QVERIFY(eventually([&] { return later; }));
    QCOMPARE(answers, 1);
}

void TestStoreThread::destructionFinishesOneTaskAndDropsTheRest()
{
    QSemaphore started;
    QSemaphore goOn;
    std::atomic_int finished = 0;
    std::atomic_int others = 0;
    bool answered = false;
    m_thread->run(
        this,
        [&](Store &store) {
            started.release();
            goOn.acquire();
            const auto accounts = store.accounts();
            finished += accounts ? 1 : 0; // the ledger is still there
            return 0;
        },
        [&](int) { answered = true; });
    for (int i = 0; i < 3; ++i)
        m_thread->run(
            this, [&others](Store &) { return ++others; }, [&](int) { answered = true; });
    started.acquire();
    const std::unique_ptr<QThread> releaser(QThread::create([&goOn] {
        QThread::msleep(50); // by then the destructor waits
        goOn.release();
    }));
    releaser->start();
    m_thread.reset();
    releaser->wait();
    QCOMPARE(finished.load(), 1);
    QCOMPARE(others.load(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestStoreThread::answersUnderWayAreDropped()
{
    QSemaphore done;
    bool answered = false;
    m_thread->run(
        this, [](Store &) { return 0; }, [&](int) { answered = true; });
    m_thread->run(
        this,
        [&done](Store &) {
            done.release();
            return 0;
        },
        [&](int) { answered = true; });
    done.acquire(); // the first answer waits in our event loop
    m_thread.reset();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestStoreThread::badFolderIsAnError_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("cannot be made") << u"/proc/costglass"_s;
    QTest::newRow("is a file") << u"file"_s;
    QTest::newRow("holds no ledger") << u"broken"_s;
}

void TestStoreThread::badFolderIsAnError()
{
    QFETCH(QString, folder);
    const QDir top(m_folder->path());
    QFile file(top.filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(top.mkdir(u"broken"_s));
    QFile ledger(top.filePath(u"broken/ledger.sqlite"_s));
    QVERIFY(ledger.open(QFile::WriteOnly));
    ledger.write(QByteArray(8192, 'x'));
    ledger.close();
    const auto thread = StoreThread::open(top.filePath(folder));
    QVERIFY(!thread);
    QCOMPARE(thread.error().kind, Error::Kind::Storage);
    QVERIFY(!thread.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestStoreThread)
#include "tst_storethread.moc"
