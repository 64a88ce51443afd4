"""The framework agreement with a client: its clauses, its table, and confirmations that stand under one."""

from datetime import date

import django.db.models.deletion
import interregnum.columns.fields
from django.conf import settings
from django.db import migrations, models

# Clauses that say for all assignments what a confirmation says for one.
ALIKE = (
    "payment", "guarantee", "interests", "solicitation", "confidentiality", "data", "property", "liability",
    "insurance", "disputes", "signature", "annex_data",
)
# Clause, agreement, title in Dutch and in English, words in Dutch and in English.
CLAUSES = [
    (
        "scope", "framework", "Waarvoor dit geldt", "What this is for",
        """Deze raamovereenkomst geldt voor elke opdracht die u ons vanaf nu geeft. Elke opdracht krijgt een eigen opdrachtbevestiging, met het probleem, de resultaten, de manager, de looptijd en het dagtarief. U bent niet verplicht opdrachten te geven, en wij niet om ze aan te nemen.

De opdrachtbevestiging noemt het nummer en de dag van deze raamovereenkomst. Bij strijd gaat eerst de garantie voor, dan de opdrachtbevestiging met haar bijlagen, dan deze raamovereenkomst. Algemene voorwaarden, van wie ook, gelden niet.""",
        """This framework agreement holds for every assignment that you give us from now on. Each assignment gets a confirmation of its own, with the problem, the results, the manager, the term and the day rate. You are not obliged to give assignments, nor we to take them.

The confirmation names the number and the day of this framework agreement. Where they conflict, the guarantee goes first, then the confirmation with its annexes, then this framework agreement. General terms and conditions, whoever's they are, do not apply.""",
    ),
    (
        "notice", "framework", "Looptijd en opzegging", "Term and notice",
        """Deze raamovereenkomst loopt voor onbepaalde tijd. Ieder van ons kan haar schriftelijk opzeggen, met een opzegtermijn van {notice}. Opdrachten die al zijn bevestigd, gaan door zoals zij zijn bevestigd.""",
        """This framework agreement runs for an indefinite term. Each of us may end it in writing, with notice of {notice}. Assignments that were confirmed already go on as they were confirmed.""",
    ),
    (
        "framework", "client", "Raamovereenkomst", "Framework agreement",
        """Deze opdrachtbevestiging hoort bij de raamovereenkomst {framework} van {framework_day}. Bij strijd gaat eerst de garantie voor, dan deze bevestiging met haar bijlagen, dan de raamovereenkomst. Algemene voorwaarden, van wie ook, gelden niet.""",
        """This confirmation belongs to the framework agreement {framework} of {framework_day}. Where they conflict, the guarantee goes first, then this confirmation with its annexes, then the framework agreement. General terms and conditions, whoever's they are, do not apply.""",
    ),
    ("further", "framework", "Verdere afspraken", "Further agreements", "", ""),
]


def fill(apps, schema_editor):
    table = apps.get_model("contract", "ClauseVersion")
    day = date(2020, 1, 1)
    for clause, deed, title_nl, title_en, text_nl, text_en in CLAUSES:
        table.objects.create(
            clause=clause, deed=deed, version=1, valid_from=day,
            title_nl=title_nl, title_en=title_en, text_nl=text_nl, text_en=text_en,
        )
    for clause in ALIKE:
        # What the software came with: a partner's own words of a confirmation may name the manager.
        like = table.objects.filter(clause=clause, deed="client", changed_at=None).order_by("version").last()
        # What ends is the assignment, and not the framework with it.
        text_nl = like.text_nl.replace("of deze overeenkomst wordt beëindigd", "of de opdracht wordt beëindigd")
        text_en = like.text_en.replace("or this agreement is ended", "or the assignment is ended")
        table.objects.create(
            clause=clause, deed="framework", version=1, valid_from=day,
            title_nl=like.title_nl, title_en=like.title_en, text_nl=text_nl, text_en=text_en,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_keep_files"),
        ("people", "0022_who_may_sign_for_a_client"),
        ("contract", "0007_complete_the_clauses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            "Framework",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", interregnum.columns.fields.CodeField()),
                ("number", models.CharField(max_length=20, unique=True)),
                ("language", models.CharField(max_length=2)),
                ("clauses", models.JSONField(default=dict)),
                ("terms", models.JSONField(default=dict)),
                ("drawn_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("signed_at", models.DateTimeField(null=True)),
                ("signed_name", models.CharField(blank=True, max_length=120)),
                ("signed_sha256", models.CharField(blank=True, max_length=64)),
                ("signed_address", models.CharField(blank=True, max_length=45)),
                ("consent", models.TextField(blank=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="frameworks", to="people.organisation"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.contact"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.authority"
                    ),
                ),
            ],
            options={"ordering": ["-pk"]},
        ),
        migrations.AddField(
            "contract",
            "framework",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contracts",
                to="contract.framework",
            ),
        ),
        migrations.AlterField(
            "signingcode",
            "agreement",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="contract.agreement"
            ),
        ),
        migrations.AddField(
            "signingcode",
            "framework",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="contract.framework"
            ),
        ),
        migrations.AddField("series", "last_framework", models.PositiveIntegerField(default=0)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
