"""The eight disciplines of the practice and the sub-sectors of financial services; a firm may add its own."""

from django.db import migrations

DISCIPLINES = [
    ("general_management", "Algemeen management", "General management"),
    ("back_office", "Backoffice", "Back office"),
    ("sales", "Verkoop", "Sales"),
    ("marketing", "Marketing", "Marketing"),
    ("product_management", "Productmanagement", "Product management"),
    ("finance", "Financiën", "Finance"),
    ("human_resources", "Personeel en organisatie", "Human resources"),
    ("process_management", "Procesmanagement", "Process management"),
    ("other", "Anders", "Other"),
]
SECTORS = [
    ("bank", "Banken", "Banks"),
    ("insurer", "Verzekeraars", "Insurers"),
    ("pension", "Pensioenfondsen en -uitvoerders", "Pension funds and administrators"),
    ("asset_manager", "Vermogensbeheerders", "Asset managers"),
    ("intermediary", "Intermediairs", "Intermediaries"),
    ("mortgage", "Hypotheken", "Mortgages"),
    ("leasing", "Leasing", "Leasing"),
    ("payments", "Betaaldiensten", "Payments"),
    ("other", "Buiten de financiële sector", "Outside financial services"),
]


def fill(apps, schema_editor):
    for name, rows in (("Discipline", DISCIPLINES), ("Sector", SECTORS)):
        apps.get_model("people", name).objects.bulk_create(
            apps.get_model("people", name)(code=code, name_nl=dutch, name_en=english, position=number)
            for number, (code, dutch, english) in enumerate(rows, 1)
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_people_and_organisations")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
