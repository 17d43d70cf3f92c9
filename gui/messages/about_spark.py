"""What can be said of Apache Spark, on which long searches and lists run."""

from __future__ import annotations

from .message_value import QT_TRANSLATE_NOOP, Code


class AboutSpark(Code):
    """Why Spark cannot be used, or did not finish."""

    NO_PYSPARK = QT_TRANSLATE_NOOP(
        "Messages",
        "Running on Apache Spark requires {name}, which is not installed; install copydesk[spark].",
    )
    OLD_PYSPARK = QT_TRANSLATE_NOOP(
        "Messages",
        "Running on Apache Spark requires pyspark 4 or newer, and {version} is installed; install "
        "copydesk[spark].",
    )
    NO_MASTER = QT_TRANSLATE_NOOP(
        "Messages",
        "{master} is not a cluster that Apache Spark knows; give --master spark://HOST:7077, "
        "yarn, k8s://https://HOST:443 or local[2].",
    )
    NO_JAVA = QT_TRANSLATE_NOOP(
        "Messages",
        "Running on Apache Spark requires Java 17 or newer, which is not installed; install it "
        "(on Debian and Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME to its folder.",
    )
    WRONG_JAVA_HOME = QT_TRANSLATE_NOOP(
        "Messages",
        "There is no Java in the folder {path} that JAVA_HOME names; correct or unset JAVA_HOME.",
    )
    OLD_JAVA = QT_TRANSLATE_NOOP(
        "Messages",
        "The Java that is installed is too old for Apache Spark; install Java 17 or newer (on "
        "Debian and Ubuntu: openjdk-17-jre-headless), or set JAVA_HOME to its folder.",
    )
    NO_LOG = QT_TRANSLATE_NOOP(
        "Messages",
        "The output of Apache Spark cannot be kept in {name} ({why}); free some space, or make "
        "the folder writable.",
    )
    FAILED = QT_TRANSLATE_NOOP(
        "Messages",
        "Apache Spark failed ({why}); check --master, and see {path} for all of its output.",
    )
    NOT_TEXT = QT_TRANSLATE_NOOP(
        "Messages",
        "The column {column} of {name} does not hold texts; name another one with --text.",
    )
