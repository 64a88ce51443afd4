"""Sheets from elsewhere: CSV and XLSX, read by a process of their own that may fail without harm."""
