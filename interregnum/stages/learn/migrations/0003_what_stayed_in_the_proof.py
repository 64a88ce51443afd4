"""How much of what was reached still stands: three measures of the proof, and by which reckoning a row was made."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('learn', '0002_what_the_firm_proved'),
    ]

    operations = [
        migrations.AddField(
            model_name='closed',
            name='made',
            field=models.PositiveSmallIntegerField(db_index=True, default=0),
        ),
        migrations.AddField(
            model_name='closed',
            name='stands_12',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='closed',
            name='stands_12_of',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='closed',
            name='stands_3',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='closed',
            name='stands_3_of',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='closed',
            name='stands_6',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='closed',
            name='stands_6_of',
            field=models.PositiveIntegerField(default=0),
        ),
    ]
