"""A dataset, as the modules beside this one make it."""

from ..dataset import Dataset

__all__ = ["Dataset"]
