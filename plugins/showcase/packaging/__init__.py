"""A whole site as one file to hand on: works in any folder of any server, and from a disk without one."""
