"""What the program can say, by code: one catalogue, and a value that names a sentence of it.

May import nothing of the program and no Qt: everything else may say something. Begin with
``Message`` in ``message_value``; the sentences stand in the modules called ``about_...``.
"""

from .message_value import QT_TRANSLATE_NOOP, Argument, Code, CopydeskError, Message, counted

__all__ = ["QT_TRANSLATE_NOOP", "Argument", "Code", "CopydeskError", "Message", "counted"]
