"""Zeventerpen: content, personas and simulators, only through public functions.

May import everything below it.
Front door: the `demo` command.
"""
