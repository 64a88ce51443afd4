
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0010_keep_plans_as_versions'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='assignment',
            name='approach',
        ),
        migrations.RemoveField(
            model_name='assignment',
            name='diagnosis',
        ),
    ]
