"""Addresses of invoices."""

from django.urls import path

from interregnum.stages.invoice.views import (
    accrual,
    ageing,
    bank,
    books,
    bureau,
    client,
    expenses,
    fees,
    margin,
    papers,
    payables,
    payments,
)

DOCUMENTS = [
    path(f"invoices/<slug:code>/{kind}/", papers.document, {"kind": kind}, name=f"invoice-{kind}")
    for kind in ("pdf", "ubl")
]
EXPENSES = [
    path("expenses/", expenses.expenses, name="expenses"),
    path("expenses/<slug:code>/", expenses.expense, name="expense"),
    path("expenses/<slug:code>/receipt/", expenses.receipt, name="expense-receipt"),
]
bureau_urls = [
    path("invoices/", bureau.invoices, name="invoices"),
    path("invoices/export/", bureau.export, name="invoices-export"),
    path("invoices/open/", bureau.open_days, name="invoices-open"),
    path("invoices/month/", papers.month, name="invoices-month"),
    path("invoices/ubl/", papers.batch, name="invoices-batch"),
    path("clients/<slug:code>/invoices/", papers.client, name="invoices-client"),
    path("invoices/books/", books.books, name="invoices-books"),
    path("invoices/books/journal.csv", books.export, name="invoices-journal"),
    path("invoices/books/journal.xlsx", books.export_workbook, name="invoices-journal-workbook"),
    path("invoices/ageing/", ageing.ageing, name="invoices-ageing"),
    path("invoices/ageing/ageing.csv", ageing.export, name="invoices-ageing-export"),
    path("invoices/ageing/ageing.xlsx", ageing.export_workbook, name="invoices-ageing-workbook"),
    path("invoices/ageing/weeks.csv", ageing.export_weeks, name="invoices-ageing-weeks"),
    path("invoices/accrual/", accrual.accrual, name="invoices-accrual"),
    path("invoices/accrual/accrual.csv", accrual.export, name="invoices-accrual-export"),
    path("invoices/accrual/accrual.xlsx", accrual.export_workbook, name="invoices-accrual-workbook"),
    path("invoices/margin/", margin.margin, name="invoices-margin"),
    path("invoices/margin/margin.csv", margin.export, name="invoices-margin-export"),
    path("invoices/margin/margin.xlsx", margin.export_workbook, name="invoices-margin-workbook"),
    path("invoices/bank/", bank.bank, name="invoices-bank"),
    path("invoices/bank/lines/", bank.lines, name="invoices-bank-lines"),
    path("invoices/bank/lines/<slug:code>/", bank.line, name="invoices-bank-line"),
    path("invoices/fees/<slug:code>/", fees.of_assignment, name="invoices-fees"),
    path("invoices/<slug:code>/", bureau.invoice, name="invoice"),
    *DOCUMENTS,
    *EXPENSES,
    path("payables/", payables.payables, name="payables"),
    path("payables/<slug:code>/", payables.payable, name="payable"),
    path("payables/<slug:code>/file/", payables.file, name="payable-file"),
]
manager_urls = [
    path("expenses/new/", expenses.new, name="expense-new"),
    *EXPENSES,
    path("payments/", payments.payments, name="payments"),
    path("payments/self-billing/", payments.self_billing, name="self-billing"),
    path("payments/send/<slug:code>/", payments.send, name="payable-send"),
    path("payments/<slug:code>/", payments.payable, name="payable"),
    path("payments/<slug:code>/file/", payments.file, name="payable-file"),
]
client_urls = [
    path("invoices/", client.invoices, name="invoices"),
    path("invoices/fees/<slug:code>/", fees.own, name="invoices-fees"),
    path("invoices/<slug:code>/", client.invoice, name="invoice"),
    *DOCUMENTS,
    *EXPENSES,
]
