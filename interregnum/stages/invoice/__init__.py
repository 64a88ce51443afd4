"""Invoice: approved hours become invoices; a free replacement is a fact that they obey."""
