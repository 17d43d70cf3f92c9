"""Settings: the dialog, its pages, key bindings, and what follows from a change.

May import `controls`. Begin with `settings_controller.SettingsController`.
"""
