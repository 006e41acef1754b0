"""JSON Schemas for the editor: completion, hover and marks in Chinese, made from the model alone.

Draft 07, because every version of the YAML language server that is about reads it; later drafts are
known only to its newest ones, and nothing in them is needed here.
"""

from .files import FOLDER, KINDS, VERSION, FileKind, files, published, text

__all__ = ["FOLDER", "KINDS", "VERSION", "FileKind", "files", "published", "text"]
