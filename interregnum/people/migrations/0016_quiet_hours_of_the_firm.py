from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('people', '0015_keep_what_was_declared_apart')]
    operations = [
        migrations.AddField('firm', 'quiet_begins', models.PositiveSmallIntegerField(default=20)),
        migrations.AddField('firm', 'quiet_ends', models.PositiveSmallIntegerField(default=7)),
        migrations.AddField('firm', 'quiet_weekends', models.BooleanField(default=True)),
    ]
