"""CVs from elsewhere: PDF, DOCX, ODT, text, JSON Resume and Europass, opened by a process of their own."""
