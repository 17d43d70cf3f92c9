"""The language of the window: Qt's own words and the program's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ...resources import languages, translation_path


def spoken_language(choice: str) -> str:
    """Return the language for a choice of the settings; "" and "system" ask the desktop.

    A language that is not shipped becomes English.
    """
    if choice not in ("", "system"):
        wanted = [choice]
    else:
        wanted = [str(name) for name in QLocale.system().uiLanguages()]
    for name in wanted:
        short = name.replace("-", "_").split("_")[0]
        if short in languages():
            return short
    return "en"


def install_language(application: QCoreApplication, choice: str) -> str:
    """Install the translators of the chosen language in *application*; return the language.

    English is installed too: its file carries the plural forms. The translators belong to
    *application*; those of an earlier call are taken out again.
    """
    for old in application.findChildren(QTranslator, "language"):
        application.removeTranslator(old)
        old.deleteLater()
    language = spoken_language(choice)
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = [f"{qt_folder}/qtbase_{language}.qm", translation_path(language)]
    for file in files:
        translator = QTranslator(application)
        translator.setObjectName("language")
        if file is not None and translator.load(str(file)):
            application.installTranslator(translator)
        else:
            translator.deleteLater()
    QLocale.setDefault(QLocale(language) if choice not in ("", "system") else QLocale.system())
    return language


def current_language() -> str:
    """Return the language of the program now; English before any was installed."""
    application = QCoreApplication.instance()
    installed = application.findChildren(QTranslator, "language") if application else []
    return installed[-1].language().split("_")[0] if installed else "en"
