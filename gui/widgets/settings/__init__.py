"""Settings: the dialog, its pages, key bindings, and what follows from a change.

May import `controls` and `window.actions`. Begin with `settings_controller.SettingsController`.
"""
