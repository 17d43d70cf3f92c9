"""Tests of Copydesk; the folders mirror gui/."""
